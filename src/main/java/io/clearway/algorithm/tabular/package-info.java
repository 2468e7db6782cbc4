/** Decentralized actor-critic on tables (Li and Jia, Algorithm 1). */
@NullMarked
package io.clearway.algorithm.tabular;

import org.jspecify.annotations.NullMarked;
