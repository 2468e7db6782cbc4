package io.clearway.scenario.atsc.definition;

import io.clearway.network.Seeds;
import io.clearway.simulation.TrafficDemand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Demand as data: groups of trips whose rate changes from slot to slot.
 *
 * @param vehicleType of all vehicles
 * @param slotSeconds length of a slot
 * @param groups of trips with common rates
 */
record DemandDefinition(TrafficDemand.VehicleType vehicleType, double slotSeconds, List<Group> groups)
        implements Demand {
    private static final double MILLISECONDS_PER_HOUR = 3_600_000;
    private static final double MILLISECONDS_PER_SECOND = 1000;
    private static final double SINGLE_DEPARTURE_SECONDS = 0.5;
    private static final int EVERY_SECOND = 3600;

    DemandDefinition {
        groups = List.copyOf(groups);
        if (!(slotSeconds > 0)) {
            throw new IllegalArgumentException("slotSeconds must be more than 0, not " + slotSeconds);
        }
    }

    /**
     * Trips that share their rates.
     *
     * @param beginSeconds when the first slot begins
     * @param peakVehiclesPerHour rate of each trip at factor 1
     * @param factors of the slots, one after the other
     */
    record Group(String name, double beginSeconds, double peakVehiclesPerHour, List<Double> factors, List<Trip> trips) {
        Group {
            factors = List.copyOf(factors);
            trips = List.copyOf(trips);
        }
    }

    /**
     * From which road to which road.
     *
     * @param via roads to pass on the way, in this order
     */
    record Trip(String from, String to, List<String> via) {
        Trip {
            via = List.copyOf(via);
        }
    }

    /** Reads a definition; the error of a bad one names file, field, value and correction. */
    static DemandDefinition read(Path file) {
        JsonFields fields = JsonFields.read(file);
        JsonFields type = fields.object("vehicleType");
        var vehicleType = new TrafficDemand.VehicleType(
                type.text("id"),
                type.positive("lengthMeters"),
                type.positive("accelerationMetersPerSecond2"),
                type.positive("decelerationMetersPerSecond2"));
        type.end();
        DemandDefinition definition = new DemandDefinition(
                vehicleType,
                fields.positive("slotSeconds"),
                fields.objects("groups").stream().map(DemandDefinition::group).toList());
        fields.end();
        return definition;
    }

    private static Group group(JsonFields fields) {
        Group group = new Group(
                fields.text("name"),
                fields.atLeastZero("beginSeconds"),
                fields.positive("peakVehiclesPerHour"),
                fields.numbers("factors"),
                fields.objects("trips").stream().map(DemandDefinition::trip).toList());
        fields.end();
        return group;
    }

    private static Trip trip(JsonFields fields) {
        Trip trip = new Trip(fields.text("from"), fields.text("to"), fields.findTexts("via"));
        fields.end();
        return trip;
    }

    /** {@inheritDoc} A flow per trip and slot, rates cut to whole vehicles per hour. */
    @Override
    public TrafficDemand.Flows paper(double scale) {
        List<TrafficDemand.Flow> flows = new ArrayList<>();
        for (Group group : groups) {
            for (Trip trip : group.trips()) {
                for (int slot = 0; slot < group.factors().size(); slot++) {
                    int rate =
                            (int) (group.peakVehiclesPerHour() * group.factors().get(slot) * scale);
                    if (rate > 0) {
                        flows.add(flow(group, trip, slot, rate));
                    }
                }
            }
        }
        flows.sort(Comparator.comparingDouble(TrafficDemand.Flow::beginSeconds));
        return new TrafficDemand.Flows(vehicleType, flows);
    }

    /**
     * Departures drawn from a seed: each flow of {@link #paper} becomes a Poisson process that lets as many vehicles
     * depart in expectation, given as flows of one vehicle each.
     */
    @Override
    public TrafficDemand.Flows varied(double scale, long seed) {
        List<TrafficDemand.Flow> departures = new ArrayList<>();
        Seeds seeds = new Seeds(seed);
        int number = 0;
        for (TrafficDemand.Flow flow : paper(scale).flows()) {
            draw(flow, seeds.generator("departures", number++), departures);
        }
        departures.sort(Comparator.comparingDouble(TrafficDemand.Flow::beginSeconds));
        return new TrafficDemand.Flows(vehicleType, departures);
    }

    /** Number of vehicles that SUMO makes of a flow: it counts in whole milliseconds from one departure to the next. */
    static int vehicles(TrafficDemand.Flow flow) {
        long spacing = Math.round(MILLISECONDS_PER_HOUR / flow.vehiclesPerHour());
        return (int) Math.ceil((flow.endSeconds() - flow.beginSeconds()) * MILLISECONDS_PER_SECOND / spacing);
    }

    private TrafficDemand.Flow flow(Group group, Trip trip, int slot, int rate) {
        double begin = group.beginSeconds() + slot * slotSeconds;
        String id = "%s_%s_%s_%d".formatted(group.name(), trip.from(), trip.to(), slot);
        return new TrafficDemand.Flow(id, trip.from(), trip.to(), begin, begin + slotSeconds, rate, trip.via());
    }

    private static void draw(TrafficDemand.Flow flow, RandomGenerator chance, List<TrafficDemand.Flow> departures) {
        double meanGap = (flow.endSeconds() - flow.beginSeconds()) / vehicles(flow);
        double time = flow.beginSeconds() - Math.log1p(-chance.nextDouble()) * meanGap;
        for (int vehicle = 0; time < flow.endSeconds(); vehicle++) {
            // a departure every second for half a second: a single vehicle
            departures.add(new TrafficDemand.Flow(
                    flow.id() + "_" + vehicle,
                    flow.from(),
                    flow.to(),
                    time,
                    time + SINGLE_DEPARTURE_SECONDS,
                    EVERY_SECOND,
                    flow.via()));
            time -= Math.log1p(-chance.nextDouble()) * meanGap;
        }
    }
}
