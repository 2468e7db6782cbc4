package io.clearway.scenario.atsc;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.ScenarioIdentity;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.DemandLevels;
import io.clearway.scenario.atsc.definition.DemandSource;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.ReferenceRule;
import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.signal.Phase;
import io.clearway.simulation.NetworkSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Draws the plain network files of monaco from two small tables; the files in the repository must equal this. */
public final class MonacoPlan {
    /** Signals with x, y and height in meters and the number of phases; others without phases. */
    private static final String NODES = """
            A1 0 20 2 4, A2 150 0 2 4, A3 310 10 2 3, A4 450 45 2 6, A5 620 70 2 6, A6 790 60 2 2, A7 930 100 4 4,
            B1 -20 150 12 2, B2 120 130 11 2, B3 290 150 13 2, B4 440 190 14 4, B5 600 215 15 2, B6 770 200 14 2,
            B7 900 250 18 4, C1 30 290 26 4, C2 140 270 25 2, C3 300 300 27 2, C4 430 330 28 4, C5 580 350 29 2,
            C6 740 345 28 2, C7 880 390 32 4, D1 60 430 40 3, D2 190 420 41 2, D3 310 450 44 5, D4 460 470 46 3,
            D5 600 490 48 6, D6 750 500 48 4, D7 900 520 50 2,
            h1 50 215 19 0, h2 375 495 46 0, h3 925 455 41 0,
            w1 -130 35 2 0, w2 -150 170 15 0, w3 -100 310 28 0, n1 80 560 52 0, n3 340 580 56 0, n5 625 620 59 0,
            n6 765 630 60 0, e1 1060 130 4 0, e2 1030 275 20 0, e3 1010 410 33 0, e4 1030 545 52 0,
            s2 165 -120 0 0, s4 470 -90 1 0, s5 640 -60 1 0
            """;

    /** Roads with lanes there and back; 0 back is a one-way street. */
    private static final String ROADS = """
            w1 A1 2 2, A1 A2 2 2, A2 A3 2 2, A3 A4 2 2, A4 A5 2 2, A5 A6 2 2, A6 A7 2 2, A7 e1 2 2,
            w2 B1 1 0, B1 B2 1 0, B2 B3 2 0, B3 B4 2 0, B4 B5 2 0, B5 B6 2 0, B6 B7 1 0, B7 e2 1 1,
            e3 C7 1 1, C7 C6 1 0, C6 C5 2 0, C5 C4 2 0, C4 C3 2 0, C3 C2 1 0, C2 C1 1 0, C1 w3 1 1,
            D1 D2 1 1, D2 D3 1 1, D3 h2 1 1, h2 D4 1 1, D4 D5 1 1, D5 D6 1 1, D6 D7 1 0, D7 e4 1 0,
            A1 B1 1 1, B1 h1 1 0, h1 C1 1 0, C1 D1 1 1, D1 n1 1 1, A2 B2 1 0, B2 C2 1 0, C2 D2 1 0,
            D3 C3 1 0, C3 B3 1 0, B3 A3 1 0, n3 D3 1 1, A4 B4 1 1, B4 C4 1 1, C4 D4 1 1, A4 B5 1 1,
            A5 B5 1 0, B5 C5 1 0, C5 D5 1 0, n5 D5 1 1, D6 C6 1 0, C6 B6 1 0, B6 A6 1 0, n6 D6 1 1,
            A7 B7 1 1, B7 C7 1 1, C7 h3 1 0, h3 D7 1 0, s2 A2 1 1, s4 A4 1 1, s5 A5 1 1
            """;

    /** Trips by group, each with roads on the way; a group runs its first few in each slot. */
    private static final String TRIPS = """
            w1_A1 A7_e1 A3_A4, w2_B1 B7_e2 B3_B4, w1_A1 B7_e2 A5_B5, w2_B1 D7_e4 B4_C4;
            n3_D3 A2_s2 C3_B3, n5_D5 A5_s5 D6_C6, n3_D3 A1_w1 B3_A3, n1_D1 A4_s4 D4_C4;
            e3_C7 C1_w3 C4_C3, e1_A7 A1_w1 A4_A3, e1_A7 C1_w3 B4_C4, e3_C7 A1_w1 C6_B6;
            s2_A2 D3_n3 B2_C2, s5_A5 D5_n5 B5_C5, s4_A4 D1_n1 C4_D4, s2_A2 D6_n6 A4_B4
            """;

