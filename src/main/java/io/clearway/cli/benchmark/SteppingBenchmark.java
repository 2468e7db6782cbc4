package io.clearway.cli.benchmark;

import io.clearway.cli.command.CommandFailure;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SimulatedScenario;
import io.clearway.setting.Settings;
import io.clearway.simulation.Commands;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What the coupling costs where a decision is taken at every step of the simulation: an episode in which every agent
 * commands and is read at each step, by the scenario's reference rule, against the same vehicles left to themselves
 * with nothing read. Starting SUMO is not counted.
 */
final class SteppingBenchmark {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int BARE_INTERVAL_STEPS = 1000;

    private final TrafficSimulator simulator;
    private final SimulatedScenario scenario;
    private final long seed;
    private final SimulationSetup setup;
    private final int steps;

    SteppingBenchmark(TrafficSimulator simulator, SimulatedScenario scenario, long seed) {
        this.simulator = simulator;
        this.scenario = scenario;
        this.seed = seed;
        this.setup = scenario.setup(Settings.none(), seed);
        this.steps = scenario.horizon(Settings.none());
    }

    /**
     * Medians over rounds.
     *
     * @param bareStepsPerSecond steps of the simulation per second of wall time with nothing commanded and nothing read
     * @param drivenStepsPerSecond with all agents commanding and observing at each, rewards and measurements included
     * @param ratio time driven ÷ time bare, median of the rounds' ratios
     * @param agents that are commanded and read
     * @param steps in an episode
     * @param rounds how many
     * @param simulator name and version
     */
    record Result(
            double bareStepsPerSecond,
            double drivenStepsPerSecond,
            double ratio,
            int agents,
            int steps,
            int rounds,
            String simulator) {}

    private record Round(double bareSeconds, double drivenSeconds) {}

    /** Writes the traffic into a folder, with which other clients can be timed on the same. */
    void write(Path folder) {
        simulator.writeConfiguration(setup, (steps + 1) * setup.options().stepSeconds(), folder);
    }

    /** Runs rounds of both episodes, one after another, every other round in reverse order. */
    Result run(int rounds) {
        List<Round> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                double bare = bare();
                all.add(new Round(bare, driven()));
            } else {
                double driven = driven();
                all.add(new Round(bare(), driven));
            }
        }
        return new Result(
                median(all, round -> steps / round.bareSeconds()),
                median(all, round -> steps / round.drivenSeconds()),
                median(all, round -> round.drivenSeconds() / round.bareSeconds()),
                scenario.agents(Settings.none()).size(),
                steps,
                rounds,
                simulator.version());
    }

    private double bare() {
        try (TrafficSimulation simulation = simulator.start(setup)) {
            // the step that puts the vehicles on the road is not counted on either side
            simulation.advance(Commands.NONE, setup.options().stepSeconds());
            long began = System.nanoTime();
            for (int step = 0; step < steps; step += BARE_INTERVAL_STEPS) {
                int until = Math.min(step + BARE_INTERVAL_STEPS, steps);
                simulation.advance(Commands.NONE, (until + 1) * setup.options().stepSeconds());
            }
            return secondsSince(began);
        }
    }

    private double driven() {
        String rule = scenario.reference();
        Controller controller =
                Objects.requireNonNull(scenario.controllers().get(rule), rule).fresh(seed);
        try (MeasuredEnvironment environment = scenario.open(Settings.none(), SamplingMode.DECISIONS)) {
            JointObservation seen = environment.reset(seed);
            long began = System.nanoTime();
            for (int taken = 1; taken <= steps; taken++) {
                Step step = environment.step(controller.act(seen));
                if (step.last() && taken < steps) {
                    throw new CommandFailure("The episode ended after %d of %d steps".formatted(taken, steps));
                }
                seen = step.observation();
            }
            return secondsSince(began);
        }
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return new Median().evaluate(rounds.stream().mapToDouble(value).toArray());
    }
}
