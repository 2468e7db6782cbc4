package io.clearway.algorithm.tabular;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.LinearDecay;
import io.clearway.algorithm.tabular.TabularCritic.FirstValues;
import io.clearway.algorithm.tabular.TabularCritic.StepSize;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointObservation;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Q-learning: {@link #learn} goes through what was lived decision by decision. */
final class QLearner implements Learner {
    private final QLearningSettings settings;
    private final Seeds seeds;
    private final LearnerState format;
    private final JointStates states;
    private final LinearDecay exploration;
    private final List<TabularCritic> tables = new ArrayList<>();
    private long decisions;

    QLearner(Task task, QLearningSettings settings, Seeds seeds) {
        this.settings = settings;
        this.seeds = seeds;
        this.format = new LearnerState("q-learning-1", task.agents());
        this.states = JointStates.of(task.agents(), settings.tables().mostStates());
        var falling = settings.exploration();
        this.exploration =
                new LinearDecay(falling.firstExploration(), falling.lastExploration(), falling.explorationDecisions());
        StepSize rate =
                new StepSize(settings.steps().learningRate(), settings.steps().learningRateDecay());
        int[] actions = TableActions.counts(task.agents(), QLearning.NAME);
        for (int agent = 0; agent < actions.length; agent++) {
            FirstValues first = new FirstValues(
                    seeds.of("first values", agent), settings.tables().firstValues());
            tables.add(new TabularCritic(actions[agent], rate, first));
        }
    }

    @Override
    public int episodesPerRound() {
        return settings.episodesPerRound();
    }

    /** ε-greedy by the tables and the ε as they were after the last round. */
    @Override
    public Controller behaviorPolicy(long seed) {
        return new GreedyTables(states, tables).exploring(exploration(), seeds.generator("exploration", seed));
    }

    /** The present ε. */
    double exploration() {
        return exploration.at(decisions);
    }

    @Override
    public Map<Metric, Double> learn(List<Trajectory> round) {
        double squares = 0;
        int updates = 0;
        for (Trajectory episode : round) {
            for (int time = 0; time < episode.length(); time++) {
                squares += learn(episode, time);
                updates += tables.size();
            }
            decisions += episode.length();
        }
        return Map.of(Metric.VALUE_LOSS, squares / updates);
    }

    /**
     * Q^i(s, a^i) ← Q^i(s, a^i) + α [r + γ max Q^i(s′, ·) − Q^i(s, a^i)] for every agent i; r, shared by all, is the
     * sum of the local rewards.
     *
     * @return Σ_i of the squared error in brackets
     */
    private double learn(Trajectory episode, int time) {
        JointObservation following = episode.observations().get(time + 1);
        int state = number(episode.observations().get(time));
        int next = number(following);
        // A time limit is not an end: the process goes on, so what follows still counts.
        boolean ends = episode.terminated() && time == episode.length() - 1;
        double reward = episode.rewards().get(time).sum();
        double squares = 0;
        for (int agent = 0; agent < tables.size(); agent++) {
            TabularCritic table = tables.get(agent);
            double[] later = table.values(next);
            double most = later[GreedyTables.best(later, following.legal(agent))];
            double target = reward + (ends ? 0 : settings.discount() * most);
            double error = table.evaluate(state, episode.actions().get(time).choice(agent), target);
            squares += error * error;
        }
        return squares;
    }

    private int number(JointObservation observation) {
        int number = states.number(observation);
        tables.forEach(table -> table.reserve(states.size()));
        return number;
    }

    /** Q^i(s, ·) of a state that has occurred; read-only. */
    double[] values(int agent, JointObservation observation) {
        return tables.get(agent).values(states.find(observation));
    }

    @Override
    public ControllerSource policy() {
        var policy = new GreedyTables(
                states.copy(), tables.stream().map(TabularCritic::copy).toList());
        return seed -> policy.greedy();
    }

    @Override
    public byte[] save() {
        return format.bytes(out -> {
            out.writeLong(decisions);
            states.writeTo(out);
            for (TabularCritic table : tables) {
                table.writeTo(out);
            }
        });
    }

    @Override
    public void restore(byte[] state) {
        format.readAll(state, in -> {
            decisions = in.readLong();
            states.readFrom(in);
            for (TabularCritic table : tables) {
                table.readFrom(in, states.size());
            }
        });
    }

    /** There is nothing to free. */
    @Override
    public void close() {}
}
