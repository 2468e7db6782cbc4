package io.clearway.sumo.demand;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.SimulationException;
import io.clearway.sumo.xml.XmlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * A made-up demand: trips from where traffic can enter a network to where it can leave, more of them on wide and fast
 * roads, as SUMO's randomTrips.py draws them with a high fringe factor; without it where Python's tools are missing.
 */
public final class FringeTrips {
    /** A moderate flow for a lane that enters the network, in vehicles per hour. */
    private static final double PER_ENTERING_LANE = 200;

    private final List<Road> origins;
    private final List<Road> destinations;

    private FringeTrips(List<Road> origins, List<Road> destinations) {
        this.origins = origins;
        this.destinations = destinations;
    }

    /** Where trips of a network can begin and end. */
    public static FringeTrips of(RoadNetwork network) {
        List<Road> roads = network.roads().stream()
                .filter(road -> !road.internal() && road.lanes().stream().anyMatch(Lane::cars))
                .toList();
        Map<String, List<Road>> arriving = roads.stream().collect(Collectors.groupingBy(Road::to));
        Map<String, List<Road>> leaving = roads.stream().collect(Collectors.groupingBy(Road::from));
        List<Road> origins = select(
                roads,
                road -> arriving.getOrDefault(road.from(), List.of()).stream()
                        .allMatch(other -> other.from().equals(road.to())));
        List<Road> destinations = select(
                roads,
                road -> leaving.getOrDefault(road.to(), List.of()).stream()
                        .allMatch(other -> other.to().equals(road.from())));
        if (roads.size() < 2) {
            throw new InvalidSetting("network", roads.size() + " roads", "give a network with roads for cars");
        }
        return new FringeTrips(origins, destinations);
    }

    /** The roads at the fringe; all of them where there is no fringe. */
    private static List<Road> select(List<Road> roads, Predicate<Road> fringe) {
        List<Road> selected = roads.stream().filter(fringe).toList();
        return selected.size() < 2 ? roads : selected;
    }

    /** Vehicles per hour that are a moderate demand. */
    public double moderatePerHour() {
        return PER_ENTERING_LANE
                * origins.stream().mapToLong(FringeTrips::lanes).sum();
    }

    /** Writes trips with exponential gaps; the same for the same seed. */
    public void write(Path file, double perHour, double beginSeconds, double endSeconds, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        try (XmlFile xml = XmlFile.create(file, "routes")) {
            int number = 0;
            for (double time = beginSeconds + gap(perHour, chance); time < endSeconds; time += gap(perHour, chance)) {
                Road from = draw(origins, chance);
                Road to = draw(destinations, chance);
                if (!from.id().equals(to.id()) && !from.from().equals(to.to())) {
                    xml.element("trip")
                            .with("id", "trip-" + number++)
                            .with("depart", Math.round(time * 100) / 100.0)
                            .with("from", from.id())
                            .with("to", to.id())
                            .with("departLane", "best")
                            .with("departSpeed", "max");
                }
            }
        } catch (IOException | XMLStreamException failed) {
            throw new SimulationException("Cannot write trips: " + failed, failed);
        }
    }

    private static double gap(double perHour, SplittableRandom chance) {
        return -Math.log1p(-chance.nextDouble()) * 3600 / perHour;
    }

    private static Road draw(List<Road> roads, SplittableRandom chance) {
        ToDoubleFunction<Road> weight =
                road -> lanes(road) * road.lanes().get(road.lanes().size() - 1).speedLimitMetersPerSecond();
        double left = chance.nextDouble() * roads.stream().mapToDouble(weight).sum();
        for (Road road : roads) {
            left -= weight.applyAsDouble(road);
            if (left < 0) {
                return road;
            }
        }
        return roads.get(roads.size() - 1);
    }

    private static long lanes(Road road) {
        return road.lanes().stream().filter(Lane::cars).count();
    }
}
