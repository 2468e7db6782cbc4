package io.clearway.cli;

import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.LiveSignal;
import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.TripStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What the coupling costs: an episode in which every signal is set and every sensor read at each decision, against the
 * same traffic stepped with nothing set and nothing read. The signals are set to what the network's own program shows
 * at that moment, so that both episodes hold the same vehicles at the same places; a pair whose trips differ is an
 * error.
 */
final class CouplingBenchmark {
    private static final double BARE_STRETCH_SECONDS = 300;

    private final TrafficSimulator simulator;
    private final LiveInterface live;
    private final SimulationSetup setup;
    private final double endSeconds;

    CouplingBenchmark(TrafficSimulator simulator, LiveScenario scenario, long seed) {
        this.simulator = simulator;
        this.live = scenario.live(Settings.none());
        this.setup = scenario.setup(Settings.none(), seed);
        this.endSeconds = scenario.horizon() * live.decisionSeconds();
    }

    /**
     * Medians over pairs.
     *
     * @param bareSeconds wall time of the episode with nothing set and nothing read
     * @param coupledSeconds wall time of the coupled episode
     * @param ratio median of coupled ÷ bare, pair by pair
     * @param pairs how many
     * @param simulator name and version
     */
    record Result(double bareSeconds, double coupledSeconds, double ratio, int pairs, String simulator) {}

    private record Timed(double seconds, TripStatistics trips) {}

    /** Runs pairs one after another, every other one in reverse order. */
    Result run(int pairs) {
        List<Double> bare = new ArrayList<>();
        List<Double> coupled = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            boolean bareFirst = pair % 2 == 0;
            Timed first = bareFirst ? bare() : coupled();
            Timed second = bareFirst ? coupled() : bare();
            if (!first.trips().equals(second.trips())) {
                throw new CommandFailure(
                        "The pair did not hold the same traffic: %s and %s".formatted(first.trips(), second.trips()));
            }
            bare.add((bareFirst ? first : second).seconds());
            coupled.add((bareFirst ? second : first).seconds());
            ratios.add(coupled.get(pair) / bare.get(pair));
        }
        return new Result(median(bare), median(coupled), median(ratios), pairs, simulator.version());
    }

    private Timed bare() {
        try (TrafficSimulation simulation = simulator.start(setup)) {
            long began = System.nanoTime();
            for (double until = BARE_STRETCH_SECONDS; until <= endSeconds; until += BARE_STRETCH_SECONDS) {
                simulation.advance(Map.of(), until);
            }
            return new Timed(secondsSince(began), simulation.finish());
        }
    }

    private Timed coupled() {
        try (TrafficSimulation simulation = simulator.start(setup)) {
            simulation.watch(live.watch());
            long began = System.nanoTime();
            double now = 0;
            while (now < endSeconds) {
                double until = nextChange(now);
                simulation.advance(statesAt(now), until);
                now = until;
            }
            return new Timed(secondsSince(began), simulation.finish());
        }
    }

    /** The next decision, or a change of a program before it. */
    private double nextChange(double now) {
        Map<String, String> shown = statesAt(now);
        double decision = now + live.decisionSeconds() - now % live.decisionSeconds();
        double until = now + setup.stepSeconds();
        while (until < decision && statesAt(until).equals(shown)) {
            until += setup.stepSeconds();
        }
        return until;
    }

    private Map<String, String> statesAt(double seconds) {
        Map<String, String> states = new LinkedHashMap<>();
        for (LiveSignal signal : live.signals()) {
            states.put(signal.light(), signal.fixedTime().stateAt(seconds));
        }
        return states;
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> values) {
        return new Median()
                .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
