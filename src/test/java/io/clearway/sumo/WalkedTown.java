package io.clearway.sumo;

import io.clearway.imports.ScenarioImport;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.sumo.importing.ImportLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A signal J with sidewalks and four crossings, and persons who walk over each of them, both ways. */
public final class WalkedTown {
    private WalkedTown() {}

    /** The town as a scenario that was imported. */
    public static SignalScenario scenario(Path folder, int endSeconds) throws IOException {
        SumoSimulator simulator = PlainTown.simulator(folder);
        Path network = Files.writeString(folder.resolve("town.net.xml"), network(folder));
        Path routes = Files.writeString(folder.resolve("town.rou.xml"), routes(endSeconds));
        Path made = Files.createDirectories(folder.resolve("made"));
        new ScenarioImport(PlainTown.importer(ImportLimits.defaults()), simulator)
                .build(
                        "town",
                        new ImportSource.Network(network, List.of(routes), List.of()),
                        ImportOptions.none(),
                        made);
        return new SignalScenario(DefinitionReader.read(made), simulator);
    }

    /** The content of its network file. */
    public static String network(Path folder) throws IOException {
        return PlainTown.crossing(folder, "<sidewalks.guess value=\"true\"/><crossings.guess value=\"true\"/>");
    }

    /**
     * A route file with vehicles and persons until a time.
     *
     * @param endSeconds after which nobody sets out
     */
    public static String routes(int endSeconds) {
        return """
                <routes>
                    <flow id="we" begin="0" end="END" period="5" from="w_in" to="e_out"/>
                    <flow id="ns" begin="0" end="END" period="6" from="n_in" to="s_out"/>
                    <flow id="wn" begin="0" end="END" period="17" from="w_in" to="n_out"/>
                    <personFlow id="e" begin="0" end="END" period="13" departPos="170"><walk from="w_in" to="e_out"/></personFlow>
                    <personFlow id="w" begin="2" end="END" period="19" departPos="170"><walk from="e_in" to="w_out"/></personFlow>
                    <personFlow id="s" begin="3" end="END" period="17" departPos="170"><walk from="n_in" to="s_out"/></personFlow>
                    <personFlow id="n" begin="4" end="END" period="23" departPos="170"><walk from="s_in" to="n_out"/></personFlow>
                </routes>
                """.replace("END", String.valueOf(endSeconds));
    }
}
