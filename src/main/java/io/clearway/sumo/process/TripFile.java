package io.clearway.sumo.process;

import io.clearway.metric.TravelMode;
import io.clearway.metric.TripMeasures.Emissions;
import io.clearway.simulation.trips.LaneTotals;
import io.clearway.simulation.trips.TravelRecord;
import io.clearway.simulation.trips.Trip;
import io.clearway.simulation.trips.Trip.Times;
import io.clearway.simulation.trips.Trip.TripState;
import io.clearway.simulation.trips.TripCollector;
import io.clearway.sumo.traci.VehicleClasses;
import io.clearway.sumo.xml.XmlElements;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SUMO's {@code --tripinfo-output}, with the trips that had not ended or not begun.
 *
 * @see <a href="https://sumo.dlr.de/docs/Simulation/Output/TripInfo.html">SUMO: TripInfo</a>
 */
final class TripFile {
    private static final double MILLIGRAMS_PER_KILOGRAM = 1e6;
    private final TripCollector trips = new TripCollector();
    private final Map<String, String> classes;
    private @Nullable Trip vehicle;
    private @Nullable Walk walk;

    private TripFile(Map<String, String> classes) {
        this.classes = classes;
    }

    /** What a person has walked so far; other parts of the person's plan do not count. */
    private record Walk(boolean arrived, double durationSeconds, double timeLossSeconds) {
        static final Walk NONE = new Walk(true, 0, 0);

        Walk plus(XmlElements stage) {
            boolean ended = stage.number("arrival") >= 0;
            double duration = Math.max(0, stage.number("duration"));
            return new Walk(
                    arrived && ended,
                    durationSeconds + duration,
                    timeLossSeconds + (ended ? Math.max(0, stage.number("timeLoss")) : lost(stage, duration)));
        }

        /** SUMO gives an unfinished walk no time loss, and no length where it does not know it: then all its time. */
        private static double lost(XmlElements stage, double duration) {
            double meters = Math.max(0, stage.number("routeLength", 0));
            double speed = stage.number("maxSpeed", 0);
            return Math.max(0, duration - (speed > 0 ? meters / speed : 0));
        }
    }

    /**
     * Reads a file.
     *
     * @param classes SUMO's vehicle class by vehicle type
     * @param lanes totals of lanes that become part of the record
     */
    static TravelRecord read(Path file, Map<String, String> classes, Map<String, LaneTotals> lanes) {
        TripFile reading = new TripFile(classes);
        try (XmlElements elements = XmlElements.open(file)) {
            elements.root("tripinfos", "record of trips by SUMO");
            while (elements.next()) {
                reading.add(elements);
            }
        }
        reading.endTrip();
        return reading.trips.record(lanes);
    }

    private void add(XmlElements element) {
        switch (element.name()) {
            case "tripinfo" -> {
                endTrip();
                vehicle = vehicle(element);
            }
            case "emissions" -> vehicle = vehicle == null ? null : withEmissions(vehicle, element);
            case "personinfo" -> endTrip();
            case "walk" -> walk = (walk == null ? Walk.NONE : walk).plus(element);
            default -> {
                // rides and containers are not measured
            }
        }
    }

    private void endTrip() {
        if (vehicle != null && vehicle.times().departDelay() >= 0) {
            trips.add(vehicle);
        }
        if (walk != null) {
            trips.add(new Trip(
                    TravelMode.WALK,
                    walk.arrived() ? TripState.ARRIVED : TripState.RUNNING,
                    new Times(0, walk.durationSeconds(), walk.timeLossSeconds(), 0),
                    0,
                    Emissions.NOT_RECORDED));
        }
        vehicle = null;
        walk = null;
    }

    /** A vehicle whose departure delay is negative was loaded ahead of its time, and never due. */
    private Trip vehicle(XmlElements element) {
        return new Trip(
                mode(element.text("vType", "")),
                state(element),
                new Times(
                        element.number("departDelay"),
                        element.number("duration"),
                        element.number("timeLoss"),
                        element.number("waitingTime")),
                element.integer("waitingCount"),
                Emissions.NOT_RECORDED);
    }

    private static TripState state(XmlElements element) {
        if (element.number("depart") < 0) {
            return TripState.NOT_INSERTED;
        }
        if (element.number("arrival") < 0) {
            return TripState.RUNNING;
        }
        return element.text("vaporized", "").isEmpty() ? TripState.ARRIVED : TripState.REMOVED;
    }

    private static Trip withEmissions(Trip trip, XmlElements element) {
        return new Trip(
                trip.mode(),
                trip.state(),
                trip.times(),
                trip.stops(),
                new Emissions(
                        element.number("fuel_abs") / MILLIGRAMS_PER_KILOGRAM,
                        element.number("CO2_abs") / MILLIGRAMS_PER_KILOGRAM));
    }

    /** The mode of SUMO's vehicle class; a vehicle with a type of its own has the class of the type it came from. */
    private TravelMode mode(String type) {
        String known = classes.get(type);
        String found = known == null ? classes.getOrDefault(origin(type), "") : known;
        return VehicleClasses.mode(found);
    }

    private static String origin(String type) {
        int at = type.indexOf('@');
        return at < 0 ? type : type.substring(0, at);
    }
}
