package io.clearway.scenario.atsc.reward;

import io.clearway.network.AgentGraph;
import java.util.OptionalDouble;

/**
 * What rewards are made for.
 *
 * @param graph the agents and who is connected to whom
 * @param linkLimit most halting vehicles of one link that the scenario's paper counts
 * @param divisor what the paper's sum of halting vehicles is divided by
 */
public record RewardTask(AgentGraph graph, OptionalDouble linkLimit, double divisor) {}
