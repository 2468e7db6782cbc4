package io.clearway.sumo.traci;

import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.sumo.traci.LaneVariables.LaneLink;
import io.clearway.sumo.traci.TrafficLightCommands.ControlledLink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Retrieves the traffic lights of a running simulation. TraCI reports neither a program's offset (given as 0) nor which
 * link yields (given as none, which is on the safe side: every foe then counts as a conflict). Foes are the movements
 * of other lanes whose paths inside the junction meet.
 */
public final class LightQuery {
    private static final String NO_ID = "";
    private final TraciConnection connection;

    public LightQuery(TraciConnection connection) {
        this.connection = connection;
    }

    private record Retrieved(List<ControlledLink> links, List<Program> programs) {}

    public List<TrafficLight> lights() throws IOException {
        Map<String, Retrieved> retrieved = new LinkedHashMap<>();
        for (String id : connection.execute(TrafficLightCommands.ID_LIST.of(NO_ID))) {
            List<ControlledLink> links = connection.execute(TrafficLightCommands.CONTROLLED_LINKS.of(id));
            retrieved.put(id, new Retrieved(links, programs(id)));
        }
        List<TrafficLight> lights = new ArrayList<>();
        for (Map.Entry<String, Retrieved> light : retrieved.entrySet()) {
            List<Link> links = links(light.getValue().links());
            lights.add(new TrafficLight(light.getKey(), links, light.getValue().programs()));
        }
        return lights;
    }

    /** All programs of a light, the running one first. */
    private List<Program> programs(String light) throws IOException {
        String running = connection.execute(TrafficLightCommands.CURRENT_PROGRAM.of(light));
        List<Program> programs = connection.execute(TrafficLightCommands.COMPLETE_DEFINITION.of(light));
        programs.sort(Comparator.comparing(program -> !program.id().equals(running)));
        return programs;
    }

    private List<Link> links(List<ControlledLink> controlled) throws IOException {
        Map<ControlledLink, Set<Integer>> foes = foes(controlled);
        Map<String, List<LaneLink>> laneLinks = new LinkedHashMap<>();
        List<Link> links = new ArrayList<>();
        for (ControlledLink link : controlled) {
            String from = link.fromLane();
            if (!laneLinks.containsKey(from)) {
                laneLinks.put(from, connection.execute(LaneVariables.LINKS.of(from)));
            }
            char direction = laneLinks.getOrDefault(from, List.of()).stream()
                    .filter(onward -> onward.toLane().equals(link.toLane()))
                    .map(LaneLink::direction)
                    .findFirst()
                    .orElse(LaneVariables.UNKNOWN_DIRECTION);
            List<Integer> itsFoes = List.copyOf(foes.getOrDefault(link, Set.of()));
            links.add(new Link(link.index(), from, link.toLane(), direction, itsFoes, List.of()));
        }
        return links;
    }

    /** The link of each lane inside the junction; a link whose vehicles wait inside has a second lane there. */
    private Map<String, ControlledLink> linksByInternalLane(List<ControlledLink> links) throws IOException {
        Map<String, ControlledLink> byLane = new LinkedHashMap<>();
        for (ControlledLink link : links) {
            if (!link.via().isEmpty()) {
                byLane.put(link.via(), link);
                for (LaneLink onward : connection.execute(LaneVariables.LINKS.of(link.via()))) {
                    byLane.put(onward.via(), link);
                }
            }
        }
        byLane.remove("");
        return byLane;
    }

    /** Signal indices of the links whose paths each link meets. */
    private Map<ControlledLink, Set<Integer>> foes(List<ControlledLink> links) throws IOException {
        Map<String, ControlledLink> byLane = linksByInternalLane(links);
        Map<ControlledLink, Set<Integer>> foes = new LinkedHashMap<>();
        links.forEach(link -> foes.put(link, new TreeSet<>()));
        for (Map.Entry<String, ControlledLink> entry : byLane.entrySet()) {
            ControlledLink link = entry.getValue();
            List<String> lanes = new ArrayList<>(connection.execute(LaneVariables.foes(entry.getKey(), "")));
            if (entry.getKey().equals(link.via())) {
                // right of way of those that wait inside: only here SUMO reports a pair of opposite left turns
                lanes.addAll(connection.execute(LaneVariables.foes(link.fromLane(), link.toLane())));
            }
            for (String lane : lanes) {
                ControlledLink other = byLane.get(lane);
                if (other != null && other.isFoe(link)) {
                    foes.getOrDefault(link, Set.of()).add(other.index());
                    foes.getOrDefault(other, Set.of()).add(link.index());
                }
            }
        }
        return foes;
    }
}
