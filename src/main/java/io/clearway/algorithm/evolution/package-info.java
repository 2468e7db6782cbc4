/** Evolution strategies: linear policies improved by perturbing their weights for whole episodes. */
@NullMarked
package io.clearway.algorithm.evolution;

import org.jspecify.annotations.NullMarked;
