/** Experience of all agents: episodes, rollout batches, minibatches, neighborhood inputs, ranges of actions. */
@NullMarked
package io.clearway.algorithm.experience;

import org.jspecify.annotations.NullMarked;
