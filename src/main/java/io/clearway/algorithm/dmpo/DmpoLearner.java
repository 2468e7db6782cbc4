package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.policygradient.ActorCritic;
import io.clearway.algorithm.policygradient.Episode;
import io.clearway.algorithm.policygradient.Execution;
import io.clearway.algorithm.policygradient.Experience;
import io.clearway.algorithm.policygradient.JointShape;
import io.clearway.algorithm.policygradient.Locality;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.ComputePool;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Algorithm 2 of Ma et al. 2024: {@link #learn} is one of its epochs. */
public final class DmpoLearner implements Learner {
    private final Kind kind;
    private final DmpoSettings settings;
    private final ModelSettings model;
    private final Task task;
    private final Seeds seeds;
    private final ComputePool pool;
    private final ActorCritic actorCritic;
    private final Locality locality;
    private final Replay replay;
    private final DynamicsScales scales;
    private final WorldModel world;
    private final BranchedRollout imagination;
    private int rounds;
    private boolean modelWarm;

    /** A learner that knows nothing yet. */
    public DmpoLearner(Kind kind, Task task, DmpoSettings settings, Seeds seeds) {
        this.kind = kind;
        this.settings = settings;
        this.model = settings.model();
        this.task = task;
        this.seeds = seeds;
        this.pool = new ComputePool(settings.actorCritic().threads());
        // Lines 1–3: initialize buffers, rollout length, models p, actors π and critics V by the graph.
        this.actorCritic = new ActorCritic(task, settings.actorCritic(), settings.start(), seeds, pool);
        this.locality = new Locality(task, settings.actorCritic(), model.rolloutLength());
        JointShape shape = actorCritic.shape();
        Parts parts = new Parts(task, settings, seeds, pool);
        this.replay = new Replay(shape, model.replayEpisodes());
        this.scales = new DynamicsScales(shape);
        this.world = kind.maker().make(parts, scales, actorCritic.policy());
        this.imagination = new BranchedRollout(
                shape, actorCritic.policy(), world.imagination(), model.rollouts(), model.rolloutLength());
    }

    /**
     * What tells one method that imagines from another.
     *
     * @param mark of saved states
     * @param maker of the world model
     */
    public record Kind(String mark, WorldModel.Maker maker) {
        /** The form of a saved state; the policies stand first. */
        public LearnerState state(Task task) {
            return new LearnerState(mark, task.agents());
        }
    }

    @Override
    public Optional<Lesson> lesson() {
        return actorCritic.lesson(rounds);
    }

    @Override
    public Map<Metric, Double> study(List<Trajectory> demonstrations) {
        List<Episode> shown = keep(demonstrations);
        RandomGenerator chance = seeds.generator("study", rounds);
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        report(measured, fitDynamics(chance));
        actorCritic.study(actorCritic.experience(shown), measured, chance);
        judge(measured);
        rounds++;
        return measured;
    }

    @Override
    public int episodesPerRound() {
        return settings.actorCritic().episodesPerRound();
    }

    /** Line 5: actions are drawn from the decentralized policies as they were after the last round. */
    @Override
    public Controller explorer(long seed) {
        return actorCritic.explorer(seed);
    }

    @Override
    public Map<Metric, Double> learn(List<Trajectory> round) {
        // Line 6: D^E ← D^E ∪ τ^E.
        List<Episode> lived = keep(round);
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        if (replay.seen() >= model.warmUpEpisodes()) {
            improve(lived, measured);
        }
        locality.report(measured);
        rounds++;
        return measured;
    }

    private void improve(List<Episode> lived, Map<Metric, Double> measured) {
        RandomGenerator chance = seeds.generator("learn", rounds);
        // Line 7: update the models p by Eq. (6) on D^E.
        ModelError error = fitDynamics(chance);
        report(measured, error);
        judge(measured);
        Experience real = actorCritic.experience(lived);
        float[] acted = actorCritic.describe(real);
        int imagined = 0;
        int updates = 0;
        boolean converged = false;
        // Line 8: for many steps.
        while (updates < settings.actorCritic().innerSteps() && !converged) {
            if (error.below(model.modelErrorThreshold()) && chance.nextDouble() < model.modelProbability()) {
                // Lines 9–13: branch T-step rollouts off from D^E into D^M.
                var rollouts =
                        imagination.branchOff(replay.newest(model.branchEpisodes()), actorCritic.rewardUnit(), chance);
                // Lines 14–17: update V by Eq. (3) and π by Eq. (5) on D^M.
                actorCritic.improve(rollouts.experience(), rollouts.descriptions(), measured, chance);
                imagined++;
            } else {
                // The mixture of the authors' code: the same on the round's real play.
                converged = actorCritic.improve(real, acted, measured, chance);
            }
            updates++;
        }
        measured.put(Metric.IMAGINED_SHARE, (double) imagined / updates);
    }

    private List<Episode> keep(List<Trajectory> lived) {
        List<Episode> episodes = actorCritic.keep(lived);
        episodes.forEach(replay::add);
        episodes.forEach(scales::add);
        return episodes;
    }

    private ModelError fitDynamics(RandomGenerator chance) {
        world.rescale(scales.frozen());
        int updates = modelWarm ? model.modelUpdates() : model.modelWarmUpUpdates();
        modelWarm = true;
        return world.fit(replay, updates, chance);
    }

    /** Errors over several steps; chance of their own, so that looking at them changes nothing. */
    private void judge(Map<Metric, Double> measured) {
        RandomGenerator chance = seeds.generator("judge", rounds);
        OpenLoop.windows(replay, chance).forEach(windows -> world.judge(windows, measured, chance));
    }

    private static void report(Map<Metric, Double> measured, ModelError error) {
        if (Double.isFinite(error.sum())) {
            measured.put(Metric.MODEL_STATE_ERROR, error.state());
            measured.put(Metric.MODEL_REWARD_ERROR, error.reward());
            measured.put(Metric.MODEL_LEGALITY_ERROR, error.legality());
        }
    }

    @Override
    public ControllerSource policy() {
        return Execution.named(settings.actorCritic().execution()).of(actorCritic.policy());
    }

    @Override
    public byte[] save() {
        return kind.state(task).bytes(out -> {
            actorCritic.writeTo(out);
            out.writeInt(rounds);
            out.writeBoolean(modelWarm);
            scales.writeTo(out);
            world.writeTo(out);
            replay.writeTo(out);
        });
    }

    /** Takes over what {@link #save} gave. */
    public void restore(byte[] state) {
        kind.state(task).readAll(state, in -> {
            actorCritic.readFrom(in);
            rounds = in.readInt();
            modelWarm = in.readBoolean();
            scales.readFrom(in);
            world.readFrom(in);
            replay.readFrom(in);
        });
        world.rescale(scales.frozen());
    }

    @Override
    public void close() {
        actorCritic.close();
        world.close();
        pool.close();
    }
}
