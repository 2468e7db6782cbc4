package io.clearway.sumo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationException;
import io.clearway.sumo.importing.ImportLimits;
import io.clearway.sumo.importing.SumoImporter;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Small networks as a user would bring them, made by netconvert from a few lines. */
public final class PlainTown {
    private static final TimeLimits LIMITS = new TimeLimits(
            Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ofSeconds(120));

    private PlainTown() {}

    /** SUMO of this machine; the test is skipped where there is none. */
    public static SumoSimulator simulator(Path cache) {
        SumoSimulator simulator = new SumoSimulator(System.getenv(), cache, LIMITS);
        try {
            simulator.version();
        } catch (SimulationException missing) {
            assumeTrue(false, "SUMO is not installed: " + missing.getMessage());
        }
        return simulator;
    }

    public static SumoImporter importer(ImportLimits limits) {
        return new SumoImporter(System.getenv(), LIMITS, limits);
    }

    /**
     * One signal J in the middle of four arms of 200 m, one lane each way: n_in, n_out and so on.
     *
     * @param options of netconvert, as in its configuration files
     */
    public static String crossing(Path folder, String options) throws IOException {
        return network(folder, """
                <node id="J" x="0" y="0" type="traffic_light"/><node id="n" x="0" y="200"/><node id="s" x="0" y="-200"/>
                <node id="e" x="200" y="0"/><node id="w" x="-200" y="0"/>
                """, """
                <edge id="n_in" from="n" to="J"/><edge id="n_out" from="J" to="n"/>
                <edge id="s_in" from="s" to="J"/><edge id="s_out" from="J" to="s"/>
                <edge id="e_in" from="e" to="J"/><edge id="e_out" from="J" to="e"/>
                <edge id="w_in" from="w" to="J"/><edge id="w_out" from="J" to="w"/>
                """, "<no-turnarounds value=\"true\"/>" + options);
    }

    /** Two junctions 40 m apart under one signal "both". */
    public static String joined(Path folder) throws IOException {
        return network(folder, """
                <node id="J1" x="0" y="0" type="traffic_light" tl="both"/><node id="n1" x="0" y="200"/>
                <node id="J2" x="40" y="0" type="traffic_light" tl="both"/><node id="n2" x="40" y="200"/>
                <node id="e" x="240" y="0"/><node id="w" x="-200" y="0"/>
                """, """
                <edge id="n1_in" from="n1" to="J1"/><edge id="n2_in" from="n2" to="J2"/>
                <edge id="w_in" from="w" to="J1"/><edge id="mid" from="J1" to="J2"/><edge id="e_out" from="J2" to="e"/>
                <edge id="e_in" from="e" to="J2"/><edge id="back" from="J2" to="J1"/><edge id="w_out" from="J1" to="w"/>
                """, "<no-turnarounds value=\"true\"/>");
    }

    private static String network(Path folder, String nodes, String edges, String options) throws IOException {
        Path plain = Files.createTempDirectory(folder, "plain");
        Files.writeString(plain.resolve("town.nod.xml"), "<nodes>" + nodes + "</nodes>");
        Files.writeString(plain.resolve("town.edg.xml"), "<edges>" + edges + "</edges>");
        Files.writeString(
                plain.resolve("town.netccfg"),
                "<configuration><processing>" + options + "</processing></configuration>");
        return Files.readString(simulator(folder)
                .compile(new NetworkSource.Plain(plain, "town"))
                .file());
    }

    /** Route file with vehicles from west to east and north to south, all through one minute. */
    public static String routes() {
        return """
                <routes>
                    <vType id="car" length="4.5"/>
                    <flow id="we" type="car" begin="0" end="60" number="12" from="w_in" to="e_out"/>
                    <flow id="ns" type="car" begin="0" end="60" number="10" from="n_in" to="s_out"/>
                </routes>
                """;
    }

    /** A crossing with a signal as OpenStreetMap has it. */
    public static String streetMap() {
        StringBuilder map = new StringBuilder("<osm version=\"0.6\">");
        String[] places = {"52.5000|13.4000", "52.5018|13.4000", "52.4982|13.4000", "52.5000|13.4030", "52.5000|13.3970"
        };
        for (int i = 0; i < places.length; i++) {
            String[] at = places[i].split("\\|", -1);
            String signal = i == 0 ? "<tag k=\"highway\" v=\"traffic_signals\"/>" : "";
            map.append("<node id='%d' lat='%s' lon='%s'>%s</node>".formatted(i + 1, at[0], at[1], signal));
        }
        map.append("<way id='10'><nd ref='2'/><nd ref='1'/><nd ref='3'/><tag k='highway' v='secondary'/>")
                .append("<tag k='name' v='Straße'/></way>")
                .append(
                        "<way id='11'><nd ref='4'/><nd ref='1'/><nd ref='5'/><tag k='highway' v='residential'/></way></osm>");
        return map.toString();
    }
}
