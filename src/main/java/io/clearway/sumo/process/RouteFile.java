package io.clearway.sumo.process;

import io.clearway.simulation.trips.VehicleRoute;
import io.clearway.sumo.xml.XmlElements;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * SUMO's {@code --vehroute-output} with exit times: for each vehicle the last of its routes, which holds what it drove.
 * A road is left when the vehicle's front passes its end.
 *
 * @see <a href="https://sumo.dlr.de/docs/Simulation/Output/VehRoutes.html">SUMO: VehRoutes</a>
 */
final class RouteFile {
    private RouteFile() {}

    static void read(Path file, Consumer<VehicleRoute> routes) {
        try (XmlElements elements = XmlElements.open(file)) {
            elements.root("routes", "record of routes by SUMO");
            String vehicle = "";
            while (elements.next()) {
                switch (elements.name()) {
                    case "vehicle" -> vehicle = elements.text("id");
                    case "person", "container" -> vehicle = "";
                    case "route" -> {
                        if (!vehicle.isEmpty()) {
                            routes.accept(route(vehicle, elements));
                        }
                    }
                    default -> {
                        // stops and types are not measured
                    }
                }
            }
        }
    }

    private static VehicleRoute route(String vehicle, XmlElements element) {
        List<String> roads = words(element.text("edges"));
        List<Double> left = Stream.concat(
                        words(element.text("exitTimes", "")).stream().map(RouteFile::seconds),
                        Stream.generate(() -> Double.POSITIVE_INFINITY))
                .limit(roads.size())
                .toList();
        return new VehicleRoute(vehicle, roads, left);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /** SUMO writes a negative time for a road that was not left. */
    private static double seconds(String text) {
        double seconds = Double.parseDouble(text);
        return seconds < 0 ? Double.POSITIVE_INFINITY : seconds;
    }
}
