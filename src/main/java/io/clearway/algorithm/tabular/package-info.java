/** Learners on tables: decentralized actor-critic (Li and Jia, Algorithm 1) and Q-learning. */
@NullMarked
package io.clearway.algorithm.tabular;

import org.jspecify.annotations.NullMarked;
