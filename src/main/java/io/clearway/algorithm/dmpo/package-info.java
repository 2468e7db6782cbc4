/** Decentralized model-based policy optimization (Ma et al. 2024, Algorithm 2). */
@NullMarked
package io.clearway.algorithm.dmpo;

import org.jspecify.annotations.NullMarked;
