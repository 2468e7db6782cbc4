package io.clearway.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The meters that Clearway adds to those of its libraries, but for the figures of single runs, which are the
 * {@link io.clearway.metric.Metric metrics}. A constant is the single place of a meter's name, unit, tags and meaning.
 */
public enum MeterName {
    EXCHANGE(
            "coupling.exchange",
            Meter.Type.TIMER,
            null,
            "One exchange with the simulator: commands sent, simulation steps, readings received",
            "simulation"),
    STEPS(
            "coupling.steps",
            Meter.Type.COUNTER,
            null,
            "Simulation steps; of joined simulations, whose steps are unknown, seconds of simulated time",
            "simulation"),
    SIMULATED(
            "coupling.simulated",
            Meter.Type.COUNTER,
            "seconds",
            "Simulated time that passed under Clearway's control",
            "simulation"),
    EXCHANGE_FAILURES("coupling.failures", Meter.Type.COUNTER, null, "Exchanges that ended in an error", "simulation"),
    SIMULATIONS(
            "simulations",
            Meter.Type.GAUGE,
            null,
            "Open simulations; own ones are SUMO processes of this service",
            "simulation"),
    EPISODES("training.episodes", Meter.Type.COUNTER, null, "Training episodes", "scenario", "algorithm", "controller"),
    DECISIONS(
            "training.decisions",
            Meter.Type.COUNTER,
            null,
            "Joint decisions taken in training",
            "scenario",
            "algorithm"),
    EPISODE_QUEUE(
            "training.queue",
            Meter.Type.DISTRIBUTION_SUMMARY,
            "vehicles",
            "Mean queue of each training episode",
            "scenario",
            "algorithm"),
    EPISODE_DELAY(
            "training.delay",
            Meter.Type.DISTRIBUTION_SUMMARY,
            "seconds",
            "Mean delay of the trips of each training episode",
            "scenario",
            "algorithm"),
    EPISODE_ARRIVALS(
            "training.arrived",
            Meter.Type.COUNTER,
            "vehicles",
            "Vehicles that reached their destination in training episodes",
            "scenario",
            "algorithm"),
    EVALUATION_EPISODES(
            "evaluation.episodes",
            Meter.Type.COUNTER,
            null,
            "Held-out episodes, of policies and of rules",
            "scenario",
            "algorithm"),
    RUN_PROGRESS(
            "run.progress",
            Meter.Type.GAUGE,
            "ratio",
            "Decisions done, as a share of those requested",
            "run",
            "scenario",
            "algorithm"),
    RUNS_TAKEN_OVER(
            "runs.taken.over", Meter.Type.COUNTER, null, "Runs taken from a worker that was lost or lost its database"),
    FALLBACKS("fallbacks", Meter.Type.COUNTER, null, "Times that a signal of any deployment fell back to fixed time"),
    SIGNAL_EVENTS("signal.events", Meter.Type.COUNTER, null, "Faults of signals and orders of operators", "kind"),
    EVENT_LOG_LOST(
            "event.log.lost",
            Meter.Type.COUNTER,
            "seconds",
            "Simulated time that event logs of deployments lack, as the disk was full or too slow"),
    DEPLOYMENT_QUEUE(
            "deployment.queue", Meter.Type.GAUGE, "vehicles", "Halting vehicles per signal link", Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_HALTING(
            "deployment.halting",
            Meter.Type.GAUGE,
            "vehicles",
            "Halting vehicles on all approaches",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_WAITING(
            "deployment.waiting",
            Meter.Type.GAUGE,
            "seconds",
            "Present waiting time per vehicle in the network",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_RUNNING(
            "deployment.running", Meter.Type.GAUGE, "vehicles", "Vehicles in the network", Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_KEPT_OUT(
            "deployment.kept.out",
            Meter.Type.GAUGE,
            "vehicles",
            "Vehicles kept out of the network because queues have spilled back over its entries",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_ARRIVED(
            "deployment.arrived",
            Meter.Type.COUNTER,
            "vehicles",
            "Vehicles that reached their destination",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_DEPARTED(
            "deployment.departed",
            Meter.Type.COUNTER,
            "vehicles",
            "Vehicles that entered the network",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_TELEPORTED(
            "deployment.teleported",
            Meter.Type.COUNTER,
            "vehicles",
            "Vehicles teleported because they were stuck",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_COLLIDED(
            "deployment.collided", Meter.Type.COUNTER, "vehicles", "Vehicles in collisions", Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_TRIPS(
            "deployment.trips",
            Meter.Type.COUNTER,
            "vehicles",
            "Vehicles that left the network, by mode of travel",
            Tag.OF_A_MODE),
    DEPLOYMENT_TIME_LOSS(
            "deployment.time.loss",
            Meter.Type.COUNTER,
            "seconds",
            "Time that they had lost against driving at the desired speed",
            Tag.OF_A_MODE),
    DEPLOYMENT_SIGNALS("deployment.signals", Meter.Type.GAUGE, null, "Signals under its control", Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_FALLEN(
            "deployment.fallen.signals",
            Meter.Type.GAUGE,
            null,
            "Signals on fixed time because of a fault",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_DECISIONS(
            "deployment.decisions",
            Meter.Type.COUNTER,
            null,
            "Decisions requested from the controller",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_LATE(
            "deployment.decisions.late",
            Meter.Type.COUNTER,
            null,
            "Decisions that missed the deadline",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_FAILED(
            "deployment.decisions.failed",
            Meter.Type.COUNTER,
            null,
            "Decisions that ended in an error of the controller",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_REFUSED(
            "deployment.phases.refused",
            Meter.Type.COUNTER,
            null,
            "Phase changes that the safety envelope rejected",
            Tag.OF_A_DEPLOYMENT),
    DEPLOYMENT_SIMULATED(
            "deployment.simulated", Meter.Type.GAUGE, "seconds", "Simulated time of day", Tag.OF_A_DEPLOYMENT),
    INTERSECTION_QUEUE(
            "intersection.queue", Meter.Type.GAUGE, "vehicles", "Halting vehicles per signal link", Tag.OF_A_SIGNAL),
    INTERSECTION_HALTING(
            "intersection.halting",
            Meter.Type.GAUGE,
            "vehicles",
            "Halting vehicles on its approaches",
            Tag.OF_A_SIGNAL),
    INTERSECTION_WAITING(
            "intersection.waiting",
            Meter.Type.GAUGE,
            "seconds",
            "Present waiting time per vehicle on its approaches",
            Tag.OF_A_SIGNAL),
    INTERSECTION_FALLEN(
            "intersection.fallen",
            Meter.Type.GAUGE,
            null,
            "1 on fixed time because of a fault, else 0",
            Tag.OF_A_SIGNAL),
    INTERSECTION_SPLIT_FAILURES(
            "intersection.split.failures",
            Meter.Type.GAUGE,
            null,
            "Split failures in the newest quarter of an hour of its event log; only of deployments that keep one",
            Tag.OF_A_SIGNAL),
    INTERSECTION_ARRIVALS_ON_GREEN(
            "intersection.arrivals.on.green",
            Meter.Type.GAUGE,
            "ratio",
            "Share of arrivals that met green in the same time",
            Tag.OF_A_SIGNAL),
    RUNS("runs", Meter.Type.GAUGE, null, "Runs by status", "status"),
    DEPLOYMENTS("deployments", Meter.Type.GAUGE, null, "Deployments by state", "state"),
    QUEUE_DEPTH("queue.depth", Meter.Type.GAUGE, null, "Jobs that are due and that no worker has taken"),
    QUEUE_AGE("queue.age", Meter.Type.GAUGE, "seconds", "How long the oldest of them has been due"),
    WORKERS("workers", Meter.Type.GAUGE, null, "Workers that have taken a job"),
    HEARTBEAT_AGE(
            "worker.heartbeat.age",
            Meter.Type.GAUGE,
            "seconds",
            "Time since the last heartbeat of a worker that has taken a job",
            "worker"),
    HEARTBEAT_LIMIT(
            "worker.heartbeat.limit",
            Meter.Type.GAUGE,
            "seconds",
            "Time without heartbeat after which this service considers a worker lost"),
    DATABASE_UP(
            "database.up",
            Meter.Type.GAUGE,
            null,
            "1 when the database responded recently, else 0; then values read from it are NaN",
            "kind"),
    DATABASE_SIZE("database.size", Meter.Type.GAUGE, "bytes", "Size of the database"),
    LEFT_OUT(
            "meters.left.out",
            Meter.Type.GAUGE,
            null,
            "Deployments, intersections and scenario names without their own meters, beyond the limits",
            "of");

    private static final String PREFIX = "clearway.";

    private final String meter;
    private final Meter.Type type;
    private final @Nullable String unit;
    private final String meaning;
    // a list is mutable, an enum must not be
    private final String tags;

    MeterName(String name, Meter.Type type, @Nullable String unit, String meaning, String... tags) {
        this.meter = PREFIX + name;
        this.type = type;
        this.unit = unit;
        this.meaning = meaning;
        this.tags = String.join(" ", tags);
    }

    /** Sets of tags that many meters have. */
    private static final class Tag {
        static final String[] OF_A_DEPLOYMENT = {"deployment", "name", "scenario"};
        static final String[] OF_A_MODE = {"deployment", "name", "scenario", "mode"};
        static final String[] OF_A_SIGNAL = {"deployment", "name", "scenario", "intersection"};
    }

    /** Name in Micrometer's words, with dots. */
    public String meter() {
        return meter;
    }

    /** What kind of meter it is. */
    public Meter.Type type() {
        return type;
    }

    /** Base unit, which becomes part of the name in Prometheus; null for a number. Timers are in seconds. */
    public @Nullable String unit() {
        return unit;
    }

    /** One line for people. */
    public String meaning() {
        return meaning;
    }

    /** Names of its tags. */
    public List<String> tags() {
        return tags.isEmpty() ? List.of() : List.of(tags.split(" ", -1));
    }

    Counter counter(MeterRegistry registry, String... values) {
        return Counter.builder(meter)
                .baseUnit(unit)
                .description(meaning)
                .tags(tagged(values))
                .register(registry);
    }

    <T> FunctionCounter counter(MeterRegistry registry, T state, ToDoubleFunction<T> count, String... values) {
        return FunctionCounter.builder(meter, state, count)
                .baseUnit(unit)
                .description(meaning)
                .tags(tagged(values))
                .register(registry);
    }

    /** The state is held by the gauge until the gauge is removed. */
    <T> Gauge gauge(MeterRegistry registry, T state, ToDoubleFunction<T> value, String... values) {
        return Gauge.builder(meter, state, value)
                .baseUnit(unit)
                .description(meaning)
                .tags(tagged(values))
                .strongReference(true)
                .register(registry);
    }

    DistributionSummary summary(MeterRegistry registry, String... values) {
        return DistributionSummary.builder(meter)
                .baseUnit(unit)
                .description(meaning)
                .tags(tagged(values))
                .register(registry);
    }

    /** With buckets from a tenth of a millisecond to ten seconds, so that quantiles can be queried. */
    Timer timer(MeterRegistry registry, String... values) {
        return Timer.builder(meter)
                .description(meaning)
                .tags(tagged(values))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(100_000))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
    }

    private Tags tagged(String... values) {
        List<String> names = tags();
        Tags tagged = Tags.empty();
        for (int i = 0; i < names.size(); i++) {
            tagged = tagged.and(names.get(i), values[i]);
        }
        return tagged;
    }
}
