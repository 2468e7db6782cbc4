/** Action distributions with gradients. */
@NullMarked
package io.clearway.neural.distribution;

import org.jspecify.annotations.NullMarked;
