package io.clearway.training;

import io.clearway.metric.ControlDelay;
import io.clearway.metric.SignalMeasures;
import io.clearway.metric.SignalMeasures.Approach;
import io.clearway.metric.SignalMeasures.Movement;
import io.clearway.metric.TravelMode;
import io.clearway.metric.TravelReport;
import io.clearway.metric.TripMeasures;
import io.clearway.metric.TripMeasures.DelayPercentiles;
import io.clearway.metric.TripMeasures.Emissions;
import io.clearway.metric.TripMeasures.TripCounts;
import io.clearway.metric.TripMeasures.TripTimes;
import io.clearway.training.travel.CorridorReports;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Measures in detail as they stand in files, in the database and in the API; what was not recorded is left out. */
public final class TravelReports {
    private TravelReports() {}

    /** Field name → value: {@code byMode}, {@code signals} and, where one was given, {@code corridors}. */
    public static Map<String, Object> toMap(TravelReport report) {
        Map<String, Object> modes = new LinkedHashMap<>();
        report.byMode().forEach((mode, trips) -> modes.put(mode.key(), trips(trips)));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("byMode", modes);
        fields.put(
                "signals", report.signals().stream().map(TravelReports::signal).toList());
        if (!report.corridors().isEmpty()) {
            fields.put("corridors", CorridorReports.toList(report.corridors()));
        }
        return fields;
    }

    private static Map<String, Object> trips(TripMeasures trips) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("due", trips.counts().due());
        fields.put("arrived", trips.counts().arrived());
        fields.put("notInserted", trips.counts().notInserted());
        fields.put("delaySeconds", trips.times().delaySeconds());
        fields.put("timeLossSeconds", trips.times().timeLossSeconds());
        fields.put("travelTimeSeconds", trips.times().travelSeconds());
        fields.put("stoppedSeconds", trips.times().waitingSeconds());
        fields.put("stops", trips.times().stops());
        fields.put("delayMedianSeconds", trips.delay().median());
        fields.put("delayPercentile85Seconds", trips.delay().percentile85());
        fields.put("delayPercentile95Seconds", trips.delay().percentile95());
        if (trips.emissions().recorded()) {
            fields.put("fuelKilograms", trips.emissions().fuelKilograms());
            fields.put("carbonDioxideKilograms", trips.emissions().carbonDioxideKilograms());
        }
        return fields;
    }

    private static Map<String, Object> signal(SignalMeasures signal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("signal", signal.signal());
        put(fields, signal.delay());
        fields.put(
                "approaches",
                signal.approaches().stream().map(TravelReports::approach).toList());
        return fields;
    }

    private static Map<String, Object> approach(Approach approach) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("road", approach.road());
        put(fields, approach.delay());
        fields.put(
                "movements",
                approach.movements().stream()
                        .map(movement -> {
                            Map<String, Object> turn = new LinkedHashMap<>();
                            turn.put("toRoad", movement.toRoad());
                            put(turn, movement.delay());
                            return turn;
                        })
                        .toList());
        return fields;
    }

    private static void put(Map<String, Object> fields, ControlDelay delay) {
        fields.put("vehicles", delay.vehicles());
        fields.put("lostSeconds", delay.lostSeconds());
        if (Double.isFinite(delay.secondsPerVehicle())) {
            fields.put("controlDelaySeconds", delay.secondsPerVehicle());
        }
        fields.put("levelOfService", delay.level().name());
        if (Double.isFinite(delay.halts())) {
            fields.put("halts", delay.halts());
        }
        if (Double.isFinite(delay.stopsPerVehicle())) {
            fields.put("stops", delay.stopsPerVehicle());
        }
    }

    /** The report that {@link #toMap} wrote; {@link TravelReport#NONE} of a missing node. */
    public static TravelReport read(JsonNode fields) {
        Map<TravelMode, TripMeasures> byMode = new EnumMap<>(TravelMode.class);
        for (TravelMode mode : TravelMode.values()) {
            JsonNode trips = fields.path("byMode").path(mode.key());
            if (trips.isObject()) {
                byMode.put(mode, readTrips(trips));
            }
        }
        List<SignalMeasures> signals = fields.path("signals")
                .valueStream()
                .map(signal -> new SignalMeasures(
                        signal.path("signal").asString(),
                        readDelay(signal),
                        signal.path("approaches")
                                .valueStream()
                                .map(TravelReports::readApproach)
                                .toList()))
                .toList();
        return new TravelReport(byMode, signals, CorridorReports.read(fields.path("corridors")));
    }

    private static Approach readApproach(JsonNode approach) {
        return new Approach(
                approach.path("road").asString(),
                readDelay(approach),
                approach.path("movements")
                        .valueStream()
                        .map(turn -> new Movement(turn.path("toRoad").asString(), readDelay(turn)))
                        .toList());
    }

    private static ControlDelay readDelay(JsonNode fields) {
        return new ControlDelay(
                number(fields, "vehicles"),
                number(fields, "lostSeconds"),
                fields.has("halts") ? number(fields, "halts") : Double.NaN);
    }

    private static TripMeasures readTrips(JsonNode trips) {
        Emissions emissions = trips.has("carbonDioxideKilograms")
                ? new Emissions(number(trips, "fuelKilograms"), number(trips, "carbonDioxideKilograms"))
                : Emissions.NOT_RECORDED;
        return new TripMeasures(
                new TripCounts(
                        trips.path("due").asInt(),
                        trips.path("arrived").asInt(),
                        trips.path("notInserted").asInt()),
                new TripTimes(
                        number(trips, "delaySeconds"),
                        number(trips, "timeLossSeconds"),
                        number(trips, "travelTimeSeconds"),
                        number(trips, "stoppedSeconds"),
                        number(trips, "stops")),
                new DelayPercentiles(
                        number(trips, "delayMedianSeconds"),
                        number(trips, "delayPercentile85Seconds"),
                        number(trips, "delayPercentile95Seconds")),
                emissions);
    }

    private static double number(JsonNode fields, String name) {
        return fields.path(name).asDouble();
    }
}
