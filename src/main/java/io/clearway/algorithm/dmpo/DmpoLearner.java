package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.policygradient.BehaviorCloning;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.algorithm.policygradient.Episode;
import io.clearway.algorithm.policygradient.Execution;
import io.clearway.algorithm.policygradient.Experience;
import io.clearway.algorithm.policygradient.ExtendedValue;
import io.clearway.algorithm.policygradient.JointShape;
import io.clearway.algorithm.policygradient.PolicyOptimization;
import io.clearway.algorithm.policygradient.RewardUnit;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.ComputePool;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Algorithm 2 of Ma et al. 2024: {@link #learn} is one of its epochs. */
final class DmpoLearner implements Learner {
    private final DmpoSettings settings;
    private final Seeds seeds;
    private final JointShape shape;
    private final LearnerState format;
    private final ComputePool pool;
    private final Replay replay;
    private final RewardUnit rewardUnit;
    private final DynamicsScales scales;
    private final LocalDynamics dynamics;
    private final DynamicsTraining dynamicsTraining;
    private final DecentralizedPolicy policy;
    private final ExtendedValue value;
    private final PolicyOptimization optimization;
    private final BehaviorCloning cloning;
    private final BranchedRollout imagination;
    private int rounds;
    private boolean modelWarm;
    private @Nullable ControllerSource explorers;

    DmpoLearner(Task task, DmpoSettings settings, Seeds seeds) {
        this.settings = settings;
        this.seeds = seeds;
        this.pool = new ComputePool(settings.threads());
        // Lines 1–3: initialize buffers, rollout length, models p, actors π and critics V by the graph.
        Parts parts = new Parts(task, settings, seeds, pool);
        this.shape = parts.shape();
        this.format = parts.format();
        this.replay = new Replay(shape, settings.replayEpisodes());
        this.rewardUnit = new RewardUnit(settings.discount());
        this.scales = new DynamicsScales(shape);
        this.dynamics = parts.dynamics(scales);
        this.dynamicsTraining = parts.training(dynamics);
        this.policy = parts.policy();
        this.value = parts.value();
        this.optimization = parts.optimization(policy, value);
        this.cloning = parts.cloning(policy);
        this.imagination = new BranchedRollout(policy, dynamics, settings.rollouts(), settings.rolloutLength());
    }

    @Override
    public Optional<Lesson> lesson() {
        boolean wanted = rounds == 0 && !settings.warmStart().isEmpty();
        return wanted ? Optional.of(new Lesson(settings.warmStart(), settings.warmStartEpisodes())) : Optional.empty();
    }

    @Override
    public Map<Metric, Double> study(List<Trajectory> demonstrations) {
        List<Episode> shown = keep(demonstrations);
        RandomGenerator chance = seeds.generator("study", rounds);
        Experience experience = Experience.of(shown, shape, rewardUnit.get());
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        report(measured, fitDynamics(chance));
        measured.put(Metric.CLONING_LOSS, cloning.imitate(experience, settings.cloningEpochs(), chance));
        measured.put(
                Metric.VALUE_LOSS,
                optimization.evaluate(experience, settings.valueWarmUpEpochs(), settings.lambda(), chance));
        rounds++;
        return measured;
    }

    @Override
    public int episodesPerRound() {
        return settings.episodesPerRound();
    }

    @Override
    public Controller explorer(long seed) {
        return explorers().fresh(seed);
    }

    /** Line 5: actions are drawn from the decentralized policies as they were after the last round. */
    private synchronized ControllerSource explorers() {
        ControllerSource present = explorers;
        if (present == null) {
            present = policy.exploring(seeds);
            explorers = present;
        }
        return present;
    }

    @Override
    public Map<Metric, Double> learn(List<Trajectory> round) {
        // Line 6: D^E ← D^E ∪ τ^E.
        List<Episode> lived = keep(round);
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        if (replay.seen() >= settings.warmUpEpisodes()) {
            improve(lived, measured);
        }
        rounds++;
        return measured;
    }

    private void improve(List<Episode> lived, Map<Metric, Double> measured) {
        RandomGenerator chance = seeds.generator("learn", rounds);
        // Line 7: update the models p by Eq. (6) on D^E.
        ModelError error = fitDynamics(chance);
        report(measured, error);
        Experience real = Experience.of(lived, shape, rewardUnit.get());
        float[] realLogits = policy.logits(real, settings.minibatch());
        int imagined = 0;
        int updates = 0;
        boolean converged = false;
        // Line 8: for many steps.
        while (updates < settings.innerSteps() && !converged) {
            PolicyOptimization.Outcome outcome;
            if (error.below(settings.modelErrorThreshold()) && chance.nextDouble() < settings.modelProbability()) {
                // Lines 9–13: branch T-step rollouts off from D^E into D^M.
                var rollouts =
                        imagination.branchOff(replay.newest(settings.branchEpisodes()), rewardUnit.get(), chance);
                // Lines 14–17: update V by Eq. (3) and π by Eq. (5) on D^M.
                outcome = optimization.improve(rollouts.experience(), rollouts.logits(), chance);
                imagined++;
            } else {
                // The mixture of the authors' code: the same on the round's real play.
                outcome = optimization.improve(real, realLogits, chance);
                converged = outcome.stopped();
            }
            updates++;
            report(measured, outcome);
        }
        measured.put(Metric.IMAGINED_SHARE, (double) imagined / updates);
    }

    private List<Episode> keep(List<Trajectory> lived) {
        explorers = null;
        List<Episode> episodes = new ArrayList<>();
        for (Trajectory trajectory : lived) {
            Episode episode = Episode.of(trajectory, shape);
            episodes.add(episode);
            replay.add(episode);
            scales.add(episode);
            rewardUnit.add(episode, shape.agents());
        }
        return episodes;
    }

    private ModelError fitDynamics(RandomGenerator chance) {
        dynamics.rescale(scales.frozen());
        int updates = modelWarm ? settings.modelUpdates() : settings.modelWarmUpUpdates();
        modelWarm = true;
        return dynamicsTraining.fit(replay, updates, chance);
    }

    private static void report(Map<Metric, Double> measured, ModelError error) {
        if (Double.isFinite(error.sum())) {
            measured.put(Metric.MODEL_STATE_ERROR, error.state());
            measured.put(Metric.MODEL_REWARD_ERROR, error.reward());
            measured.put(Metric.MODEL_LEGALITY_ERROR, error.legality());
        }
    }

    private static void report(Map<Metric, Double> measured, PolicyOptimization.Outcome outcome) {
        measured.put(Metric.POLICY_LOSS, outcome.policyLoss());
        measured.put(Metric.VALUE_LOSS, outcome.valueLoss());
        measured.put(Metric.POLICY_ENTROPY, outcome.entropy());
        measured.put(Metric.POLICY_KL, outcome.divergence());
    }

    @Override
    public ControllerSource policy() {
        return Execution.named(settings.execution()).of(policy);
    }

    @Override
    public byte[] save() {
        return format.bytes(out -> {
            policy.writeTo(out);
            out.writeInt(rounds);
            out.writeBoolean(modelWarm);
            value.writeTo(out);
            scales.writeTo(out);
            dynamics.writeTo(out);
            rewardUnit.writeTo(out);
            replay.writeTo(out);
        });
    }

    /** Takes over what {@link #save} gave. */
    void restore(byte[] state) {
        format.readAll(state, in -> {
            policy.readFrom(in);
            rounds = in.readInt();
            modelWarm = in.readBoolean();
            value.readFrom(in);
            scales.readFrom(in);
            dynamics.readFrom(in);
            rewardUnit.readFrom(in);
            replay.readFrom(in);
        });
        dynamics.rescale(scales.frozen());
    }

    @Override
    public void close() {
        optimization.close();
        policy.close();
        value.close();
        dynamics.close();
        pool.close();
    }
}