    private static final List<List<Integer>> RUNNING =
            List.of(List.of(1, 2, 4, 4, 4, 4, 2, 1, 0, 0, 0), List.of(0, 0, 0, 1, 2, 4, 4, 4, 4, 2, 1));
    private static final int SLOT_SECONDS = 300;
    private static final int VEHICLES_PER_HOUR = 325;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final double STRAIGHT_DEGREES = 45;
    private static final int GREEN_SECONDS = 25;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Road> roads = new ArrayList<>();

    public record Node(String id, int x, int y, int z, int phases) {}

    record Road(Node from, Node to, int lanes) {
        String id() {
            return from.id() + "_" + to.id();
        }
    }

    /** A movement; left ones give way to those ahead. */
    record Movement(Road from, int fromLane, Road to, int toLane, boolean left) {
        String attributes() {
            return "from=\"%s\" to=\"%s\" fromLane=\"%d\" toLane=\"%d\""
                    .formatted(from.id(), to.id(), fromLane, toLane);
        }
    }

    public MonacoPlan() {
        for (String entry : NODES.split(",", -1)) {
            String[] part = entry.strip().split(" ", -1);
            nodes.put(
                    part[0],
                    new Node(
                            part[0],
                            Integer.parseInt(part[1]),
                            Integer.parseInt(part[2]),
                            Integer.parseInt(part[3]),
                            Integer.parseInt(part[4])));
        }
        for (String entry : ROADS.split(",", -1)) {
            String[] part = entry.strip().split(" ", -1);
            road(part[0], part[1], Integer.parseInt(part[2]));
            road(part[1], part[0], Integer.parseInt(part[3]));
        }
    }

    private void road(String from, String to, int lanes) {
        if (lanes > 0) {
            roads.add(new Road(node(from), node(to), lanes));
        }
    }

