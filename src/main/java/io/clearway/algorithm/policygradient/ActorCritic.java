package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.Learner.PretrainingPart;
import io.clearway.algorithm.Learner.PretrainingProgress;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.ActionRows;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.EpisodeClock;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.ParameterSharing;
import io.clearway.algorithm.experience.RewardScaler;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decentralized policies and extended values of all agents with what improves them: what the methods with and without a
 * model have in common. Owns native memory until closed.
 */
public final class ActorCritic implements AutoCloseable {
    /** Gain of the policies' last layer at the beginning: first policies hardly depend on the state. */
    private static final double POLICY_OUTPUT_SCALE = 0.01;

    /** What is left of decaying steps at the least, so that no number of rounds makes them vanish. */
    private static final double SHORTEST_STEP = 1e-4;

    private final ActorCriticSettings settings;
    private final WarmStartSettings start;
    private final Seeds seeds;
    private final JointShape shape;
    private final RewardScaler rewardUnit;
    private final DecentralizedPolicy policy;
    private final ExtendedValue value;
    private final PolicyOptimization optimization;
    private final BehaviorCloning cloning;
    private @Nullable ControllerSource behavior;

    /** @param pool computes, is not closed here */
    public ActorCritic(
            Task task, ActorCriticSettings settings, WarmStartSettings start, Seeds seeds, ComputePool pool) {
        this.settings = settings;
        this.start = start;
        this.seeds = seeds;
        this.shape = JointShape.of(task);
        this.rewardUnit = new RewardScaler(settings.estimation().discount());
        this.policy = policy(task, settings, seeds, pool);
        NeighborhoodInputs seen = neighborhoods(task, settings, settings.radii().valueRadius());
        EpisodeClock clock =
                new EpisodeClock(task.horizon(), settings.networks().valueTimeBumps());
        this.value = new ExtendedValue(
                shape,
                seen,
                clock,
                functions(
                        settings,
                        shape,
                        perceptron(settings.networks().layersOfValues(), seen.size() + clock.size(), 1),
                        seeds.of("value weights", 0),
                        1,
                        pool));
        this.optimization = new PolicyOptimization(
                terms(),
                policy,
                value,
                neighborhoods(task, settings, settings.radii().advantageRadius()));
        this.cloning = new BehaviorCloning(
                policy, adam(start.cloningRate()), settings.schedule().minibatch());
    }

    /** The policies alone, to act with what {@link #writeTo} wrote first. */
    public static DecentralizedPolicy policy(Task task, ActorCriticSettings settings, Seeds seeds, ComputePool pool) {
        JointShape shape = JointShape.of(task);
        long seed = seeds.of("policy weights", 0);
        PolicyFunctions functions = settings.networks().rowPerAction()
                ? new ActionRowFunctions(
                        shape,
                        ActionRows.of(task),
                        settings.networks().hidden(),
                        settings.networks().preferenceScale(),
                        seed,
                        pool)
                : neighborhoodFunctions(task, settings, shape, seed, pool);
        return new DecentralizedPolicy(shape, functions);
    }

    private static PolicyFunctions neighborhoodFunctions(
            Task task, ActorCriticSettings settings, JointShape shape, long seed, ComputePool pool) {
        NeighborhoodInputs inputs =
                neighborhoods(task, settings, settings.radii().policyRadius());
        PerceptronShape perceptron = perceptron(
                settings.networks().hidden(), inputs.size(), shape.kind().outputs());
        return new NeighborhoodFunctions(
                inputs, functions(settings, shape, perceptron, seed, POLICY_OUTPUT_SCALE, pool));
    }

    private static NeighborhoodInputs neighborhoods(Task task, ActorCriticSettings settings, int radius) {
        boolean identity = settings.networks().sharing() != ParameterSharing.NONE;
        return new NeighborhoodInputs(task.graph(), JointShape.of(task), radius, identity);
    }

    private static AgentFunctions functions(
            ActorCriticSettings settings,
            JointShape shape,
            PerceptronShape perceptron,
            long seed,
            double outputScale,
            ComputePool pool) {
        return new AgentFunctions(shape, settings.networks().sharing(), perceptron, seed, outputScale, pool);
    }

    private static PerceptronShape perceptron(List<Integer> hidden, int inputs, int outputs) {
        List<Integer> layers = new ArrayList<>(List.of(inputs));
        layers.addAll(hidden);
        layers.add(outputs);
        return new PerceptronShape(layers, Activation.RELU);
    }

    private PolicyOptimization.Terms terms() {
        return new PolicyOptimization.Terms(
                settings.estimation(),
                new ClippedSurrogate(
                        settings.surrogate().clip(), settings.surrogate().entropyWeight()),
                settings.surrogate().targetDivergence(),
                settings.schedule().epochs(),
                settings.schedule().minibatch(),
                adam(settings.optimization().policyRate()),
                adam(settings.optimization().valueRate()));
    }

    private Adam adam(double rate) {
        return Adam.of(rate).clippedTo(settings.optimization().gradientNorm());
    }

    /** Sizes of the agents' arrays. */
    public JointShape shape() {
        return shape;
    }

    /** The policies; closed with this. */
    public DecentralizedPolicy policy() {
        return policy;
    }

    /** The unit that rewards are measured in, above 0. */
    public double rewardUnit() {
        return rewardUnit.get();
    }

