package io.clearway.sumo.demand;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.TrafficDemand;
import io.clearway.sumo.xml.XmlElements;
import io.clearway.sumo.xml.XmlFile;
import io.clearway.sumo.xml.XmlTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.xml.stream.XMLStreamException;

/** Resamples the departures of {@link TrafficDemand.ResampledRoutes} and writes them as one route file. */
public final class RouteResampling {
    /** Half of the interval around a departure in which it is drawn again. */
    private static final double JITTER_SECONDS = 60;

    private static final Set<String> VEHICLES = Set.of("vehicle", "trip");
    private static final Set<String> WITH_TIMES =
            Set.of("vehicle", "trip", "flow", "person", "personFlow", "container", "containerFlow");

    private final RandomGenerator random;
    private final double scale;
    private final List<XmlTree> definitions = new ArrayList<>();
    private final List<XmlTree> traffic = new ArrayList<>();
    private final List<Departure> departures = new ArrayList<>();

    private RouteResampling(TrafficDemand.ResampledRoutes demand) {
        random = new SplittableRandom(demand.seed());
        scale = demand.scale();
    }

    private record Departure(double seconds, XmlTree element) {}

    public static void write(Path target, TrafficDemand.ResampledRoutes demand) throws IOException, XMLStreamException {
        RouteResampling resampling = new RouteResampling(demand);
        demand.routes().files().forEach(resampling::read);
        resampling.draw();
        try (XmlFile xml = XmlFile.create(target, "routes")) {
            for (XmlTree definition : resampling.definitions) {
                definition.write(xml);
            }
            for (Departure departure : resampling.departures) {
                departure.element().write(xml);
            }
        }
    }

    private void read(Path file) {
        try (XmlElements elements = XmlElements.open(file)) {
            elements.root("routes", "route file");
            while (elements.next()) {
                XmlTree element = elements.tree();
                (WITH_TIMES.contains(element.name()) ? traffic : definitions).add(element);
            }
        }
    }

    private void draw() {
        double first = traffic.stream()
                .map(element -> RouteTimes.seconds(element, element.has("depart") ? "depart" : "begin"))
                .flatMapToDouble(OptionalDouble::stream)
                .min()
                .orElse(0);
        for (XmlTree element : traffic) {
            OptionalDouble depart = RouteTimes.seconds(element, "depart");
            if (VEHICLES.contains(element.name()) && depart.isPresent()) {
                repeat(element, depart.getAsDouble(), first);
            } else if (element.name().equals("flow")) {
                spread(element, RouteTimes.ofFlow(element));
            } else {
                double begin =
                        depart.orElse(RouteTimes.seconds(element, "begin").orElse(first));
                departures.add(new Departure(begin, element));
            }
        }
        // SUMO requires departures in order
        departures.sort(Comparator.comparingDouble(Departure::seconds));
    }

    private void repeat(XmlTree vehicle, double depart, double first) {
        int copies = poisson();
        for (int copy = 0; copy < copies; copy++) {
            double drawn = depart + JITTER_SECONDS * (2 * random.nextDouble() - 1);
            add(vehicle, vehicle.name(), copy, first + Math.abs(drawn - first));
        }
    }

    private void spread(XmlTree flow, RouteTimes times) {
        boolean routed = flow.has("route")
                || flow.children().stream().anyMatch(child -> child.name().equals("route"));
        double meanHeadway = (times.endSeconds() - times.beginSeconds()) / (times.expected() * scale);
        double time = times.beginSeconds() + headway(meanHeadway);
        for (int copy = 0; time < times.endSeconds(); copy++) {
            add(flow, routed ? "vehicle" : "trip", copy, time);
            time += headway(meanHeadway);
        }
    }

    private void add(XmlTree original, String name, int copy, double seconds) {
        String id = original.find("id");
        if (id == null) {
            throw new SimulationException("A <%s> of the route files lacks its 'id'".formatted(original.name()));
        }
        Map<String, String> set = Map.of(
                "id",
                copy == 0 && !original.name().equals("flow") ? id : id + "~" + copy,
                "depart",
                String.format(Locale.ROOT, "%.2f", seconds));
        departures.add(new Departure(seconds, original.changed(name, set, RouteTimes.FLOW_ATTRIBUTES)));
    }

    private double headway(double mean) {
        return -Math.log1p(-random.nextDouble()) * mean;
    }

    /** A number from the Poisson distribution around the scale, by counting exponential headways. */
    private int poisson() {
        int count = 0;
        for (double sum = headway(1); sum < scale; sum += headway(1)) {
            count++;
        }
        return count;
    }
}
