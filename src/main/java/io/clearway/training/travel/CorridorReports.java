package io.clearway.training.travel;

import io.clearway.metric.CorridorMeasures;
import io.clearway.metric.CorridorMeasures.Counts;
import io.clearway.metric.CorridorMeasures.Times;
import io.clearway.metric.CorridorMeasures.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Measures along corridors as they stand in files, and of several episodes as one; unknown numbers are left out. */
public final class CorridorReports {
    private CorridorReports() {}

    /** Field name → value of each. */
    public static List<Map<String, Object>> toList(List<CorridorMeasures> corridors) {
        return corridors.stream().map(CorridorReports::toMap).toList();
    }

    private static Map<String, Object> toMap(CorridorMeasures measures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("corridor", measures.corridor());
        fields.put("direction", measures.direction());
        fields.put("lengthMeters", measures.way().lengthMeters());
        fields.put("freeFlowSeconds", measures.way().freeFlowSeconds());
        fields.put("vehicles", measures.counts().passed());
        fields.put("underway", measures.counts().underway());
        put(fields, "meanSeconds", measures.times().mean());
        put(fields, "medianSeconds", measures.times().median());
        put(fields, "percentile85Seconds", measures.times().percentile85());
        put(fields, "percentile95Seconds", measures.times().percentile95());
        put(fields, "secondsPerKilometer", measures.secondsPerKilometer());
        put(fields, "travelTimeIndex", measures.travelTimeIndex());
        put(fields, "bufferIndex", measures.bufferIndex());
        put(fields, "planningTimeIndex", measures.planningTimeIndex());
        put(fields, "stops", measures.stopsPerVehicle());
        put(fields, "throughBandShare", measures.throughBandShare());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, double value) {
        if (Double.isFinite(value)) {
            fields.put(name, value);
        }
    }

    /** Those that {@link #toList} wrote; none of a missing node. */
    public static List<CorridorMeasures> read(JsonNode corridors) {
        return corridors
                .valueStream()
                .map(fields -> new CorridorMeasures(
                        fields.path("corridor").asString(),
                        fields.path("direction").asString(),
                        new Way(number(fields, "lengthMeters"), number(fields, "freeFlowSeconds")),
                        new Counts(
                                fields.path("vehicles").asInt(),
                                fields.path("underway").asInt()),
                        new Times(
                                number(fields, "meanSeconds"),
                                number(fields, "medianSeconds"),
                                number(fields, "percentile85Seconds"),
                                number(fields, "percentile95Seconds")),
                        number(fields, "stops"),
                        number(fields, "throughBandShare")))
                .toList();
    }

    private static double number(JsonNode fields, String name) {
        return fields.has(name) ? fields.path(name).asDouble() : Double.NaN;
    }

    /**
     * Vehicles add up, times and stops are means over all of them; percentiles and bands are means over the episodes.
     */
    public static List<CorridorMeasures> together(List<CorridorMeasures> episodes) {
        Map<List<String>, List<CorridorMeasures>> groups = episodes.stream()
                .collect(Collectors.groupingBy(
                        measures -> List.of(measures.corridor(), measures.direction()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<CorridorMeasures> all = new ArrayList<>();
        groups.values().forEach(same -> all.add(mean(same)));
        return all;
    }

    private static CorridorMeasures mean(List<CorridorMeasures> same) {
        CorridorMeasures first = same.get(0);
        return new CorridorMeasures(
                first.corridor(),
                first.direction(),
                first.way(),
                new Counts(
                        same.stream().mapToInt(one -> one.counts().passed()).sum(),
                        same.stream().mapToInt(one -> one.counts().underway()).sum()),
                new Times(
                        perVehicle(same, one -> one.times().mean()),
                        perEpisode(same, one -> one.times().median()),
                        perEpisode(same, one -> one.times().percentile85()),
                        perEpisode(same, one -> one.times().percentile95())),
                perVehicle(same, CorridorMeasures::stopsPerVehicle),
                perEpisode(same, CorridorMeasures::throughBandShare));
    }

    private static double perVehicle(List<CorridorMeasures> same, ToDoubleFunction<CorridorMeasures> of) {
        double vehicles = same.stream().mapToInt(one -> one.counts().passed()).sum();
        return vehicles == 0
                ? Double.NaN
                : same.stream()
                                .filter(one -> one.counts().passed() > 0)
                                .mapToDouble(one -> one.counts().passed() * of.applyAsDouble(one))
                                .sum()
                        / vehicles;
    }

    private static double perEpisode(List<CorridorMeasures> same, ToDoubleFunction<CorridorMeasures> of) {
        return same.stream().mapToDouble(of).filter(Double::isFinite).average().orElse(Double.NaN);
    }
}
