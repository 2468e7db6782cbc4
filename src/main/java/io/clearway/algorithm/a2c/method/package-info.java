/** The algorithms that differ in what agents communicate. */
@NullMarked
package io.clearway.algorithm.a2c.method;

import org.jspecify.annotations.NullMarked;
