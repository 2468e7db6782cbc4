package io.clearway.cli.benchmark;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.cli.command.CommandFailure;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.LiveSignal;
import io.clearway.setting.Settings;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.TripStatistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What the coupling costs: an episode in which every signal is run and everything that agents observe is read at each
 * decision, against the same traffic stepped with nothing set and nothing read; and the same with all that learners and
 * rules observe. The signals follow one {@link DecisionPlan} in all of them, which the simulator carries out by itself
 * when nothing is set, so that all episodes hold the same vehicles at the same places; episodes whose trips differ are
 * an error. A fourth episode rotates every signal through the greens of its program, as clients that query value by
 * value do when their speed is measured.
 */
final class CouplingBenchmark {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BARE_INTERVAL_SECONDS = 300;
    private static final int DECISIONS_PER_GREEN = 3;

    private final TrafficSimulator simulator;
    private final LiveInterface live;
    private final SimulationSetup setup;
    private final double endSeconds;
    private final DecisionPlan plan;

    CouplingBenchmark(TrafficSimulator simulator, LiveScenario scenario, long seed) {
        this.simulator = simulator;
        this.live = scenario.live(Settings.none());
        this.setup = scenario.setup(Settings.none(), seed);
        int decisions = scenario.horizon(Settings.none());
        this.endSeconds = decisions * live.decisionSeconds();
        this.plan = new DecisionPlan(live.signals(), live.decisionSeconds(), decisions);
    }

    /**
     * What was measured; as JSON one flat object.
     *
     * @param times medians over rounds
     * @param ratios medians of the rounds' ratios
     * @param rounds how many
     * @param simulator name and version
     */
    record Result(@JsonUnwrapped Times times, @JsonUnwrapped Ratios ratios, int rounds, String simulator) {}

    /**
     * Wall times of the episodes.
     *
     * @param bareSeconds with nothing set and nothing read
     * @param coupledSeconds with all signals run and all that agents observe read at each decision
     * @param trainingSeconds with all signals run and all of {@link LiveInterface#subscriptions} read
     * @param rotationSeconds with all signals set and all that agents observe read at each decision, every signal
     *     rotating through the greens of its program, three decisions each; other traffic than the episodes before
     */
    record Times(double bareSeconds, double coupledSeconds, double trainingSeconds, double rotationSeconds) {}

    /**
     * Times relative to the episode with nothing set and nothing read.
     *
     * @param ratio coupled ÷ bare
     * @param trainingRatio training ÷ bare
     */
    record Ratios(double ratio, double trainingRatio) {}

    private record Timed(double seconds, TripStatistics trips) {}

    private record Round(Timed bare, Timed coupled, Timed training, Timed rotation) {}

    /** Writes the traffic into a folder, with which other clients can be timed on the same. */
    void write(Path folder) {
        simulator.writeConfiguration(setup, endSeconds, folder);
    }

    /** Runs rounds of the four episodes, one after another, every other round in reverse order. */
    Result run(int rounds) {
        List<Round> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Round round = i % 2 == 0 ? forward() : backward();
            requireSameTraffic(round.bare(), round.coupled());
            requireSameTraffic(round.bare(), round.training());
            all.add(round);
        }
        Times times = new Times(
                median(all, round -> round.bare().seconds()),
                median(all, round -> round.coupled().seconds()),
                median(all, round -> round.training().seconds()),
                median(all, round -> round.rotation().seconds()));
        Ratios ratios = new Ratios(
                median(all, round -> round.coupled().seconds() / round.bare().seconds()),
                median(all, round -> round.training().seconds() / round.bare().seconds()));
        return new Result(times, ratios, rounds, simulator.version());
    }

    private Round forward() {
        Timed bare = bare();
        Timed coupled = coupled(observed());
        return new Round(bare, coupled, coupled(live.subscriptions()), rotation());
    }

    private Round backward() {
        Timed rotation = rotation();
        Timed training = coupled(live.subscriptions());
        Timed coupled = coupled(observed());
        return new Round(bare(), coupled, training, rotation);
    }

    /** Detectors where there are some, else lanes. */
    private SubscriptionSpec observed() {
        SubscriptionSpec all = live.subscriptions();
        List<String> lanes = all.detectors().isEmpty() && all.loops().isEmpty() ? all.lanes() : List.of();
        return new SubscriptionSpec(all.detectors(), lanes, List.of(), List.of(), List.of(), all.loops());
    }

    private static void requireSameTraffic(Timed one, Timed other) {
        if (!one.trips().equals(other.trips())) {
            throw new CommandFailure(
                    "The traffic of the episodes differed: %s and %s".formatted(one.trips(), other.trips()));
        }
    }

    private Timed bare() {
        try (TrafficSimulation simulation =
                simulator.start(setup.with(setup.additional().loops(), plan.programs()))) {
            long began = System.nanoTime();
            for (double now = 0; now < endSeconds; now += BARE_INTERVAL_SECONDS) {
                simulation.advance(Map.of(), Math.min(now + BARE_INTERVAL_SECONDS, endSeconds));
            }
            return new Timed(secondsSince(began), simulation.finish());
        }
    }

    private Timed coupled(SubscriptionSpec watch) {
        try (TrafficSimulation simulation = simulator.start(setup)) {
            simulation.subscribe(watch);
            SortedMap<Double, Map<String, String>> changes = plan.changes();
            long began = System.nanoTime();
            for (double now = 0; now < endSeconds; now += live.decisionSeconds()) {
                decide(simulation, now, changes);
            }
            return new Timed(secondsSince(began), simulation.finish());
        }
    }

    /** Carries out what the plan has between now and the next decision, and reads at the end. */
    private void decide(TrafficSimulation simulation, double now, SortedMap<Double, Map<String, String>> changes) {
        double next = now + live.decisionSeconds();
        Map<String, String> states = changes.getOrDefault(now, Map.of());
        for (double change : changes.subMap(Math.nextUp(now), next).keySet()) {
            simulation.advanceCounting(states, change);
            states = changes.getOrDefault(change, Map.of());
        }
        simulation.advance(states, next);
    }

    private Timed rotation() {
        try (TrafficSimulation simulation = simulator.start(setup)) {
            simulation.subscribe(observed());
            long began = System.nanoTime();
            for (int decision = 0; decision * live.decisionSeconds() < endSeconds; decision++) {
                Map<String, String> states = new LinkedHashMap<>();
                for (LiveSignal signal : live.signals()) {
                    List<String> greens = greens(signal);
                    states.put(signal.light(), greens.get(decision / DECISIONS_PER_GREEN % greens.size()));
                }
                simulation.advance(states, (decision + 1) * live.decisionSeconds());
            }
            return new Timed(secondsSince(began), simulation.finish());
        }
    }

    private static List<String> greens(LiveSignal signal) {
        return signal.fixedTime().steps().stream()
                .map(SignalProgram.Step::state)
                .filter(state -> state.indexOf('y') < 0 && (state.indexOf('G') >= 0 || state.indexOf('g') >= 0))
                .toList();
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return new Median().evaluate(rounds.stream().mapToDouble(value).toArray());
    }
}
