package io.clearway.scenario.atsc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public facts that new-york is drawn from ({@code manhattan.json}): avenues from west to east, and what of the
 * streets is not by the rule. Streets 22 and 60, avenues 12 and 1 stand for the border.
 *
 * @param borderMeters length of the roads that lead out
 * @param streetBlockFeet between two streets, without their widths
 * @param streetWidthFeet of a street
 * @param wideStreetWidthFeet of a wide one
 * @param wideStreets two-way crosstown streets
 * @param avenues from west to east
 * @param exceptions streets that are interrupted, or run otherwise than by the rule
 */
public record ManhattanTable(
        double borderMeters,
        double streetBlockFeet,
        double streetWidthFeet,
        double wideStreetWidthFeet,
        List<Integer> wideStreets,
        List<Avenue> avenues,
        List<Interruption> exceptions) {
    public static final int FIRST_STREET = 23;
    public static final int LAST_STREET = 59;
    static final String WEST_BORDER = "12";
    static final String EAST_BORDER = "1";
    private static final double METERS_PER_FOOT = 0.3048;

    /** An avenue: how wide it is, how far it is to the next one without the widths of both, and where it runs. */
    public record Avenue(String id, String name, double widthFeet, double blockFeet, List<Stretch> stretches) {}

    /** A street that is not by the rule, and why. */
    record Interruption(int street, String why, List<Stretch> stretches) {}

    /**
     * A part of an avenue or street.
     *
     * @param from southern or western end: street or avenue that it begins at
     * @param to northern or eastern end
     * @param direction north, south, east, west or both; left out: the street's by the rule
     * @param lanes in each direction; left out: those of the street by the rule
     * @param passesOver whether it meets nobody between its ends
     */
    record Stretch(
            String from,
            String to,
            @Nullable String direction,
            @Nullable Integer lanes,
            @Nullable Boolean passesOver) {
        boolean isOver() {
            return Boolean.TRUE.equals(passesOver);
        }
    }

    public static ManhattanTable read(Path file) throws IOException {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(Files.readAllBytes(file), ManhattanTable.class);
    }

    /** Avenues in order, the borders at both ends. */
    List<String> avenueIds() {
        Stream<String> inner = avenues.stream().map(Avenue::id);
        return Stream.of(Stream.of(WEST_BORDER), inner, Stream.of(EAST_BORDER))
                .flatMap(part -> part)
                .toList();
    }

    /** Place of an avenue or border from west to east. */
    double xMeters(String avenue) {
        double x = -borderMeters;
        if (avenue.equals(WEST_BORDER)) {
            return x;
        }
        x = 0;
        for (int i = 0; i < avenues.size(); i++) {
            Avenue own = avenues.get(i);
            if (own.id().equals(avenue)) {
                return x;
            }
            if (i + 1 < avenues.size()) {
                double widths = own.widthFeet() + avenues.get(i + 1).widthFeet();
                x += METERS_PER_FOOT * (own.blockFeet() + widths / 2);
            }
        }
        return x + borderMeters;
    }

    /** Place of a street or border from south to north. */
    double yMeters(int street) {
        if (street < FIRST_STREET) {
            return -borderMeters;
        }
        double y = 0;
        for (int next = FIRST_STREET + 1; next <= Math.min(street, LAST_STREET); next++) {
            y += METERS_PER_FOOT * (streetBlockFeet + (widthFeet(next - 1) + widthFeet(next)) / 2);
        }
        return street > LAST_STREET ? y + borderMeters : y;
    }

    /** Whether a street is a wide, two-way one. */
    boolean isWide(int street) {
        return wideStreets.contains(street);
    }

    private double widthFeet(int street) {
        return isWide(street) ? wideStreetWidthFeet : streetWidthFeet;
    }

    /** The parts of a street, with direction and lanes: even ones run east, odd ones west, wide ones both ways. */
    List<Stretch> street(int number) {
        String direction = isWide(number) ? "both" : number % 2 == 0 ? "east" : "west";
        int lanes = isWide(number) ? 2 : 1;
        List<Stretch> given = exceptions.stream()
                .filter(one -> one.street() == number)
                .map(Interruption::stretches)
                .findFirst()
                .orElse(List.of(new Stretch(WEST_BORDER, EAST_BORDER, null, null, null)));
        return given.stream()
                .map(part -> new Stretch(
                        part.from(),
                        part.to(),
                        part.direction() == null ? direction : part.direction(),
                        part.lanes() == null ? lanes : part.lanes(),
                        part.isOver()))
                .toList();
    }
}
