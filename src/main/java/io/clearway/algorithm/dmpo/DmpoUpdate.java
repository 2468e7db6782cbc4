package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.Learner.PretrainingPart;
import io.clearway.algorithm.Learner.PretrainingProgress;
import io.clearway.algorithm.dmpo.model.EndRule;
import io.clearway.algorithm.dmpo.model.FeatureNormalizer;
import io.clearway.algorithm.dmpo.model.ModelError;
import io.clearway.algorithm.dmpo.model.ModelFactory;
import io.clearway.algorithm.dmpo.model.ModelSettings;
import io.clearway.algorithm.dmpo.model.ModelTerms;
import io.clearway.algorithm.dmpo.model.MultiStepError;
import io.clearway.algorithm.dmpo.model.Replay;
import io.clearway.algorithm.dmpo.model.WorldModel;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.policygradient.ActorCritic;
import io.clearway.algorithm.policygradient.PolicyUpdate;
import io.clearway.metric.Metric;
import io.clearway.network.Seeds;
import io.clearway.neural.AgentTensor;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Algorithm 2 of Ma et al. 2024, whatever its world model is: {@link #learn} is one of its epochs. */
public final class DmpoUpdate implements PolicyUpdate {
    private final ModelSettings model;
    private final Seeds seeds;
    private final int innerSteps;
    private final ActorCritic actorCritic;
    private final Replay replay;
    private final FeatureNormalizer scales;
    private final WorldModel world;
    private final BranchedRollout imagination;
    private final Optional<ImaginationTrust> trust;
    private boolean modelWarm;

    /** Lines 1–3: initialize buffers, rollout length, models p by the graph; actors π and critics V are there. */
    public DmpoUpdate(Basis<? extends ModelTerms> basis, WorldModel.Maker maker) {
        this.model = basis.settings().model();
        this.seeds = basis.seeds();
        this.innerSteps = basis.settings().actorCritic().schedule().innerSteps();
        this.actorCritic = basis.actorCritic();
        JointShape shape = actorCritic.shape();
        ModelFactory parts = new ModelFactory(basis.task(), basis.settings(), seeds, basis.pool());
        this.replay = new Replay(shape, model.data().replayEpisodes());
        this.scales = new FeatureNormalizer(shape);
        this.world = maker.make(parts, scales, actorCritic.policy());
        this.imagination =
                new BranchedRollout(shape, actorCritic.policy(), world.imagination(), extent(basis.settings()));
        this.trust = trust(model.imagination());
    }

    private static Optional<ImaginationTrust> trust(ModelSettings.Imagination imagined) {
        double radius = imagined.trustRadius();
        return radius > 0 ? Optional.of(new ImaginationTrust(radius)) : Optional.empty();
    }

    private static BranchedRollout.Extent extent(ModelTerms settings) {
        var imagined = settings.model().imagination();
        boolean absorbing = settings.actorCritic().estimation().absorbing();
        return new BranchedRollout.Extent(
                imagined.rollouts(), imagined.rolloutLength(), absorbing ? EndRule.ANY : EndRule.MOST);
    }

    @Override
    public int rolloutLength() {
        return model.imagination().rolloutLength();
    }

    @Override
    public int modelRadius() {
        return model.networks().modelGraph().hops(model.networks().modelRadius());
    }

    @Override
    public void pretrain(Round demonstrations, PretrainingProgress progress) {
        progress.over(PretrainingPart.MODEL, 0, 1);
        keep(demonstrations);
        report(demonstrations.measured(), fitDynamics(demonstrations.chance()));
        progress.over(PretrainingPart.MODEL, 1, 1);
    }

    @Override
    public void pretrained(Round demonstrations) {
        validate(demonstrations);
    }

    @Override
    public void learn(Round round) {
        // Line 6: D^E ← D^E ∪ τ^E.
        keep(round);
        if (replay.seen() >= model.data().warmUpEpisodes()) {
            improve(round);
        }
    }

    private void improve(Round round) {
        RandomGenerator chance = round.chance();
        // Line 7: update the models p by Eq. (6) on D^E.
        ModelError error = fitDynamics(chance);
        report(round.measured(), error);
        validate(round);
        if (returnedToTheBest(round)) {
            return;
        }
        RolloutBatch real = actorCritic.rollouts(round.episodes());
        AgentTensor acted = actorCritic.describe(real);
        boolean trusted = model.imagination().admits(error);
        int imagined = 0;
        int updates = 0;
        boolean converged = false;
        // Line 8: for many steps.
        while (updates < innerSteps && !converged) {
            boolean imagines = updates >= model.imagination().realUpdatesFirst() && trusted;
            if (imagines && chance.nextDouble() < model.imagination().modelProbability()) {
                trusted = imagine(round, real, acted);
                imagined += trusted ? 1 : 0;
            } else {
                // The mixture of the authors' code: the same on the round's real play.
                converged = actorCritic.improve(real, acted, round);
            }
            updates++;
        }
        trust.ifPresent(region -> region.went(actorCritic.divergence(real, acted)));
        world.bound(() -> actorCritic.largestShift(real, acted), round.measured());
        round.measured().put(Metric.IMAGINED_SHARE, (double) imagined / updates);
    }

    /** An update on imagined play; taken back where it left the trust region. Whether it was kept. */
    private boolean imagine(Round round, RolloutBatch real, AgentTensor acted) {
        byte[] before = trust.isPresent() ? actorCritic.snapshot() : new byte[0];
        // Lines 9–13: branch T-step rollouts off from D^E into D^M.
        var recent = replay.newest(model.imagination().branchEpisodes());
        var play = imagination.branchOff(recent, actorCritic.rewardUnit(), round.chance());
        // Lines 14–17: update V by Eq. (3) and π by Eq. (5) on D^M.
        actorCritic.improve(play.rollouts(), play.descriptions(), round);
        boolean left = trust.isPresent() && trust.get().radius() < actorCritic.divergence(real, acted);
        if (left) {
            actorCritic.returnTo(before);
        }
        return !left;
    }

    /** Whether the round's real play shows that the policies lost what they had; then they are the best ones again. */
    private boolean returnedToTheBest(Round round) {
        if (trust.isEmpty()) {
            return false;
        }
        double returned = round.episodes().stream()
                .mapToDouble(EpisodeBuffer::sumOfRewards)
                .average()
                .orElseThrow();
        boolean fell = trust.get().fell(returned, actorCritic.snapshot());
        round.measured().put(Metric.TRUST_RADIUS, trust.get().radius());
        if (fell) {
            actorCritic.returnTo(trust.get().incumbent());
            round.measured().put(Metric.IMAGINED_SHARE, 0.0);
        }
        return fell;
    }

    private void keep(Round round) {
        round.episodes().forEach(replay::add);
        round.episodes().forEach(scales::add);
    }

    private ModelError fitDynamics(RandomGenerator chance) {
        world.rescale(scales.frozen());
        int updates =
                modelWarm ? model.training().modelUpdates() : model.training().modelWarmUpUpdates();
        modelWarm = true;
        return world.fit(replay, updates, chance);
    }

    /** Errors over several steps, with random numbers of their own, so that measuring them changes nothing. */
    private void validate(Round round) {
        RandomGenerator chance = seeds.generator("judge", round.number());
        MultiStepError.windows(replay, chance).forEach(windows -> world.validate(windows, round.measured(), chance));
    }

    private static void report(Map<Metric, Double> measured, ModelError error) {
        if (Double.isFinite(error.sum())) {
            measured.put(Metric.MODEL_STATE_ERROR, error.state());
            measured.put(Metric.MODEL_REWARD_ERROR, error.reward());
            measured.put(Metric.MODEL_LEGALITY_ERROR, error.legality());
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        out.writeBoolean(modelWarm);
        scales.writeTo(out);
        world.writeTo(out);
        replay.writeTo(out);
        if (trust.isPresent()) {
            trust.get().writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        modelWarm = in.readBoolean();
        scales.readFrom(in);
        world.readFrom(in);
        replay.readFrom(in);
        if (trust.isPresent()) {
            trust.get().readFrom(in);
        }
        world.rescale(scales.frozen());
    }

    @Override
    public void close() {
        world.close();
    }
}
