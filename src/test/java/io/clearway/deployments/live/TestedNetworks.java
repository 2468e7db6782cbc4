package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.imports.ScenarioImport;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.importing.ImportLimits;
import io.clearway.sumo.process.SumoInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Networks of many kinds, as scenarios. */
enum TestedNetworks {
    GRID_5X5 {
        @Override
        SignalScenario scenario(SumoSimulator simulator, Path folder) {
            return new SignalScenario(Grid5x5.definition(Path.of("sumo-networks")), simulator);
        }
    },
    MONACO {
        @Override
        SignalScenario scenario(SumoSimulator simulator, Path folder) {
            return new SignalScenario(DefinitionReader.read(Path.of("sumo-networks/monaco")), simulator);
        }
    },
    NEW_YORK {
        @Override
        SignalScenario scenario(SumoSimulator simulator, Path folder) {
            return new SignalScenario(DefinitionReader.read(Path.of("sumo-networks/new-york")), simulator);
        }
    },
    /** Three signals of Cologne, from seven o'clock. */
    COLOGNE {
        @Override
        SignalScenario scenario(SumoSimulator simulator, Path folder) throws IOException {
            return published(simulator, folder, "cologne3");
        }
    },
    INGOLSTADT {
        @Override
        SignalScenario scenario(SumoSimulator simulator, Path folder) throws IOException {
            return published(simulator, folder, "ingolstadt1");
        }
    },
    /** Sixteen signals with turns on red. */
    GRID_4X4 {
        @Override
        SignalScenario scenario(SumoSimulator simulator, Path folder) throws IOException {
            return published(simulator, folder, "grid4x4");
        }
    },
    /** Nine signals, two lanes and a lane for left turns on every road. */
    LEFT_LANES {
        @Override
        SignalScenario scenario(SumoSimulator simulator, Path folder) throws Exception {
            return imported(simulator, folder, "-L 2 --turn-lanes 1", "");
        }
    },
    /** The same with crossings, and persons who walk. */
    WALKERS {
        @Override
        SignalScenario scenario(SumoSimulator simulator, Path folder) throws Exception {
            return imported(simulator, folder, "-L 2 --turn-lanes 1 --crossings.guess --sidewalks.guess", """
                    <personFlow id="east" begin="0" end="300" period="8"><walk from="A1B1" to="B1C1"/></personFlow>
                    <personFlow id="north" begin="0" end="300" period="9"><walk from="B0B1" to="B1B2"/></personFlow>
                    <personFlow id="turn" begin="0" end="300" period="11"><walk from="A0A1" to="A1B1"/></personFlow>
                    """);
        }
    };

    abstract SignalScenario scenario(SumoSimulator simulator, Path folder) throws Exception;

    private static SignalScenario imported(SumoSimulator simulator, Path folder, String options, String persons)
            throws IOException, InterruptedException {
        Path network = folder.resolve("town.net.xml");
        generate(folder, network, options);
        Path routes = Files.writeString(folder.resolve("town.rou.xml"), """
                <routes>
                    <flow id="east" begin="0" end="900" period="4" from="left1A1" to="C1right1"/>
                    <flow id="west" begin="0" end="900" period="5" from="right1C1" to="A1left1"/>
                    <flow id="north" begin="0" end="900" period="5" from="bottom1B0" to="B2top1"/>
                    <flow id="south" begin="0" end="900" period="6" from="top1B2" to="B0bottom1"/>
                    <flow id="left" begin="0" end="900" period="9" from="left1A1" to="B2top1"/>
                    <flow id="back" begin="0" end="900" period="9" from="right1C1" to="B0bottom1"/>
                    <flow id="around" begin="0" end="900" period="7" from="left0A0" to="C2right2"/>
                    %s
                </routes>
                """.formatted(persons));
        return imported(simulator, folder, new ImportSource.Network(network, List.of(routes), List.of()));
    }

    private static SignalScenario published(SumoSimulator simulator, Path folder, String name) throws IOException {
        Path file = Path.of("../shared/networks/resco-" + name, name + ".sumocfg");
        assumeTrue(Files.exists(file), "There is no " + file);
        return imported(simulator, folder, new ImportSource.Configuration(file));
    }

    private static SignalScenario imported(SumoSimulator simulator, Path folder, ImportSource source)
            throws IOException {
        Path made = Files.createDirectories(folder.resolve("made"));
        new ScenarioImport(PlainTown.importer(ImportLimits.defaults()), simulator)
                .build("town", source, ImportOptions.none(), made);
        return new SignalScenario(DefinitionReader.read(made), simulator);
    }

    private static void generate(Path folder, Path network, String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                new SumoInstallation(System.getenv()).program("netgenerate").toString()));
        String grid = "--grid --grid.number 3 --grid.attach-length 150 --grid.length 150 -j traffic_light --seed 1 ";
        command.addAll(List.of((grid + options + " --output-file").split(" ", -1)));
        command.add(network.toString());
        Path output = folder.resolve("netgenerate.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
