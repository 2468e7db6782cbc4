package io.clearway.algorithm.ppo;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.policygradient.ActorCritic;
import io.clearway.algorithm.policygradient.Execution;
import io.clearway.algorithm.policygradient.Experience;
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

/** Algorithm 1 of Schulman et al. 2017 for all agents at once: a round of real play, then epochs on it. */
final class PpoLearner implements Learner {
    private final PpoSettings settings;
    private final Task task;
    private final Seeds seeds;
    private final ComputePool pool;
    private final ActorCritic actorCritic;
    private final Locality locality;
    private int rounds;

    PpoLearner(Task task, PpoSettings settings, Seeds seeds) {
        this.settings = settings;
        this.task = task;
        this.seeds = seeds;
        this.pool = new ComputePool(settings.actorCritic().threads());
        this.actorCritic = new ActorCritic(task, settings.actorCritic(), settings.start(), seeds, pool);
        this.locality = new Locality(task, settings.actorCritic(), 0);
    }

    /** The form of a saved state; the policies stand first. */
    static LearnerState state(Task task) {
        return new LearnerState("ppo-2", task.agents());
    }

    @Override
    public Optional<Lesson> lesson() {
        return actorCritic.lesson(rounds);
    }

    @Override
    public Map<Metric, Double> study(List<Trajectory> demonstrations) {
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        Experience shown = actorCritic.experience(actorCritic.keep(demonstrations));
        actorCritic.study(shown, measured, seeds.generator("study", rounds));
        rounds++;
        return measured;
    }

    @Override
    public int episodesPerRound() {
        return settings.actorCritic().episodesPerRound();
    }

    @Override
    public Controller explorer(long seed) {
        return actorCritic.explorer(seed);
    }

    @Override
    public Map<Metric, Double> learn(List<Trajectory> round) {
        RandomGenerator chance = seeds.generator("learn", rounds);
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        Experience lived = actorCritic.experience(actorCritic.keep(round));
        float[] acted = actorCritic.describe(lived);
        boolean converged = false;
        for (int update = 0; update < settings.actorCritic().innerSteps() && !converged; update++) {
            converged = actorCritic.improve(lived, acted, measured, chance);
        }
        locality.report(measured);
        rounds++;
        return measured;
    }

    @Override
    public ControllerSource policy() {
        return Execution.named(settings.actorCritic().execution()).of(actorCritic.policy());
    }

    @Override
    public byte[] save() {
        return state(task).bytes(out -> {
            actorCritic.writeTo(out);
            out.writeInt(rounds);
        });
    }

    /** Takes over what {@link #save} gave. */
    void restore(byte[] state) {
        state(task).readAll(state, in -> {
            actorCritic.readFrom(in);
            rounds = in.readInt();
        });
    }

    @Override
    public void close() {
        actorCritic.close();
        pool.close();
    }
}
