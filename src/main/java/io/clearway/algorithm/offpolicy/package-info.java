/** Decentralized off-policy actor-critic for continuous actions (Li and Jia, Algorithm 2). */
@NullMarked
package io.clearway.algorithm.offpolicy;

import org.jspecify.annotations.NullMarked;
