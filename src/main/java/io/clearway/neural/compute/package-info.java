/** ND4J and threads: native matrices, batched products, elementwise operations. */
@NullMarked
package io.clearway.neural.compute;

import org.jspecify.annotations.NullMarked;
