/** The advantage actor-critic methods, each with what its agents communicate. */
@NullMarked
package io.clearway.algorithm.a2c.method;

import org.jspecify.annotations.NullMarked;
