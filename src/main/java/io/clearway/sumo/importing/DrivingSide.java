package io.clearway.sumo.importing;

import io.clearway.setting.ClassPathFile;
import java.awt.geom.Path2D;
import java.util.Optional;
import java.util.stream.Stream;

/** The side of the road that a country drives on, by its coarse outline. */
final class DrivingSide {
    private static final String OUTLINES = "importing/left-hand-traffic.txt";

    private DrivingSide() {}

    /** The countries with left-hand traffic that a place lies in; empty: traffic keeps to the right. */
    static Optional<String> leftHandCountries(double latitude, double longitude) {
        return ClassPathFile.text(OUTLINES)
                .orElseThrow(() -> new IllegalStateException(OUTLINES + " is missing in the program"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(":", 2))
                .filter(outline -> polygon(outline[1]).contains(longitude, latitude))
                .map(outline -> outline[0])
                .findFirst();
    }

    private static Path2D polygon(String corners) {
        Path2D polygon = new Path2D.Double();
        Stream.of(corners.split(",", -1)).map(String::strip).forEach(corner -> {
            String[] degrees = corner.split(" ", 2);
            double latitude = Double.parseDouble(degrees[0]);
            double longitude = Double.parseDouble(degrees[1]);
            if (polygon.getCurrentPoint() == null) {
                polygon.moveTo(longitude, latitude);
            } else {
                polygon.lineTo(longitude, latitude);
            }
        });
        polygon.closePath();
        return polygon;
    }
}
