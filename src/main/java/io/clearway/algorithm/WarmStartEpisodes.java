package io.clearway.algorithm;

/**
 * Episodes that a rule plays before a learner plays its own, for it to start from.
 *
 * @param rule name of one of the scenario's controllers, or {@link Learner.WarmStart#REFERENCE}
 * @param episodes how many
 */
public record WarmStartEpisodes(String rule, int episodes) {}
