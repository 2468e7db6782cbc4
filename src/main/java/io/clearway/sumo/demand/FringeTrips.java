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
 * A generated demand: trips from roads that enter a network to roads that leave it, more of them on wide and fast
 * roads, as SUMO's randomTrips.py generates them with a high fringe factor; here without Python.
 */
public final class FringeTrips {
    /** A moderate flow for a lane that enters the network, in vehicles per hour. */
    private static final double PER_ENTERING_LANE = 200;

    private static final double PER_SIGNAL = 1200;

    private static final double SECONDS_PER_HOUR = 3600;

    /** Departures are written in hundredths of a second. */
    private static final double TICKS_PER_SECOND = 100;

    private final List<Road> origins;
    private final List<Road> destinations;

    private final int signals;

    private FringeTrips(List<Road> origins, List<Road> destinations, int signals) {
        this.signals = signals;
        this.origins = origins;
        this.destinations = destinations;
    }

    /** Trips of a network. */
    public static FringeTrips of(RoadNetwork network) {
        List<Road> roads = network.roads().stream()
                .filter(road -> !road.internal() && road.lanes().stream().anyMatch(Lane::allowsCars))
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
        return new FringeTrips(origins, destinations, network.lights().size());
    }

    /** The roads at the fringe; all of them where there is no fringe. */
    private static List<Road> select(List<Road> roads, Predicate<Road> fringe) {
        List<Road> selected = roads.stream().filter(fringe).toList();
        return selected.size() < 2 ? roads : selected;
    }

    /**
     * A moderate demand in vehicles per hour: so many on each entering lane, but no more than its signals can serve
     * where a trip passes as many of them as a side of a square grid has.
     */
    public double moderatePerHour() {
        double entering = PER_ENTERING_LANE
                * origins.stream().mapToLong(FringeTrips::lanes).sum();
        return signals == 0 ? entering : Math.min(entering, PER_SIGNAL * Math.sqrt(signals));
    }

    /** Writes trips with exponential headways; the same for the same seed. */
    public void write(Path file, double perHour, double beginSeconds, double endSeconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        try (XmlFile xml = XmlFile.create(file, "routes")) {
            int number = 0;
            for (double time = beginSeconds + headway(perHour, random);
                    time < endSeconds;
                    time += headway(perHour, random)) {
                Road from = draw(origins, random);
                Road to = draw(destinations, random);
                if (!from.id().equals(to.id()) && !from.from().equals(to.to())) {
                    xml.element("trip")
                            .with("id", "trip-" + number++)
                            .with("depart", Math.round(time * TICKS_PER_SECOND) / TICKS_PER_SECOND)
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

    private static double headway(double perHour, SplittableRandom random) {
        return -Math.log1p(-random.nextDouble()) * SECONDS_PER_HOUR / perHour;
    }

    private static Road draw(List<Road> roads, SplittableRandom random) {
        ToDoubleFunction<Road> weight =
                road -> lanes(road) * road.lanes().get(road.lanes().size() - 1).speedLimitMetersPerSecond();
        double left = random.nextDouble() * roads.stream().mapToDouble(weight).sum();
        for (Road road : roads) {
            left -= weight.applyAsDouble(road);
            if (left < 0) {
                return road;
            }
        }
        return roads.get(roads.size() - 1);
    }

    private static long lanes(Road road) {
        return road.lanes().stream().filter(Lane::allowsCars).count();
    }
}
