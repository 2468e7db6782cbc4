package io.clearway.algorithm.maddpg;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.ActionRanges;
import io.clearway.algorithm.experience.LinearDecay;
import io.clearway.algorithm.experience.RewardScaler;
import io.clearway.algorithm.maddpg.JointReplay.Decision;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointReward;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Algorithm 1 of Lowe et al., a round of episodes at a time. */
final class MaddpgLearner implements Learner {
    /** Gain of the actors' last layer at the beginning: first actions hardly depend on what is observed. */
    private static final double ACTOR_OUTPUT_SCALE = 0.01;

    private final MaddpgSettings settings;
    private final Seeds seeds;
    private final LearnerState format;
    private final ActionRanges ranges;
    private final JointLayout layout;
    private final LinearDecay noise;
    private final RewardScaler rewardUnit;
    private final JointReplay replay;
    private final ComputePool pool;
    private final FollowedNetworks actors;
    private final FollowedNetworks critics;
    private final MaddpgUpdate update;
    private long decisions;
    private long updates;
    private @Nullable TanhPolicies explorers;

    MaddpgLearner(Task task, MaddpgSettings settings, Seeds seeds) {
        this.settings = settings;
        this.seeds = seeds;
        this.format = new LearnerState("maddpg-1", task.agents());
        this.ranges = new ActionRanges(task.agents(), Maddpg.NAME);
        this.layout = new JointLayout(task.agents(), ranges);
        var falling = settings.exploration();
        this.noise = new LinearDecay(falling.firstNoise(), falling.lastNoise(), falling.noiseDecisions());
        this.rewardUnit = new RewardScaler(settings.objective().discount());
        this.replay = new JointReplay(layout, settings.replay().replayDecisions());
        this.pool = new ComputePool(settings.schedule().threads());
        this.actors = networks(layout.widestObservation(), layout.widestAction(), "actors", ACTOR_OUTPUT_SCALE);
        this.critics = networks(layout.observations() + layout.actions(), 1, "critics", 1);
        var rates = settings.optimization();
        var terms = new MaddpgUpdate.Terms(
                settings.objective().discount(),
                settings.objective().outputPenalty(),
                Adam.of(rates.criticRate()).clippedTo(rates.gradientNorm()),
                Adam.of(rates.actorRate()).clippedTo(rates.gradientNorm()),
                rates.targetRate());
        this.update = new MaddpgUpdate(layout, actors, critics, terms);
    }

    private FollowedNetworks networks(int inputs, int outputs, String purpose, double outputScale) {
        List<Integer> layers = new ArrayList<>(List.of(inputs));
        layers.addAll(settings.networks().hidden());
        layers.add(outputs);
        var shape = new PerceptronShape(layers, Activation.RELU);
        long seed = seeds.of(purpose, 0);
        return new FollowedNetworks(
                AgentNetworks.create(layout.agents(), shape, seed, outputScale, pool),
                AgentNetworks.create(layout.agents(), shape, seed, outputScale, pool));
    }

    @Override
    public int episodesPerRound() {
        return settings.schedule().episodesPerRound();
    }

    /** a_i = μ_i(o_i) + noise, by the policies and the deviation as they were after the last round. */
    @Override
    public Controller behaviorPolicy(long seed) {
        return explorers().exploring(noise(), seeds.generator("exploration", seed));
    }

    /** The present standard deviation of the noise. */
    double noise() {
        return noise.at(decisions);
    }

    private synchronized TanhPolicies explorers() {
        TanhPolicies present = explorers;
        if (present == null) {
            present = acting();
            explorers = present;
        }
        return present;
    }

    private TanhPolicies acting() {
        return new TanhPolicies(actors.snapshot(), layout, ranges);
    }

    @Override
    public Map<Metric, Double> learn(List<Trajectory> round) {
        explorers = null;
        round.forEach(this::store);
        int lived = round.stream().mapToInt(Trajectory::length).sum();
        int every = settings.schedule().updateEvery();
        long due = (decisions + lived) / every - decisions / every;
        decisions += lived;
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        if (decisions >= settings.replay().warmUpDecisions()) {
            for (long k = 0; k < due; k++) {
                update(measured);
            }
        }
        // Policies read local observations only; what critics read is learned from afterwards, in one place.
        measured.put(Metric.COMMUNICATION_BYTES, 0.0);
        return measured;
    }

    private void store(Trajectory episode) {
        boolean shared = settings.objective().sharedReward();
        List<float[]> rewards = episode.rewards().stream()
                .map(reward -> rewards(reward, shared))
                .toList();
        for (int agent = 0; agent < (shared ? 1 : layout.agents()); agent++) {
            int one = agent;
            rewardUnit.add(rewards.stream().mapToDouble(reward -> reward[one]).toArray());
        }
        float[] observations = layout.joint(episode.observations().get(0));
        for (int time = 0; time < rewards.size(); time++) {
            float[] actions = layout.joint(ranges.shares(episode.actions().get(time)));
            float[] followers = layout.joint(episode.observations().get(time + 1));
            // A time limit is not an end: the process goes on, so what follows still counts.
            boolean end = episode.terminated() && time == rewards.size() - 1;
            replay.store(new Decision(observations, actions, rewards.get(time), followers, end));
            observations = followers;
        }
    }

    /**
     * r_i of every agent.
     *
     * @param shared whether it is the mean of all rewards, not the agent's own
     */
    static float[] rewards(JointReward reward, boolean shared) {
        float[] rewards = new float[reward.agents()];
        for (int agent = 0; agent < rewards.length; agent++) {
            rewards[agent] = (float) (shared ? reward.sum() / rewards.length : reward.of(agent));
        }
        return rewards;
    }

    private void update(Map<Metric, Double> measured) {
        JointMinibatch batch =
                JointMinibatch.draw(replay, layout, settings.replay().batch(), seeds.generator("update", updates));
        var outcome = update.run(batch, rewardUnit.get());
        updates++;
        measured.put(Metric.VALUE_LOSS, outcome.valueLoss());
        measured.put(Metric.POLICY_LOSS, outcome.policyLoss());
    }

    @Override
    public ControllerSource policy() {
        TanhPolicies policies = acting();
        return seed -> policies.greedy();
    }

    @Override
    public byte[] save() {
        return format.bytes(out -> {
            actors.writeTo(out);
            critics.writeTo(out);
            out.writeLong(decisions);
            out.writeLong(updates);
            rewardUnit.writeTo(out);
            replay.writeTo(out);
        });
    }

    @Override
    public void restore(byte[] state) {
        format.readAll(state, in -> {
            actors.readFrom(in);
            critics.readFrom(in);
            decisions = in.readLong();
            updates = in.readLong();
            rewardUnit.readFrom(in);
            replay.readFrom(in);
        });
        explorers = null;
    }

    /** Takes over the policies alone. */
    void restoreActors(byte[] state) {
        format.read(state, actors::readFrom);
    }

    @Override
    public void close() {
        actors.close();
        critics.close();
        pool.close();
    }
}
