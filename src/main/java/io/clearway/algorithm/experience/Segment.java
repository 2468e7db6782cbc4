package io.clearway.algorithm.experience;

/**
 * Consecutive samples of one episode or rollout within a {@link RolloutBatch}.
 *
 * @param first place of its first sample
 * @param length number of its samples
 * @param begins decisions that the episode was old at its first sample
 * @param terminated whether the process ended after the last one, by termination or in an absorbing state; if not, the
 *     value of what follows still counts
 */
public record Segment(int first, int length, int begins, boolean terminated) {}
