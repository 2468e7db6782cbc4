package io.clearway.algorithm.tabular;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.tabular.TabularCritic.FirstValues;
import io.clearway.algorithm.tabular.TabularCritic.StepSize;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointObservation;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.distribution.Categorical;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Algorithm 1 of Li and Jia: {@link #learn} goes through what was lived decision by decision. */
final class TabularLearner implements Learner {
    private final TabularSettings settings;
    private final Seeds seeds;
    private final LearnerState format;
    private final JointStates states;
    private final ActionKind kind;
    private final StepSize actorRate;
    private final List<TabularActor> actors = new ArrayList<>();
    private final List<TabularCritic> critics = new ArrayList<>();
    private int rounds;

    TabularLearner(Task task, TabularSettings settings, Seeds seeds) {
        this.settings = settings;
        this.seeds = seeds;
        this.format = new LearnerState("tabular-1", task.agents());
        this.states = JointStates.of(task.agents(), settings.tables().mostStates());
        var steps = settings.steps();
        var preferences = settings.preferences();
        this.actorRate = new StepSize(steps.actorRate(), steps.actorDecay());
        StepSize criticRate = new StepSize(steps.criticRate(), steps.criticDecay());
        int[] actions = TableActions.counts(task.agents(), TabularActorCritic.NAME);
        for (int agent = 0; agent < actions.length; agent++) {
            FirstValues first = new FirstValues(
                    seeds.of("first values", agent), settings.tables().firstValues());
            actors.add(
                    new TabularActor(actions[agent], preferences.lowestPreference(), preferences.highestPreference()));
            critics.add(new TabularCritic(actions[agent], criticRate, first));
        }
        this.kind = ActionKind.of(task);
    }

    @Override
    public int episodesPerRound() {
        return settings.episodesPerRound();
    }

    /** Each agent samples a_t^i ~ π^i(s_t, ·), as the policies were after the last round. */
    @Override
    public Controller behaviorPolicy(long seed) {
        return new TablePolicy(states, actors).sampling(seeds.generator("exploration", seed));
    }

    @Override
    public Map<Metric, Double> learn(List<Trajectory> round) {
        RandomGenerator chance = seeds.generator("learn", rounds);
        EpisodeStatistics statistics = new EpisodeStatistics();
        for (Trajectory episode : round) {
            for (int time = 0; time < episode.length(); time++) {
                learn(episode, time, chance, statistics);
            }
        }
        rounds++;
        return statistics.measured();
    }

    /** e_t = (s_t, a_t, r_t, s_{t+1}); the reward, shared by all, is the sum of the local ones. */
    private void learn(Trajectory episode, int time, RandomGenerator chance, EpisodeStatistics statistics) {
        JointObservation seen = episode.observations().get(time);
        JointObservation following = episode.observations().get(time + 1);
        int state = number(seen);
        int next = number(following);
        boolean ends = episode.terminated() && time == episode.length() - 1;
        double reward = episode.rewards().get(time).sum();
        for (int agent = 0; agent < actors.size(); agent++) {
            TabularCritic critic = critics.get(agent);
            TabularActor actor = actors.get(agent);
            // Eq. 7, ã^i being freshly drawn
            int fresh = actor.policy(next, following.legal(agent)).sample(chance);
            double target = reward + (ends ? 0 : settings.discount() * critic.values(next)[fresh]);
            int action = episode.actions().get(time).choice(agent);
            double error = critic.evaluate(state, action, target);
            // Eq. 32–34
            Categorical policy = actor.policy(state, seen.legal(agent));
            actor.improve(state, policy, critic.values(state), actorRate.at(critic.visits(state)));
            statistics.add(error, policy.entropy());
        }
    }

    /** Q^i(s, ·) of a state that has occurred; read-only. */
    double[] values(int agent, JointObservation observation) {
        return critics.get(agent).values(states.find(observation));
    }

    private int number(JointObservation observation) {
        int number = states.number(observation);
        actors.forEach(actor -> actor.reserve(states.size()));
        critics.forEach(critic -> critic.reserve(states.size()));
        return number;
    }

    /** What a round measures. */
    private static final class EpisodeStatistics {
        private double squares;
        private double entropies;
        private int count;

        void add(double error, double entropy) {
            squares += error * error;
            entropies += entropy;
            count++;
        }

        Map<Metric, Double> measured() {
            Map<Metric, Double> measured = new EnumMap<>(Metric.class);
            measured.put(Metric.VALUE_LOSS, squares / count);
            measured.put(Metric.POLICY_ENTROPY, entropies / count);
            return measured;
        }
    }

    @Override
    public ControllerSource policy() {
        var policy = new TablePolicy(
                states.copy(), actors.stream().map(TabularActor::copy).toList());
        return settings.execution().of(kind, policy::sampling, policy::greedy);
    }

    @Override
    public byte[] save() {
        return format.bytes(out -> {
            out.writeInt(rounds);
            states.writeTo(out);
            for (TabularActor actor : actors) {
                actor.writeTo(out);
            }
            for (TabularCritic critic : critics) {
                critic.writeTo(out);
            }
        });
    }

    @Override
    public void restore(byte[] state) {
        format.readAll(state, in -> {
            rounds = in.readInt();
            states.readFrom(in);
            for (TabularActor actor : actors) {
                actor.readFrom(in, states.size());
            }
            for (TabularCritic critic : critics) {
                critic.readFrom(in, states.size());
            }
        });
    }

    /** There is nothing to free. */
    @Override
    public void close() {}
}
