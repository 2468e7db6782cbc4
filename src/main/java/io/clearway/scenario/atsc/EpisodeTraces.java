package io.clearway.scenario.atsc;

import io.clearway.metric.CorridorMeasures;
import io.clearway.scenario.CsvFile;
import io.clearway.simulation.Readings;
import io.clearway.simulation.trips.NetworkState;
import io.clearway.simulation.trips.SimulationRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes measures of the whole network over time, a row for each simulated second. */
final class EpisodeTraces implements EpisodeObserver {
    private static final String NETWORK = "network";
    private final Path file;
    private final double stepSeconds;
    private final double beginSeconds;
    private final List<Queues> queues = new ArrayList<>();
    private final List<NetworkState> states = new ArrayList<>();

    /**
     * @param beginSeconds simulated time at which the episode begins
     * @param stepSeconds of the simulation
     */
    EpisodeTraces(Path file, double beginSeconds, double stepSeconds) {
        this.file = file;
        this.beginSeconds = beginSeconds;
        this.stepSeconds = stepSeconds;
    }

    @Override
    public void sample(Readings readings, Queues sampled) {
        queues.add(sampled);
    }

    @Override
    public SimulationRecords records() {
        return new SimulationRecords() {
            @Override
            public void step(NetworkState state) {
                states.add(state);
            }
        };
    }

    /** Both lists have an entry for each step. */
    @Override
    public List<CorridorMeasures> complete() {
        try (CsvFile rows = new CsvFile(
                file,
                "seconds",
                "agent",
                "queue_vehicles",
                "delay_seconds",
                "arrivals_vehicles",
                "halting_vehicles",
                "speed_mps",
                "running_vehicles",
                "waiting_to_enter_vehicles")) {
            int before = 0;
            for (int step = 0; step < Math.min(queues.size(), states.size()); step++) {
                NetworkState state = states.get(step);
                rows.row(
                        state.seconds() + stepSeconds - beginSeconds,
                        NETWORK,
                        queues.get(step).halting(),
                        queues.get(step).waitingSeconds(),
                        state.arrived() - before,
                        state.halting(),
                        state.meanSpeedMetersPerSecond(),
                        state.running(),
                        state.waitingToEnter());
                before = state.arrived();
            }
        }
        return List.of();
    }
}
