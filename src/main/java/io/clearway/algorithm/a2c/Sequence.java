package io.clearway.algorithm.a2c;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.distribution.ActionDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Up to n consecutive decisions of some episodes side by side, and the observation after the last, whose value follows.
 * Rows are steps, within them episodes; episodes that are over earlier leave rows that do not count.
 */
final class Sequence {
    private final CommunicationTopology site;
    private final List<CommunicatingEpisode> episodes;
    private final int from;
    private final int steps;
    private final float[] observations;
    private final float[] policies;
    private final float[][] gates;
    private final boolean[] legal;
    private final float[] actions;
    private final boolean[] taken;

    /**
     * @param from first decision
     * @param most at most this many
     */
    Sequence(CommunicationTopology site, List<CommunicatingEpisode> episodes, int from, int most) {
        this.site = site;
        this.episodes = List.copyOf(episodes);
        this.from = from;
        int longest =
                episodes.stream().mapToInt(CommunicatingEpisode::length).max().orElseThrow();
        this.steps = Math.min(most, longest - from);
        int rows = site.agents() * rows();
        this.observations = new float[rows * site.observation()];
        this.policies = new float[rows * site.shape().kind().code()];
        this.gates = new float[steps + 1][site.agents() * episodes.size()];
        this.legal = new boolean[rows * site.shape().actions()];
        this.actions = new float[rows];
        this.taken = new boolean[rows];
        for (int number = 0; number < episodes.size(); number++) {
            for (int step = 0;
                    step <= steps && from + step <= episodes.get(number).length();
                    step++) {
                fill(number, step);
            }
        }
    }

    private void fill(int number, int step) {
        JointShape shape = site.shape();
        CommunicatingEpisode lived = episodes.get(number);
        int time = from + step;
        float[] told = lived.diary().policyAfter(time, shape);
        float[] open = lived.diary().gateAfter(time, shape);
        int code = shape.kind().code();
        for (int agent = 0; agent < site.agents(); agent++) {
            int row = row(agent, step, number);
            lived.episode().copyState(time, agent, observations, row * site.observation());
            site.identify(agent, observations, row * site.observation());
            System.arraycopy(told, agent * code, policies, row * code, code);
            gates[step][agent * episodes.size() + number] = open[agent];
            lived.episode().copyLegal(time, agent, legal, row * shape.actions());
            if (time < lived.length()) {
                actions[row] = lived.episode().action(time, agent);
                taken[row] = true;
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
        CommunicatingEpisode lived = episodes.get(number);
        return lived.episode().terminated() && from + stepsOf(number) >= lived.length();
    }

    /** Place of a step of an episode among all agents' rows. */
    int row(int agent, int step, int number) {
        return agent * rows() + step * episodes.size() + number;
    }

    /** What enters the networks. */
    SequenceInputs percepts() {
        return new SequenceInputs(steps + 1, episodes.size(), observations, policies, gates);
    }

    /** a_i at a row where a decision was taken. */
    float action(int row) {
        return actions[row];
    }

    /** Whether the agent let its next message through. */
    int gate(int agent, int step, int number) {
        return (int) gates[step + 1][agent * episodes.size() + number];
    }

    /** r̃_i. */
    double reward(int agent, int step, int number) {
        return episodes.get(number).rewards()[agent][from + step];
    }

    /** π_i at a row of descriptions. */
    ActionDistribution distribution(float[] descriptions, int row) {
        return site.shape().kind().distribution(descriptions, row, legal, row);
    }

    /** The distribution that an action was drawn from, where it was; a rule draws from none. */
    Optional<ActionDistribution> drawnFrom(int agent, int step, int number) {
        int row = row(agent, step, number);
        return episodes.get(number)
                .diary()
                .drawnFrom(from + step)
                .map(described -> site.shape().kind().distribution(described, agent, maskOf(row), 0));
    }

    private boolean[] maskOf(int row) {
        int width = site.shape().actions();
        return Arrays.copyOfRange(legal, row * width, (row + 1) * width);
    }

    /**
     * Codes of the actions for the values [agents][rows][code]; after the last observation of an episode what is to be
     * expected by the policy, which gives a linear value's expectation exactly.
     */
    float[] actionCodes(float[] descriptions) {
        ActionKind kind = site.shape().kind();
        float[] codes = new float[actions.length * kind.code()];
        for (int agent = 0; agent < site.agents(); agent++) {
            for (int number = 0; number < episodes.size(); number++) {
                int last = stepsOf(number);
                for (int step = 0; step <= last; step++) {
                    int row = row(agent, step, number);
                    if (taken[row]) {
                        kind.encode(actions[row], codes, row * kind.code());
                    } else if (from + step == episodes.get(number).length()) {
                        kind.encodeExpected(distribution(descriptions, row), codes, row * kind.code());
                    }
                }
            }
        }
        return codes;
    }
}
