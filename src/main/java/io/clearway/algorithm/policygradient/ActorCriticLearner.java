package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.diagnostics.LocalityDependence;
import io.clearway.algorithm.diagnostics.LocalityDiagnostics;
import io.clearway.algorithm.experience.ObservedGraph;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.compute.ComputePool;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A learner of decentralized policies and extended values, round by round; updated by a {@link PolicyUpdate}. */
final class ActorCriticLearner implements Learner {
    private final ActorCriticSettings settings;
    private final Demonstrations demonstrations;
    private final LearnerState format;
    private final Seeds seeds;
    private final ComputePool pool;
    private final ActorCritic actorCritic;
    private final PolicyUpdate update;
    private final LocalityDiagnostics locality;
    private final LocalityDependence dependence;
    private int rounds;

    private ActorCriticLearner(Task task, LearnerState format, PolicyUpdate.Basis<?> basis, PolicyUpdate update) {
        this.settings = basis.settings().actorCritic();
        this.demonstrations = basis.settings().start().demonstrations();
        this.format = format;
        this.seeds = basis.seeds();
        this.pool = basis.pool();
        this.actorCritic = basis.actorCritic();
        this.update = update;
        // such policies observe their own agent only
        int observed = settings.networks().rowPerAction() ? 0 : settings.radii().policyRadius();
        this.locality = locality(basis.task(), observed);
        // ξ is the network's, whomever agents listen to
        this.dependence = new LocalityDependence(task, observed);
    }

    private LocalityDiagnostics locality(Task observed, int policyRadius) {
        ActorCriticSettings.Radii radii = settings.radii();
        var hops = new LocalityDiagnostics.Radii(
                policyRadius, radii.valueRadius(), radii.advantageRadius(), update.modelRadius());
        // the theorems are about neighbors in the network
        return radii.observedGraph() == ObservedGraph.NETWORK
                ? LocalityDiagnostics.withBounds(
                        observed, hops, settings.estimation().discount(), update.rolloutLength())
                : LocalityDiagnostics.ofCommunication(observed, hops);
    }

    /** A learner that knows nothing yet. */
    static <S extends ActorCriticTerms> ActorCriticLearner start(
            ActorCriticMethod<S> method, Task task, S settings, Seeds seeds) {
        ComputePool pool = new ComputePool(settings.actorCritic().schedule().threads());
        Task observed = settings.actorCritic().radii().observed(task);
        ActorCritic actorCritic = new ActorCritic(observed, settings.actorCritic(), settings.start(), seeds, pool);
        var basis = new PolicyUpdate.Basis<>(observed, settings, seeds, pool, actorCritic);
        try {
            return new ActorCriticLearner(
                    task, method.format(task, settings), basis, method.update().apply(basis));
        } catch (RuntimeException refused) {
            actorCritic.close();
            pool.close();
            throw refused;
        }
    }

    @Override
    public Optional<WarmStart> warmStart() {
        return demonstrations.before(rounds, this::pretrain);
    }

    private Map<Metric, Double> pretrain(List<Trajectory> demonstrations, PretrainingProgress progress) {
        RandomGenerator chance = seeds.generator("study", rounds);
        PolicyUpdate.Round round = round(demonstrations, chance);
        update.pretrain(round, progress);
        actorCritic.pretrain(actorCritic.rollouts(round.episodes()), round.measured(), chance, progress);
        update.pretrained(round);
        rounds++;
        return round.measured();
    }

    @Override
    public int episodesPerRound() {
        return settings.schedule().episodesPerRound();
    }

    /** Actions are drawn from the decentralized policies as they were after the last round. */
    @Override
    public Controller behaviorPolicy(long seed) {
        return actorCritic.behaviorPolicy(seed);
    }

    @Override
    public Map<Metric, Double> learn(List<Trajectory> episodes) {
        PolicyUpdate.Round round = round(episodes, seeds.generator("learn", rounds));
        actorCritic.explain(round.episodes(), round.measured());
        update.learn(round);
        locality.report(round.measured());
        dependence.report(round.episodes(), round.measured(), seeds.generator("dependence", rounds));
        rounds++;
        return round.measured();
    }

    private PolicyUpdate.Round round(List<Trajectory> played, RandomGenerator chance) {
        return new PolicyUpdate.Round(rounds, actorCritic.keep(played), new EnumMap<>(Metric.class), chance);
    }

    @Override
    public ControllerSource policy() {
        return settings.execution().of(actorCritic.policy());
    }

    /** The policies come first. */
    @Override
    public byte[] save() {
        return format.bytes(out -> {
            actorCritic.writeTo(out);
            out.writeInt(rounds);
            update.writeTo(out);
        });
    }

    @Override
    public void restore(byte[] state) {
        format.readAll(state, in -> {
            actorCritic.readFrom(in);
            rounds = in.readInt();
            update.readFrom(in);
        });
    }

    /** Policies that fit any network begin with another run's; values begin anew. */
    @Override
    public void startFrom(byte[] state) {
        if (!settings.networks().rowPerAction()) {
            throw new IllegalArgumentException(
                    "initial policy: it fits its own network only; leave it out, or train both with rowPerAction=true");
        }
        format.read(state, actorCritic::readPolicyFrom);
    }

    @Override
    public void close() {
        update.close();
        actorCritic.close();
        pool.close();
    }
}
