/** Models as agents (Wu et al. 2023, Algorithm 1): multi-step planning over local models. */
@NullMarked
package io.clearway.algorithm.mag;

import org.jspecify.annotations.NullMarked;
