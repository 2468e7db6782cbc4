package io.clearway.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.metric.Metric;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.setting.Settings;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.sumo.Crossing;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.importing.ImportLimits;
import io.clearway.sumo.process.SumoInstallation;
import io.clearway.training.EpisodeResult;
import io.clearway.training.Evaluation;
import io.clearway.training.HeldOutEpisodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The delay of published networks under their own programs, held against SUMO's own file read by other code. */
class PublishedDelayTest {
    private static final long SEED = 100;
    private static final Pattern TRIP =
            Pattern.compile("<tripinfo [^>]*departDelay=\"([^\"]+)\"[^>]*timeLoss=\"([^\"]+)\"");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cologne3", "ingolstadt1", "grid4x4"})
    void equalsWhatSumoWrote(String name) throws Exception {
        Path file = Path.of("../shared/networks/resco-" + name, name + ".sumocfg");
        assumeTrue(Files.exists(file), "There is no " + file);
        SumoSimulator simulator = Crossing.simulator(folder);
        Path made = Files.createDirectories(folder.resolve("made"));
        new ScenarioImport(PlainTown.importer(ImportLimits.defaults()), simulator)
                .build(name, new ImportSource.Configuration(file), ImportOptions.none(), made);
        SignalScenario scenario = new SignalScenario(DefinitionReader.read(made), simulator);
        EpisodeResult ours = new Evaluation(scenario, 1)
                .evaluate(
                        new HeldOutEpisodes(List.of(SEED))
                                .of(
                                        "fixed-time",
                                        Objects.requireNonNull(
                                                scenario.controllers().get("fixed-time")),
                                        scenario.settingsFor("fixed-time", Settings.none())),
                        () -> false,
                        result -> {})
                .get(0);
        assertThat(ours.metrics().get(Metric.DELAY)).isCloseTo(byHand(file), within(0.1));
    }

    private double byHand(Path configuration) throws IOException, InterruptedException {
        Path trips = folder.resolve("trips.xml");
        Process sumo = new ProcessBuilder(
                        new SumoInstallation(System.getenv()).program("sumo").toString(),
                        "-c",
                        configuration.toAbsolutePath().toString(),
                        "--seed",
                        Long.toString(SEED),
                        "--time-to-teleport",
                        "600",
                        "--tripinfo-output",
                        trips.toString(),
                        "--tripinfo-output.write-unfinished",
                        "--tripinfo-output.write-undeparted",
                        "--xml-validation",
                        "never",
                        "--no-step-log",
                        "--no-warnings")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sumo.log").toFile())
                .start();
        assertThat(sumo.waitFor(1, TimeUnit.MINUTES)).isTrue();
        Matcher trip = TRIP.matcher(Files.readString(trips));
        double sum = 0;
        int count = 0;
        while (trip.find()) {
            double waited = Double.parseDouble(trip.group(1));
            if (waited >= 0) {
                sum += waited + Double.parseDouble(trip.group(2));
                count++;
            }
        }
        return sum / count;
    }
}
