package io.clearway.deployments;

import io.clearway.scenario.LiveScenario;
import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files with which anybody can run a scenario's simulation and let Clearway control it. */
public final class LiveFiles {
    private static final String README = """
            %s, seed %d, as Clearway controls it.

            1. Start the simulation; it waits for its client:
                   sumo -c clearway.sumocfg --remote-port 9999 --num-clients 1
            2. Let a controller control it:
                   curl -H 'Content-Type: application/json' <address of the service>/api/v1/deployments \\
                        -d '{"port": 9999, "scenario": "%s", "controller": "max-pressure"}'

            detectors.add.xml holds the detectors that the controllers read. To control a simulation of your
            own on this network, add that file to its additional-files.

            SUMO's port has no authentication and listens on all addresses: protect it with a firewall.
            A SUMO whose only client disconnects ends. With --num-clients 2 it waits for a second client at every step.
            """;

    private final TrafficSimulator simulator;

    /** @param simulator writes the files */
    public LiveFiles(TrafficSimulator simulator) {
        this.simulator = simulator;
    }

    /** Writes them into a folder. */
    public void write(LiveScenario scenario, long seed, Path folder) throws IOException {
        SimulationSetup setup = scenario.setup(Settings.none(), seed);
        double end = setup.options().beginSeconds()
                + scenario.horizon(Settings.none())
                        * scenario.live(Settings.none()).decisionSeconds();
        simulator.writeConfiguration(setup, end, folder);
        Files.writeString(folder.resolve("README.txt"), README.formatted(scenario.name(), seed, scenario.name()));
    }

    /** All of them in one archive. */
    public byte[] zip(LiveScenario scenario, long seed) throws IOException {
        Path folder = Files.createTempDirectory("clearway-live-");
        try {
            write(scenario, seed, folder);
            return compress(files(folder));
        } finally {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static byte[] compress(List<Path> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
            }
        }
        return bytes.toByteArray();
    }
}
