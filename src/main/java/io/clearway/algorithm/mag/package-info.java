/** Models as Agents (Wu et al. 2023, Algorithm 1): local models that plan what they predict. */
@NullMarked
package io.clearway.algorithm.mag;

import org.jspecify.annotations.NullMarked;
