/** Distributions over actions, with gradients. */
@NullMarked
package io.clearway.neural.distribution;

import org.jspecify.annotations.NullMarked;