    private Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("No node " + id);
        }
        return node;
    }

    /** The signals in order. */
    public List<Node> signals() {
        return nodes.values().stream().filter(node -> node.phases() > 0).toList();
    }

    /** The plain files by name. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("monaco.nod.xml", nodeFile());
        files.put("monaco.edg.xml", edgeFile());
        files.put("monaco.con.xml", connectionFile());
        files.put("monaco.tll.xml", signalFile());
        files.put("monaco.netccfg", HEAD + "<configuration>\n    <no-turnarounds value=\"true\"/>\n</configuration>\n");
        files.put("demand.json", demandFile());
        return files;
    }

    private String nodeFile() {
        StringBuilder text = new StringBuilder(HEAD).append("<nodes>\n");
        for (Node node : nodes.values()) {
            text.append("    <node id=\"%s\" x=\"%d\" y=\"%d\" z=\"%d\" type=\"%s\"/>\n"
                    .formatted(
                            node.id(), node.x(), node.y(), node.z(), node.phases() > 0 ? "traffic_light" : "priority"));
        }
        return text.append("</nodes>\n").toString();
    }

    private String edgeFile() {
        StringBuilder text = new StringBuilder(HEAD).append("<edges>\n");
        for (Road road : roads) {
            text.append("    <edge id=\"%s\" from=\"%s\" to=\"%s\" priority=\"%d\" numLanes=\"%d\" speed=\"%s\"/>\n"
                    .formatted(
                            road.id(),
                            road.from().id(),
                            road.to().id(),
                            road.lanes(),
                            road.lanes(),
                            road.lanes() > 1 ? "13.89" : "11.11"));
        }
        return text.append("</edges>\n").toString();
    }

    private String connectionFile() {
        StringBuilder text = new StringBuilder(HEAD).append("<connections>\n");
        for (Node signal : signals()) {
            movements(signal)
                    .forEach(movement -> text.append("    <connection %s/>\n".formatted(movement.attributes())));
        }
        return text.append("</connections>\n").toString();
    }

    private String signalFile() {
        StringBuilder text = new StringBuilder(HEAD).append("<tlLogics>\n");
        for (Node signal : signals()) {
            text.append(
                    "    <tlLogic id=\"%s\" type=\"static\" programID=\"0\" offset=\"0\">\n".formatted(signal.id()));
            List<String> phases = phases(signal);
            for (int phase = 0; phase < phases.size(); phase++) {
                String next = phases.get((phase + 1) % phases.size());
                text.append(
                        "        <phase duration=\"%d\" state=\"%s\"/>\n".formatted(GREEN_SECONDS, phases.get(phase)));
                text.append(
                        "        <phase duration=\"3\" state=\"%s\"/>\n".formatted(yellow(phases.get(phase), next)));
            }
            text.append("    </tlLogic>\n");
        }
        for (Node signal : signals()) {
            int index = 0;
            for (Movement movement : movements(signal)) {
                text.append("    <connection %s tl=\"%s\" linkIndex=\"%d\"/>\n"
                        .formatted(movement.attributes(), signal.id(), index++));
            }
        }
        return text.append("</tlLogics>\n").toString();
    }

    /** The problem, its files in a folder. */
    public AtscDefinition definition(Path folder) {
        List<SignalAgents.Signal> agents = signals().stream()
                .map(signal -> new SignalAgents.Signal(
                        signal.id(), phases(signal).stream().map(Phase::new).toList(), upstream(signal)))
                .toList();
        return new AtscDefinition(
                new ScenarioIdentity(
                        "monaco",
                        "28 unlike signals of a town on a hillside above a harbor, shaped like the Monaco of Chu et al. 2020",
                        "drawn for Clearway from the facts in the papers, not from the city or its published network; Apache-2.0"),
                new NetworkSource.Plain(folder, "monaco"),
                DemandLevels.only(new DemandSource.Rates(folder.resolve("demand.json"))),
                new SignalAgents(agents, neighbors()),
                DetectorSpec.MONACO,
                new AtscDefinition.Timing(5, 2, 720, 1, 600),
                ReferenceRule.GATING);
    }

    private static String demandFile() {
        List<String> groups = new ArrayList<>();
        String[] all = TRIPS.split(";", -1);
        for (int group = 0; group < all.length; group++) {
            String[] trips = all[group].split(",", -1);
            List<Integer> running = RUNNING.get(group / 2);
            for (int trip = 0; trip < trips.length; trip++) {
                int place = trip;
                List<Integer> factors =
                        running.stream().map(first -> place < first ? 1 : 0).toList();
                String[] roads = trips[trip].strip().split(" ", -1);
                groups.add(
                        """
                            {"name": "g%d-%d", "beginSeconds": 0, "peakVehiclesPerHour": %d,
                             "factors": %s,
                             "trips": [{"from": "%s", "to": "%s", "via": ["%s"]}]}\
                        """.formatted(group + 1, trip + 1, VEHICLES_PER_HOUR, factors, roads[0], roads[1], roads[2]));
            }
        }
        return """
                {
                  "vehicleType": {
                    "id": "car",
                    "lengthMeters": 5,
                    "accelerationMetersPerSecond2": 5,
                    "decelerationMetersPerSecond2": 10
                  },
                  "slotSeconds": %d,
                  "groups": [
                %s
                  ]
                }
                """.formatted(SLOT_SECONDS, String.join(",\n", groups));
    }

    private static String yellow(String now, String next) {
        StringBuilder state = new StringBuilder();
        for (int link = 0; link < now.length(); link++) {
            boolean ends = now.charAt(link) != 'r' && next.charAt(link) == 'r';
            boolean begins = now.charAt(link) == 'r';
            state.append(ends ? 'y' : begins ? 'r' : now.charAt(link));
        }
        return state.toString();
    }

    /** Roads into a node, clockwise from the north. */
    private List<Road> approaches(Node node) {
        return roads.stream()
                .filter(road -> road.to().equals(node))
                .sorted(Comparator.comparingDouble(road ->
                        Math.floorMod(Math.round(90 - heading(node, road.from())), 360L)))
                .toList();
    }

    /** The movements of a signal in the order of their indices: by approach, each from right to left. */
    public List<Movement> movements(Node node) {
        List<Movement> movements = new ArrayList<>();
        for (Road from : approaches(node)) {
            List<Road> targets = roads.stream()
                    .filter(to -> to.from().equals(node) && !to.to().equals(from.from()))
                    .sorted(Comparator.comparingDouble(to -> turn(from, to)))
                    .toList();
            Road ahead = targets.stream()
                    .min(Comparator.comparingDouble(to -> Math.abs(turn(from, to))))
                    .orElseThrow();
            double straight = Math.abs(turn(from, ahead)) < STRAIGHT_DEGREES ? turn(from, ahead) : 0;
            for (Road to : targets) {
                double turn = turn(from, to);
                for (int lane = 0; lane < from.lanes(); lane++) {
                    boolean last = lane == from.lanes() - 1;
                    if (to.equals(ahead) || (turn < straight ? lane == 0 : last)) {
                        int toLane = turn > straight ? to.lanes() - 1 : Math.min(lane, to.lanes() - 1);
                        movements.add(new Movement(from, lane, to, toLane, turn > straight));
                    }
                }
            }
        }
        return movements;
    }

    /** Opposite approaches together; the widest pair first. */
    private List<List<Road>> axes(Node node) {
        List<Road> left = new ArrayList<>(approaches(node));
        List<List<Road>> axes = new ArrayList<>();
        while (!left.isEmpty()) {
            Road one = left.remove(0);
            List<Road> axis = new ArrayList<>(List.of(one));
            left.stream()
                    .filter(other -> Math.abs(turn(one, new Road(node, other.from(), 1))) < STRAIGHT_DEGREES)
                    .findFirst()
                    .ifPresent(opposite -> {
                        axis.add(opposite);
                        left.remove(opposite);
                    });
            axes.add(axis);
        }
        axes.sort(Comparator.comparingInt(
                axis -> -axis.stream().mapToInt(Road::lanes).sum()));
        return axes;
    }

    /** As many as the table says: all axes, then protected left turns, then single approaches. */
    List<String> phases(Node node) {
        List<Movement> movements = movements(node);
        List<List<Road>> axes = axes(node);
        Set<String> phases = new LinkedHashSet<>();
        for (List<Road> axis : axes) {
            phases.add(state(movements, axis, false));
        }
        for (List<Road> axis : axes) {
            // without a road ahead opposite left turns would cross
            if (axes.size() == 2 && axis.stream().allMatch(this::hasAhead)) {
                phases.add(state(movements, axis, true));
            }
        }
        for (List<Road> axis : axes) {
            axis.forEach(approach -> phases.add(state(movements, List.of(approach), false)));
        }
        List<String> shown = phases.stream()
                .filter(state -> state.indexOf('G') >= 0 || state.indexOf('g') >= 0)
                .toList();
        if (shown.size() < node.phases()) {
            throw new IllegalStateException(
                    "Signal %s has %d phases only: %s".formatted(node.id(), shown.size(), shown));
        }
        return shown.subList(0, node.phases());
    }

    private boolean hasAhead(Road approach) {
        return roads.stream()
                .anyMatch(to -> to.from().equals(approach.to()) && Math.abs(turn(approach, to)) < STRAIGHT_DEGREES);
    }

    private static String state(List<Movement> movements, List<Road> approaches, boolean leftOnly) {
        StringBuilder state = new StringBuilder();
        for (Movement movement : movements) {
            boolean green = approaches.contains(movement.from()) && (movement.left() || !leftOnly);
            boolean yields = movement.left() && approaches.size() > 1 && !leftOnly;
            state.append(green ? (yields ? 'g' : 'G') : 'r');
        }
        return state.toString();
    }

    /** Incoming lanes behind a bend without a signal, with the lane before the bend. */
    private SortedMap<String, List<String>> upstream(Node signal) {
        SortedMap<String, List<String>> upstream = new TreeMap<>();
        for (Road approach : approaches(signal)) {
            List<Road> before = roads.stream()
                    .filter(road -> road.to().equals(approach.from())
                            && !road.from().equals(signal)
                            && road.lanes() == approach.lanes())
                    .toList();
            if (approach.from().phases() == 0 && before.size() == 1) {
                for (int lane = 0; lane < approach.lanes(); lane++) {
                    upstream.put(
                            approach.id() + "_" + lane, List.of(before.get(0).id() + "_" + lane));
                }
            }
        }
        return upstream;
    }

    /** Signals that a road joins, bends between them left out. */
    private List<AgentGraph.Link> neighbors() {
        List<AgentGraph.Link> links = new ArrayList<>();
        for (Road road : roads) {
            for (Node end : ends(road)) {
                if (road.from().phases() > 0 && end.phases() > 0) {
                    links.add(new AgentGraph.Link(road.from().id(), end.id()));
                }
            }
        }
        return links;
    }

    private List<Node> ends(Road road) {
        return road.to().phases() > 0
                ? List.of(road.to())
                : roads.stream()
                        .filter(next ->
                                next.from().equals(road.to()) && !next.to().equals(road.from()))
                        .map(Road::to)
                        .toList();
    }

    private static double heading(Node from, Node to) {
        return Math.toDegrees(Math.atan2(to.y() - from.y(), to.x() - from.x()));
    }

    /** Degrees to the left, −180 to 180. */
    private static double turn(Road from, Road to) {
        double turn = heading(to.from(), to.to()) - heading(from.from(), from.to());
        return turn <= -180 ? turn + 360 : turn > 180 ? turn - 360 : turn;
    }
}
