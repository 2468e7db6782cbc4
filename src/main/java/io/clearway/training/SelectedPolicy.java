package io.clearway.training;

import io.clearway.algorithm.Checkpoint;

/**
 * The policy that a run ended with: what is to be evaluated and deployed. Training continues from the last checkpoint
 * instead.
 *
 * @param policy one of the run's checkpoints, or the rule that it started from
 * @param selection how it was chosen
 */
public record SelectedPolicy(Checkpoint policy, Selection selection) {}
