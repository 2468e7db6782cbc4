package io.clearway.sumo.reading;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.passages.CrossingPlace;
import io.clearway.simulation.passages.CrossingWait;
import io.clearway.simulation.passages.PassageObserver;
import io.clearway.sumo.traci.LaneVariables;
import io.clearway.sumo.traci.PedestrianVariables;
import io.clearway.sumo.traci.TraciCommand;
import io.clearway.sumo.traci.TraciConnection;
import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TraciReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds out at which crossings persons wait: those who stand on a walking area beside it and walk over it next, by whom
 * SUMO's tutorial has its push buttons pressed. Costs an exchange for each step, and another while persons are on these
 * walking areas; none where no crossing is watched.
 *
 * @see <a href="https://sumo.dlr.de/docs/Tutorials/TraCIPedCrossing.html">SUMO: tutorial, pedestrian crossing</a>
 */
public final class CrossingReader {
    private final PassageObserver observer;
    /** Numbers of places by walking area and crossing. */
    private final Map<String, Map<String, Integer>> places;

    private final List<String> areas;
    private final boolean[] waited;

    private CrossingReader(Map<String, Map<String, Integer>> places, int count, PassageObserver observer) {
        this.places = places;
        this.areas = List.copyOf(places.keySet());
        this.waited = new boolean[count];
        this.observer = observer;
    }

    /**
     * Begins to watch.
     *
     * @throws SimulationException when the simulation does not know one of the crossings
     */
    public static CrossingReader open(
            TraciConnection connection, List<CrossingPlace> crossings, PassageObserver observer) throws IOException {
        Map<String, Map<String, Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < crossings.size(); place++) {
            CrossingPlace at = crossings.get(place);
            places.computeIfAbsent(road(at.sidewalk()), area -> new HashMap<>()).put(road(at.crossing()), place);
        }
        List<TraciCommand<List<String>>> behind = crossings.stream()
                .map(at -> LaneVariables.lanesBehind(at.crossing()))
                .toList();
        List<List<String>> otherSides = connection.executeAll(behind);
        for (int place = 0; place < crossings.size(); place++) {
            for (String side : otherSides.get(place)) {
                places.computeIfAbsent(road(side), area -> new HashMap<>())
                        .putIfAbsent(road(crossings.get(place).crossing()), place);
            }
        }
        CrossingReader reader = new CrossingReader(places, crossings.size(), observer);
        // reports areas that the simulation does not know
        connection.executeAll(
                reader.areas.stream().map(PedestrianVariables.PERSONS::of).toList());
        return reader;
    }

    private static String road(String lane) {
        return lane.substring(0, Math.max(0, lane.lastIndexOf('_')));
    }

    /**
     * Tells where persons begin and cease to wait.
     *
     * @param fromSeconds simulated time at which the last step began: who waits after it has stood since then
     */
    void read(TraciConnection connection, double fromSeconds) throws IOException {
        if (areas.isEmpty()) {
            return;
        }
        boolean[] waiting = waiting(connection, persons(connection));
        for (int place = 0; place < waited.length; place++) {
            if (waiting[place] != waited[place]) {
                waited[place] = waiting[place];
                observer.waits(new CrossingWait(fromSeconds, place, waiting[place]));
            }
        }
    }

    private Map<String, Integer> crossings(String area) {
        return Objects.requireNonNull(places.get(area), area);
    }

    /** A person on a walking area. */
    private record Walker(String person, String area) {}

    private List<Walker> persons(TraciConnection connection) throws IOException {
        TraciMessage message = connection.begin();
        areas.forEach(area -> PedestrianVariables.PERSONS.encode(message, area));
        TraciReply reply = connection.exchange(message);
        List<Walker> walkers = new ArrayList<>();
        for (String area : areas) {
            PedestrianVariables.PERSONS.decode(reply).forEach(person -> walkers.add(new Walker(person, area)));
        }
        reply.requireEnd();
        return walkers;
    }

    private boolean[] waiting(TraciConnection connection, List<Walker> walkers) throws IOException {
        boolean[] waiting = new boolean[waited.length];
        if (walkers.isEmpty()) {
            return waiting;
        }
        TraciMessage message = connection.begin();
        for (Walker walker : walkers) {
            PedestrianVariables.NEXT_EDGE.encode(message, walker.person());
            PedestrianVariables.WAITING_TIME.encode(message, walker.person());
        }
        TraciReply reply = connection.exchange(message);
        for (Walker walker : walkers) {
            String next = PassageReader.value(PedestrianVariables.NEXT_EDGE, reply);
            Double standing = PassageReader.value(PedestrianVariables.WAITING_TIME, reply);
            if (next != null && standing != null && standing > 0) {
                Integer place = crossings(walker.area()).get(next);
                if (place != null) {
                    waiting[place] = true;
                }
            }
        }
        reply.requireEnd();
        return waiting;
    }
}
