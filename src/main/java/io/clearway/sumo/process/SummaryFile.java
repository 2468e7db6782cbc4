package io.clearway.sumo.process;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.TripStatistics.VehicleTotals;
import io.clearway.simulation.trips.NetworkState;
import io.clearway.simulation.trips.TravelRecord;
import io.clearway.sumo.xml.XmlElements;
import java.nio.file.Path;
import java.util.function.Consumer;

/** SUMO's {@code --summary-output}: one element per simulated step, most of its counts since the beginning. */
final class SummaryFile {
    private static final double SECONDS_PER_HOUR = 3600;
    private final double stepSeconds;
    private int steps;
    private int stepsWithSpeed;
    private double speeds;
    private double inSystem;
    private int inserted;
    private int waiting;
    private int running;
    private int arrived;
    private int teleports;
    private int collisions;
    private double meanTravelTime;

    private SummaryFile(double stepSeconds) {
        this.stepSeconds = stepSeconds;
    }

    static TripStatistics read(Path file, double stepSeconds, TravelRecord travel) {
        SummaryFile summary = new SummaryFile(stepSeconds);
        try (XmlElements elements = XmlElements.open(file)) {
            elements.root("summary", "SUMO summary");
            while (elements.next()) {
                if (elements.name().equals("step")) {
                    summary.add(elements);
                }
            }
        }
        if (summary.steps == 0) {
            throw new SimulationException("SUMO's summary %s holds no step".formatted(file));
        }
        return summary.statistics(travel);
    }

    /** Gives the network step by step. */
    static void read(Path file, Consumer<NetworkState> states) {
        try (XmlElements elements = XmlElements.open(file)) {
            elements.root("summary", "SUMO summary");
            while (elements.next()) {
                if (elements.name().equals("step")) {
                    double speed = elements.number("meanSpeed");
                    states.accept(new NetworkState(
                            elements.number("time"),
                            elements.integer("running"),
                            elements.integer("waiting"),
                            elements.integer("halting"),
                            elements.integer("arrived"),
                            speed < 0 ? Double.NaN : speed));
                }
            }
        }
    }

    private void add(XmlElements step) {
        steps++;
        inserted = step.integer("inserted");
        waiting = step.integer("waiting");
        running = step.integer("running");
        arrived = step.integer("arrived");
        teleports = step.integer("teleports");
        collisions = step.integer("collisions");
        meanTravelTime = step.number("meanTravelTime");
        inSystem += (double) running + waiting;
        double speed = step.number("meanSpeed");
        if (running > 0 && speed >= 0) {
            stepsWithSpeed++;
            speeds += speed;
        }
    }

    private TripStatistics statistics(TravelRecord travel) {
        return new TripStatistics(
                new VehicleTotals(inserted + waiting, arrived, running, waiting, teleports, collisions),
                arrived == 0 ? 0 : Math.max(0, meanTravelTime),
                stepsWithSpeed == 0 ? 0 : speeds / stepsWithSpeed,
                inSystem * stepSeconds / SECONDS_PER_HOUR,
                travel);
    }
}
