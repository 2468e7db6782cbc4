package io.clearway.scenario.atsc;

import io.clearway.scenario.ScenarioIdentity;
import io.clearway.scenario.atsc.ManhattanRoads.Road;
import io.clearway.scenario.atsc.ManhattanSignal.Movement;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.DefinitionWriter;
import io.clearway.scenario.atsc.definition.DemandLevels;
import io.clearway.scenario.atsc.definition.DemandSource;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.scenario.atsc.network.NetworkSurvey;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws the plain network files of new-york from its table; the files in the repository must equal this. {@link #main}
 * writes them anew.
 */
public final class NewYorkPlan {
    public static final Path FOLDER = Path.of("sumo-networks", "new-york");

    /** New York's speed limit, 25 miles per hour; greens along an avenue follow one another at it. */
    private static final double METERS_PER_SECOND = 11.18;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private final ManhattanTable table;
    private final ManhattanRoads roads;

    private NewYorkPlan(ManhattanTable table) {
        this.table = table;
        this.roads = new ManhattanRoads(table);
    }

    /** Writes the files; needs SUMO, which compiles the network for {@code scenario.json}. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
        }
        TrafficSimulator sumo =
                new SumoSimulator(System.getenv(), Path.of("target", "test-networks"), TimeLimits.defaults());
        DefinitionWriter.write(definition(sumo), FOLDER);
    }

    /** The problem, its signals and neighbors read from the compiled network. */
    public static AtscDefinition definition(TrafficSimulator simulator) {
        NetworkSource network = new NetworkSource.Plain(FOLDER, "new-york");
        AtscDefinition draft = new AtscDefinition(
                new ScenarioIdentity(
                        "new-york",
                        "436 signals of midtown Manhattan, 23rd to 59th Street (after Ma et al. 2024)",
                        "drawn for Clearway from public facts about Manhattan, as the papers' network was never published;"
                                + " Apache-2.0"),
                network,
                new DemandLevels(
                        new DemandSource.Rates(FOLDER.resolve("demand.json")),
                        new TreeMap<>(Map.of("peak", new DemandSource.Rates(FOLDER.resolve("peak.json"))))),
                SignalAgents.none(),
                DetectorSpec.NEW_YORK,
                new AtscDefinition.Timing(20, 3, 180, 1, 600));
        return new NetworkSurvey(simulator.compile(network).roads()).complete(draft);
    }

    /** The drawn files by name. */
    public static Map<String, String> files() throws IOException {
        return new NewYorkPlan(ManhattanTable.read(FOLDER.resolve("manhattan.json"))).draw();
    }

    private Map<String, String> draw() {
        var files = new LinkedHashMap<String, String>();
        files.put("new-york.nod.xml", nodes());
        files.put("new-york.edg.xml", edges());
        files.put("new-york.con.xml", connections());
        files.put("new-york.tll.xml", programs());
        NewYorkDemand demand = new NewYorkDemand(roads);
        files.put("demand.json", demand.paper());
        files.put("peak.json", demand.peak());
        files.put("new-york.netccfg", """
                <configuration>
                    <default.speed value="%s"/>
                    <no-turnarounds value="true"/>
                </configuration>
                """.formatted(METERS_PER_SECOND));
        return files;
    }

    private static String avenue(String node) {
        return node.substring(0, node.indexOf('-'));
    }

    private static int street(String node) {
        return Integer.parseInt(node.substring(node.indexOf('-') + 1));
    }

    private String nodes() {
        Set<String> nodes = new LinkedHashSet<>(roads.signals());
        for (Road road : roads.roads()) {
            nodes.add(road.from());
            nodes.add(road.to());
        }
        var text = new StringBuilder(HEAD).append("<nodes>\n");
        for (String node : nodes) {
            text.append(String.format(
                    Locale.ROOT,
                    "<node id=\"%s\" x=\"%.1f\" y=\"%.1f\" type=\"%s\"/>\n",
                    node,
                    table.xMeters(avenue(node)),
                    table.yMeters(street(node)),
                    roads.signals().contains(node) ? "traffic_light" : "priority"));
        }
        return text.append("</nodes>\n").toString();
    }

    private String edges() {
        var text = new StringBuilder(HEAD).append("<edges>\n");
        for (Road road : roads.roads()) {
            text.append("<edge id=\"%s\" from=\"%s\" to=\"%s\" numLanes=\"%d\"/>\n"
                    .formatted(road.id(), road.from(), road.to(), road.lanes()));
        }
        return text.append("</edges>\n").toString();
    }

    private ManhattanSignal signal(String node) {
        return new ManhattanSignal(roads, node, table.isWide(street(node)));
    }

    private String connections() {
        var text = new StringBuilder(HEAD).append("<connections>\n");
        for (String node : roads.signals()) {
            for (Movement one : signal(node).movements()) {
                text.append("<connection from=\"%s\" to=\"%s\" fromLane=\"%d\" toLane=\"%d\"/>\n"
                        .formatted(one.from().id(), one.to().id(), one.fromLane(), one.toLane()));
            }
        }
        return text.append("</connections>\n").toString();
    }

    private String programs() {
        var text = new StringBuilder(HEAD).append("<tlLogics>\n");
        for (String node : roads.signals()) {
            text.append("<tlLogic id=\"%s\" type=\"static\" programID=\"0\" offset=\"%d\">\n"
                    .formatted(node, offsetSeconds(node)));
            List<ManhattanSignal.Step> steps = signal(node).program();
            steps.forEach(step ->
                    text.append("<phase duration=\"%d\" state=\"%s\"/>\n".formatted(step.seconds(), step.state())));
            text.append("</tlLogic>\n");
        }
        return text.append("</tlLogics>\n").toString();
    }

    /** The avenue's green runs along with its traffic; where it is two-way, all its signals change together. */
    private long offsetSeconds(String node) {
        boolean up = roads.arriving(node, ManhattanRoads.Side.SOUTH).isPresent();
        boolean down = roads.arriving(node, ManhattanRoads.Side.NORTH).isPresent();
        if (up == down) {
            return 0;
        }
        double y = table.yMeters(street(node));
        double way = up ? y : table.yMeters(ManhattanTable.LAST_STREET) - y;
        return Math.round(way / METERS_PER_SECOND) % ManhattanSignal.CYCLE_SECONDS;
    }
}
