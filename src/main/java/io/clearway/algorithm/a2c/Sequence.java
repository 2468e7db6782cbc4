package io.clearway.algorithm.a2c;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.distribution.ActionDistribution;
import java.util.List;
import java.util.Optional;

/**
 * Up to n consecutive decisions of some episodes side by side, and the observation after the last, whose value follows.
 * Rows are steps, within them episodes; episodes that are over earlier leave rows that do not count.
 */
final class Sequence {
    private final CommunicationTopology topology;
    private final List<CommunicatingEpisode> episodes;
    private final int from;
    private final int steps;
    private final AgentTensor observations;
    private final AgentTensor policies;
    private final AgentTensor gates;
    private final ActionMasks legal;
    private final AgentTensor actions;

    /**
     * @param from first decision
     * @param most at most this many
     */
    Sequence(CommunicationTopology topology, List<CommunicatingEpisode> episodes, int from, int most) {
        this.topology = topology;
        this.episodes = List.copyOf(episodes);
        this.from = from;
        int longest =
                episodes.stream().mapToInt(CommunicatingEpisode::length).max().orElseThrow();
        this.steps = Math.min(most, longest - from);
        this.observations = AgentTensor.zeros(topology.agents(), rows(), topology.observation());
        this.policies = AgentTensor.zeros(
                topology.agents(), rows(), topology.shape().kind().code());
        this.gates = AgentTensor.zeros(topology.agents(), rows(), 1);
        this.legal = topology.shape().masks(rows());
        this.actions = topology.shape().actionValues(rows());
        for (int number = 0; number < episodes.size(); number++) {
            for (int step = 0;
                    step <= steps && from + step <= episodes.get(number).length();
                    step++) {
                fill(number, step);
            }
        }
    }

    private void fill(int number, int step) {
        JointShape shape = topology.shape();
        CommunicatingEpisode episode = episodes.get(number);
        int time = from + step;
        int row = row(step, number);
        AgentTensor sent = episode.log().policyAfter(time, shape);
        AgentTensor open = episode.log().gateAfter(time, shape);
        for (int agent = 0; agent < topology.agents(); agent++) {
            episode.episode().copyState(time, agent, observations, row);
            topology.identify(agent, observations, row);
            sent.copyRow(agent, 0, policies, policies.at(agent, row));
            open.copyRow(agent, 0, gates, gates.at(agent, row));
            episode.episode().copyLegal(time, agent, legal, row);
            if (time < episode.length()) {
                episode.episode().copyAction(time, agent, actions, row);
            }
        }
    }

    /** Decisions, not counting the observation after the last. */
    int steps() {
        return steps;
    }

    /** Rows per agent: (steps + 1) · episodes. */
    int rows() {
        return (steps + 1) * episodes.size();
    }

    /** Episodes side by side. */
    int episodes() {
        return episodes.size();
    }

    /** Decisions of an episode in this sequence, 0 when it was over before. */
    int stepsOf(int number) {
        return Math.max(0, Math.min(steps, episodes.get(number).length() - from));
    }

    /** Decisions of all episodes. */
    int decisions() {
        int sum = 0;
        for (int number = 0; number < episodes.size(); number++) {
            sum += stepsOf(number);
        }
        return sum;
    }

    /** Whether the process ended after an episode's last decision in this sequence. */
    boolean terminates(int number) {
        CommunicatingEpisode episode = episodes.get(number);
        return episode.episode().terminated() && from + stepsOf(number) >= episode.length();
    }

    /** Row of a step of an episode. */
    int row(int step, int number) {
        return step * episodes.size() + number;
    }

    /** What enters the networks. */
    SequenceInputs inputs() {
        return new SequenceInputs(episodes.size(), observations, policies, gates);
    }

    /** a_i at rows where a decision was taken, as their kind keeps them. */
    AgentTensor actions() {
        return actions;
    }

    /** Whether the agent sent its next message. */
    int gate(int agent, int step, int number) {
        return (int) gates.get(agent, row(step + 1, number), 0);
    }

    /** r̃_i. */
    double reward(int agent, int step, int number) {
        return episodes.get(number).rewards()[agent][from + step];
    }

    /** π_i at a row of descriptions. */
    ActionDistribution distribution(AgentTensor descriptions, int agent, int row) {
        return topology.shape().kind().distribution(descriptions, agent, row, legal, row);
    }

    /** The distribution that an action was drawn from, where it was; a rule draws from none. */
    Optional<ActionDistribution> drawnFrom(int agent, int step, int number) {
        int row = row(step, number);
        return episodes.get(number)
                .log()
                .drawnFrom(from + step)
                .map(described -> topology.shape().kind().distribution(described, agent, 0, legal, row));
    }

    /**
     * Codes of the actions for the values; after the last observation of an episode what is to be expected by the
     * policy, which gives a linear value's expectation exactly.
     */
    AgentTensor actionCodes(AgentTensor descriptions) {
        ActionKind kind = topology.shape().kind();
        AgentTensor codes = policies.zerosLike();
        for (int agent = 0; agent < topology.agents(); agent++) {
            for (int number = 0; number < episodes.size(); number++) {
                int last = stepsOf(number);
                for (int step = 0; step <= last; step++) {
                    int row = row(step, number);
                    int at = codes.at(agent, row);
                    if (from + step < episodes.get(number).length()) {
                        kind.encode(actions.values(), actions.at(agent, row), codes.values(), at);
                    } else if (from + step == episodes.get(number).length()) {
                        kind.encodeExpected(distribution(descriptions, agent, row), codes.values(), at);
                    }
                }
            }
        }
        return codes;
    }
}
