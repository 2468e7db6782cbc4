package io.clearway.imports;

import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.ScenarioIdentity;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.scenario.atsc.definition.DefinitionWriter;
import io.clearway.scenario.atsc.definition.DemandLevels;
import io.clearway.scenario.atsc.definition.DemandSource;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.SensorKind;
import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.scenario.onboarding.Onboarding;
import io.clearway.scenario.onboarding.OnboardingReport;
import io.clearway.scenario.onboarding.ReportText;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.simulation.importing.ImportedTraffic;
import io.clearway.simulation.importing.TrafficImporter;
import io.clearway.timing.TimingProfile;
import io.clearway.timing.TimingSheet;
import io.clearway.timing.TimingSheetFile;
import io.clearway.timing.TimingSheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Creates a scenario from a user's files, in a folder, with its report, and tests it. */
public final class ScenarioImport {
    /** The report as data, in the scenario's folder. */
    public static final String REPORT = "report.json";

    /** The report for people, in the scenario's folder. */
    public static final String REPORT_TEXT = "report.txt";

    private static final int DECISIONS_TRIED = 2;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final TrafficImporter importer;
    private final TrafficSimulator simulator;

    /**
     * @param importer reads and converts
     * @param simulator the scenario is tried out on
     */
    public ScenarioImport(TrafficImporter importer, TrafficSimulator simulator) {
        this.importer = importer;
        this.simulator = simulator;
    }

    /**
     * Makes the scenario.
     *
     * @param folder empty; what is in it after a failure is of no use
     * @throws InvalidSetting naming what cannot be used, with a hint
     */
    public OnboardingReport build(String name, ImportSource source, ImportOptions options, Path folder) {
        ScenarioName.require(name);
        String file = String.valueOf(SourceFiles.main(source).getFileName());
        try {
            ImportedTraffic traffic = importer.importTraffic(source, options, folder);
            Onboarding onboarding = new Onboarding(traffic);
            OnboardingReport report = onboarding.report(name, simulator.version());
            DefinitionWriter.write(definition(name, file, traffic, onboarding), folder);
            TimingSheet timings = new TimingSheets(traffic.network().roads()).standard(TimingProfile.STANDARD);
            Files.writeString(folder.resolve(TimingSheetFile.NAME), TimingSheetFile.text(timings));
            Files.writeString(folder.resolve(REPORT), JSON.writeValueAsString(report) + "\n");
            Files.writeString(folder.resolve(REPORT_TEXT), ReportText.of(report));
            tryOut(new SignalScenario(DefinitionReader.read(folder), simulator));
            return report;
        } catch (SimulationException refused) {
            throw new InvalidSetting("files", file, "correct the file; the simulator reports: " + refused.getMessage());
        } catch (InvalidSetting invalid) {
            throw invalid;
        } catch (IllegalArgumentException unusable) {
            throw new InvalidSetting("files", file, "correct this: " + unusable.getMessage());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the scenario to " + folder, failed);
        }
    }

    private static AtscDefinition definition(String name, String file, ImportedTraffic traffic, Onboarding onboarding) {
        AtscDefinition.Timing timing = onboarding.episode();
        return new AtscDefinition(
                new ScenarioIdentity(
                        name,
                        description(onboarding.signals().size(), file),
                        "imported by a user from %s; the license of that source applies".formatted(file)),
                new NetworkSource.Finished(traffic.network().file()),
                DemandLevels.only(new DemandSource.Routes(
                        traffic.routes(), traffic.additional(), traffic.run().scale())),
                new SignalAgents(onboarding.signals(), onboarding.neighbors()),
                measures(onboarding.signals(), timing.decisions()),
                timing);
    }

    private static String description(int signals, String file) {
        return "%d %s imported from %s".formatted(signals, signals == 1 ? "signal" : "signals", file);
    }

    /**
     * Those of the grid of Chu et al. 2020, with rewards on the scale of this episode; over whole approaches where the
     * last lanes before the stop lines are too short to see their queues.
     */
    private static DetectorSpec measures(List<SignalAgents.Signal> signals, int decisions) {
        DetectorSpec grid = DetectorSpec.GRID;
        boolean extended =
                signals.stream().anyMatch(signal -> !signal.upstream().isEmpty());
        DetectorSpec.Stretch stretch =
                extended ? DetectorSpec.Stretch.LANE_AND_UPSTREAM : DetectorSpec.Stretch.DETECTOR;
        return new DetectorSpec(
                grid.detectorMeters(),
                grid.detectorGapMeters(),
                new DetectorSpec.Observation(
                        stretch,
                        grid.observation().divisor(),
                        extended ? OptionalDouble.empty() : grid.observation().limit()),
                new DetectorSpec.Reward(stretch, grid.reward().limit(), decisions),
                extended ? SensorKind.WHOLE_APPROACH : grid.sensors());
    }

    private static void tryOut(Scenario scenario) {
        try (MeasuredEnvironment environment = scenario.open(Settings.none(), Scenario.SamplingMode.DECISIONS)) {
            JointObservation observation = environment.reset(1);
            for (int decision = 0; decision < DECISIONS_TRIED; decision++) {
                int[] choices = new int[environment.agents().size()];
                for (int agent = 0; agent < choices.length; agent++) {
                    choices[agent] = firstLegal(observation.legal(agent));
                }
                observation = environment.step(JointAction.of(choices)).observation();
            }
        }
    }

    private static int firstLegal(boolean[] legal) {
        int choice = 0;
        while (!legal[choice]) {
            choice++;
        }
        return choice;
    }
}