    /**
     * Adds real play: policies returned before are no longer the current ones, and rewards are scaled. Episodes end at
     * their absorbing states where the settings say so.
     */
    public List<EpisodeBuffer> keep(List<Trajectory> trajectories) {
        behavior = null;
        List<EpisodeBuffer> episodes = trajectories.stream()
                .map(trajectory -> EpisodeBuffer.of(trajectory, shape))
                .toList();
        episodes.forEach(episode -> rewardUnit.add(episode, shape.agents()));
        return settings.estimation().absorbing()
                ? episodes.stream().map(EpisodeBuffer::untilAbsorbed).toList()
                : episodes;
    }

    /** Real play to learn from. */
    public RolloutBatch rollouts(List<EpisodeBuffer> episodes) {
        return RolloutBatch.of(episodes, shape, rewardUnit.get());
    }

    /**
     * Clones the rule of demonstrations, where policies do not start as it, and learns its values.
     *
     * @param progress is told how far each is
     */
    public void pretrain(
            RolloutBatch demonstrations,
            Map<Metric, Double> measured,
            RandomGenerator chance,
            PretrainingProgress progress) {
        if (!settings.networks().rowPerAction()) {
            int epochs = start.cloningEpochs();
            measured.put(
                    Metric.CLONING_LOSS,
                    cloning.imitate(
                            demonstrations,
                            epochs,
                            chance,
                            over -> progress.over(PretrainingPart.POLICIES, over, epochs)));
        }
        int epochs = start.valueWarmUpEpochs();
        measured.put(
                Metric.VALUE_LOSS,
                optimization.evaluate(
                        demonstrations, epochs, chance, over -> progress.over(PretrainingPart.VALUES, over, epochs)));
    }

    /** Measures how much of what came in real play the values had expected, the time of the episode taken out. */
    public void explain(List<EpisodeBuffer> episodes, Map<Metric, Double> measured) {
        optimization
                .explainedVariance(rollouts(episodes))
                .ifPresent(share -> measured.put(Metric.VALUE_EXPLAINED, share));
    }

    /** Descriptions of the present policies' distributions for rollouts that they made. */
    public AgentTensor describe(RolloutBatch rollouts) {
        return policy.describe(rollouts, settings.schedule().minibatch());
    }

    /**
     * Improves policies and values by Eqs. (3) and (5).
     *
     * @param old descriptions of the distributions that acted
     * @param round that it belongs to
     * @return whether the policies diverged so far that the data are used up
     */
    public boolean improve(RolloutBatch rollouts, AgentTensor old, PolicyUpdate.Round round) {
        double share = Math.max(SHORTEST_STEP, Math.pow(settings.optimization().policyRateDecay(), round.number()));
        PolicyOptimization.Outcome outcome = optimization.improve(rollouts, old, share, round.chance());
        Map<Metric, Double> measured = round.measured();
        measured.put(Metric.POLICY_LOSS, outcome.policyLoss());
        measured.put(Metric.VALUE_LOSS, outcome.valueLoss());
        measured.put(Metric.POLICY_ENTROPY, outcome.entropy());
        measured.put(Metric.POLICY_KL, outcome.divergence());
        return outcome.stopped();
    }

    /** KL(old ‖ present policies) (nat) on the states of rollouts, mean over samples and agents. */
    public double divergence(RolloutBatch rollouts, AgentTensor old) {
        return optimization.divergence(rollouts, old);
    }

    /**
     * ε_π of Wu et al. 2023, Theorem 1, on the states of rollouts: the largest total variation distance of the joint
     * policies there, bounded by Pinsker's inequality.
     */
    public double largestShift(RolloutBatch rollouts, AgentTensor old) {
        return optimization.largestShift(rollouts, old);
    }

    /** A controller that draws its actions from the present policies. */
    public Controller behaviorPolicy(long seed) {
        return behavior().fresh(seed);
    }

    private synchronized ControllerSource behavior() {
        ControllerSource present = behavior;
        if (present == null) {
            present = policy.exploring(seeds);
            behavior = present;
        }
        return present;
    }

    /** Writes its complete state, exactly, the policies first. */
    public void writeTo(DataOutput out) throws IOException {
        writeFunctionsTo(out);
        rewardUnit.writeTo(out);
    }

    /** Takes over what {@link #writeTo} wrote. */
    public void readFrom(DataInput in) throws IOException {
        readFunctionsFrom(in);
        rewardUnit.readFrom(in);
    }

    /** Takes over the policies that another learner wrote first; their optimizer begins anew. */
    public void readPolicyFrom(DataInput in) throws IOException {
        behavior = null;
        policy.readFrom(in);
        policy.resetOptimizer();
    }

    /** Policies and values with their optimizers' memory, to {@linkplain #returnTo return to} later. */
    public byte[] snapshot() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeFunctionsTo(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /** Policies and values become those of a {@link #snapshot} again. */
    public void returnTo(byte[] snapshot) {
        try {
            readFunctionsFrom(new DataInputStream(new ByteArrayInputStream(snapshot)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be read", impossible);
        }
    }

    private void writeFunctionsTo(DataOutput out) throws IOException {
        policy.writeTo(out);
        value.writeTo(out);
    }

    private void readFunctionsFrom(DataInput in) throws IOException {
        behavior = null;
        policy.readFrom(in);
        value.readFrom(in);
    }

    @Override
    public void close() {
        optimization.close();
        policy.close();
        value.close();
    }
}
