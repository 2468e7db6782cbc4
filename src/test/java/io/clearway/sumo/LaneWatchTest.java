package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.events.SignalSite;
import io.clearway.events.recording.SignalSites;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.SumoCatalog;
import io.clearway.setting.Settings;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficDemand;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.passages.CrossingWait;
import io.clearway.simulation.passages.LanePlace;
import io.clearway.simulation.passages.LoopPassage;
import io.clearway.simulation.passages.PassageObserver;
import io.clearway.simulation.passages.WatchedPlaces;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What passes places, computed from lanes and speeds, against SUMO's own record of instantaneous induction loops. */
class LaneWatchTest {
    private static final double END = 500;
    private static final Pattern ROW =
            Pattern.compile("<instantOut id=\"(\\d+)\" time=\"([0-9.]+)\" state=\"(enter|leave)\" vehID=\"([^\"]+)\"");

    @TempDir
    Path folder;

    private SumoSimulator simulator;
    private SimulationSetup setup;
    private List<LanePlace> places;
    private List<String> lanes;

    @BeforeEach
    void writeScenario() throws IOException {
        LiveScenario grid = (LiveScenario) SumoCatalog.scenario("grid-5x5");
        simulator = new SumoSimulator(System.getenv(), folder, TimeLimits.defaults());
        setup = grid.setup(Settings.none(), 4);
        simulator.writeConfiguration(setup, END, folder);
        RoadNetwork roads = setup.network().roads();
        SignalSites describe = new SignalSites(roads);
        List<SignalSite> sites = new ArrayList<>();
        for (RoadNetwork.TrafficLight light : roads.lights()) {
            sites.add(describe.describe(sites.size(), light, List.of()));
        }
        places = describe.places(sites).lanes();
        lanes = roads.roads().stream()
                .flatMap(road -> road.lanes().stream())
                .map(RoadNetwork.Lane::id)
                .toList();
        StringBuilder loops = new StringBuilder("<additional>\n");
        for (int place = 0; place < places.size(); place++) {
            LanePlace at = places.get(place);
            loops.append("<instantInductionLoop id=\"%d\" lane=\"%s\" pos=\"%s\" file=\"%s\"/>\n"
                    .formatted(place, at.lane(), at.positionMeters(), record()));
        }
        Files.writeString(loopsFile(), loops.append("</additional>\n"));
    }

    private Path record() {
        return folder.resolve("passages.xml");
    }

    private Path loopsFile() {
        return folder.resolve("loops.add.xml");
    }

    @Test
    void aSoleClientSeesWhatSumosOwnLoopsSee() throws IOException {
        SimulationSetup withLoops = new SimulationSetup(
                setup.network(),
                new TrafficDemand.RouteFiles(List.of(file(".rou.xml")), List.of(loopsFile())),
                setup.additional(),
                SimulationOptions.of(setup.options().seed(), 1, setup.options().teleportSeconds()));
        try (TrafficSimulation simulation = simulator.start(withLoops)) {
            Set<String> seen = drive(simulation);
            simulation.finish();
            assertSame(seen);
        }
    }

    /** Also where Clearway has joined a simulation that somebody else runs. */
    @Test
    @Timeout(60)
    void oneOfSeveralClientsSeesItToo() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process sumo = new ProcessBuilder(
                        "sumo",
                        "--net-file",
                        setup.network().file().toString(),
                        "--route-files",
                        file(".rou.xml").toString(),
                        "--additional-files",
                        loopsFile().toString(),
                        "--xml-validation",
                        "never",
                        "--remote-port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sumo.txt").toFile())
                .start();
        try {
            Set<String> seen;
            try (TrafficSimulation simulation = attach(port)) {
                seen = drive(simulation);
            }
            sumo.waitFor();
            assertSame(seen);
        } finally {
            sumo.destroyForcibly().waitFor();
        }
    }

    private TrafficSimulation attach(int port) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return simulator.attach(new LiveAddress("127.0.0.1", port, 1));
            } catch (io.clearway.simulation.SimulationException notYet) {
                if (attempt > 200) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    private Path file(String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Signals run the network's programs. */
    private Set<String> drive(TrafficSimulation simulation) {
        Set<String> seen = new HashSet<>();
        simulation.subscribe(new SubscriptionSpec(List.of(), lanes, lanes, List.of()));
        simulation.watch(new WatchedPlaces(places, List.of()), new PassageObserver() {
            private double settled = Double.NEGATIVE_INFINITY;

            @Override
            public void passed(LoopPassage passage) {
                assertThat(passage.seconds()).as("nothing comes too late").isGreaterThanOrEqualTo(settled);
                seen.add(
                        row(passage.place(), Math.round(passage.seconds() * 100), passage.enters(), passage.vehicle()));
            }

            @Override
            public void waits(CrossingWait wait) {
                throw new AssertionError("no crossing is watched: " + wait);
            }

            @Override
            public void settled(double seconds) {
                settled = seconds;
            }
        });
        for (double second = 1; second <= END; second++) {
            // an odd step covers two seconds, and nothing is read after some
            if (second % 7 == 0) {
                simulation.advanceCounting(Map.of(), second + 1);
                second++;
            } else {
                simulation.advance(Map.of(), second);
            }
        }
        return seen;
    }

    private static String row(int place, long hundredths, boolean enters, String vehicle) {
        return "%d %d %s %s".formatted(place, hundredths, enters ? "enter" : "leave", vehicle);
    }

    /** SUMO dates a step's passages a step earlier; vehicles of its last two steps may not be placed yet. */
    private void assertSame(Set<String> seen) throws IOException {
        Set<String> recorded = Files.readAllLines(record()).stream()
                .map(ROW::matcher)
                .filter(Matcher::find)
                .map(row -> row(
                        Integer.parseInt(row.group(1)),
                        Math.round(Double.parseDouble(row.group(2)) * 100) + 100,
                        row.group(3).equals("enter"),
                        row.group(4)))
                .collect(Collectors.toSet());
        Set<String> missing = early(recorded);
        missing.removeAll(seen);
        Set<String> invented = early(seen);
        invented.removeAll(recorded);
        assertThat(early(recorded)).hasSizeGreaterThan(5000);
        assertThat(missing).as("seen by SUMO only").isEmpty();
        assertThat(invented).as("seen by Clearway only").isEmpty();
    }

    private static Set<String> early(Set<String> rows) {
        return rows.stream()
                .filter(row -> Long.parseLong(row.split(" ", 3)[1]) < (END - 2) * 100)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
