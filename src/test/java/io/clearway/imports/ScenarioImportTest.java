package io.clearway.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clearway.catalog.Catalog;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.onboarding.OnboardingReport;
import io.clearway.scenario.onboarding.OnboardingReport.SignalFindings;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.simulation.importing.ImportedTraffic.Kind;
import io.clearway.simulation.importing.ImportedTraffic.Remark;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.importing.ImportLimits;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks as cities have them, from their files to a played episode, in real SUMO. */
class ScenarioImportTest {
    private static final String NORTH_SOUTH = "GGgrrrGGgrrr";
    private static final String EAST_WEST = "rrrGGgrrrGGg";

    @TempDir
    static Path shared;

    private static SumoSimulator simulator;
    private static String crossing;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() throws IOException {
        simulator = PlainTown.simulator(shared);
        crossing = PlainTown.crossing(shared, "");
    }

    private ScenarioFolders folders() {
        return new ScenarioFolders(folder.resolve("scenarios"), simulator);
    }

    private OnboardingReport bring(String name, String net, String routes, boolean replace) throws IOException {
        Path in = Files.createTempDirectory(folder, "in");
        ImportSource source = new ImportSource.Network(
                Files.writeString(in.resolve("town.net.xml"), net),
                List.of(Files.writeString(in.resolve("town.rou.xml"), routes)),
                List.of());
        ScenarioImport imports = new ScenarioImport(PlainTown.importer(ImportLimits.defaults()), simulator);
        return folders().keep(name, replace, made -> imports.build(name, source, ImportOptions.none(), made));
    }

    private OnboardingReport bring(String net) throws IOException {
        return bring("town", net, PlainTown.routes(), false);
    }

    private static SignalFindings only(OnboardingReport report) {
        assertThat(report.signals()).hasSize(1);
        return report.signals().get(0);
    }

    private static List<String> words(OnboardingReport report, Kind kind) {
        return report.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(Remark::text)
                .toList();
    }

    /** Max-pressure through a whole episode: phases legal, vehicles arriving. */
    private void play(int vehicles) {
        Scenario scenario = new Catalog(List.of(), List.of()).with(folders()).scenario("town");
        try (MeasuredEnvironment environment = scenario.open(
                scenario.settingsFor("max-pressure", Settings.none()), Scenario.SamplingMode.EVERY_SECOND)) {
            Controller controller = Objects.requireNonNull(
                            scenario.controllers().get("max-pressure"))
                    .fresh(1);
            JointObservation seen = environment.reset(1);
            for (boolean over = false; !over; ) {
                Step step = environment.step(controller.act(seen));
                seen = step.observation();
                over = step.truncated();
            }
            assertThat(environment.finish().get(Metric.LOADED)).isEqualTo(vehicles);
        }
    }

    @Test
    void scenariosThatNamesHaveInCommonAreProtectedOnce() throws IOException {
        ScenarioFolders folders = folders();
        Path town = Files.createDirectories(folder.resolve("scenarios").resolve("town"));
        Files.writeString(town.resolve("scenario.json"), "{}");
        assertThat(folders.<Integer>using(List.of("town", "grid-5x5+town", "town"), () -> 7))
                .isEqualTo(7);
    }

    @Test
    void aCrossingCanBePlayedByItsNameAtOnce() throws IOException {
        OnboardingReport report = bring(crossing);
        assertThat(only(report).choice().phases()).containsExactly(NORTH_SOUTH, EAST_WEST);
        assertThat(only(report).running().yellowSeconds()).isEqualTo(3);
        assertThat(report.episode()).isEqualTo(new OnboardingReport.Episode(0, 60, 5, 12));
        assertThat(words(report, Kind.ACTION_REQUIRED)).isEmpty();
        assertThat(words(report, Kind.REPAIRED)).isEmpty();
        // 12 vehicles in a minute, and 42 of 90 s green on one lane
        assertThat(report.approaches().get(0)).satisfies(road -> {
            assertThat(road.road()).isEqualTo("w_in");
            assertThat(road.demandPerHour()).isEqualTo(720);
            assertThat(road.capacityPerHour()).isEqualTo(1800 * 42 / 90.0);
        });
        assertThat(folders().findFolder("town").orElseThrow().resolve("report.txt"))
                .isRegularFile();
        play(22);
    }

    @Test
    void pedestriansCrossAndAreNoLanesForVehicles() throws IOException {
        OnboardingReport report =
                bring(PlainTown.crossing(shared, "<sidewalks.guess value=\"true\"/><crossings.guess value=\"true\"/>"));
        assertThat(only(report).intersection().movements()).isEqualTo(12);
        assertThat(only(report).intersection().crossings()).isEqualTo(4);
        assertThat(only(report).choice().phases()).hasSize(4).contains("gGgrrrgGgrrrrGrG");
        assertThat(only(report).problems().neverServed()).isEmpty();
        assertThat(only(report).problems().withoutYellow()).isEmpty();
        play(22);
    }

    @Test
    void joinedJunctionsHaveOneSignal() throws IOException {
        String routes = PlainTown.routes().replace("n_in", "n1_in").replace("s_out", "e_out");
        OnboardingReport report = bring("town", PlainTown.joined(shared), routes, false);
        assertThat(only(report).intersection().junctions()).isEqualTo(2);
        assertThat(words(report, Kind.NOTE)).contains("controls 2 junctions together");
        play(22);
    }

    @Test
    void severalProgramsAndActuatedOnesAreToldAndTheirPhasesTaken() throws IOException {
        String night = """
                <tlLogic id="J" type="actuated" programID="night" offset="7">
                    <phase duration="10" minDur="5" maxDur="30" state="GGgrrrGGgrrr"/>
                    <phase duration="4" state="yyyrrryyyrrr"/><phase duration="2" state="rrrrrrrrrrrr"/>
                    <phase duration="10" minDur="5" maxDur="30" state="rrrGGgrrrrrr"/>
                    <phase duration="4" state="rrryyyrrrrrr"/><phase duration="2" state="rrrrrrrrrrrr"/>
                </tlLogic>
                """;
        OnboardingReport report = bring(
                crossing.replaceFirst("<junction ", java.util.regex.Matcher.quoteReplacement(night) + "<junction "));
        assertThat(only(report).running().program()).isEqualTo("night");
        assertThat(only(report).running().programType()).isEqualTo("actuated");
        assertThat(only(report).choice().phases()).containsExactly(NORTH_SOUTH, "rrrGGgrrrrrr", EAST_WEST);
        assertThat(only(report).running().allRedSeconds()).isEqualTo(2);
        // four seconds of yellow and two of red are the timing sheet's, and decisions come every five all the same
        assertThat(only(report).running().yellowSeconds()).isEqualTo(4);
        assertThat(report.episode()).isEqualTo(new OnboardingReport.Episode(0, 60, 5, 12));
        assertThat(words(report, Kind.NOTE)).anyMatch(words -> words.contains("has 2 programs; 'night' runs"));
        play(22);
    }

    @Test
    void theWholeStageOfAnotherJunctionIsNoAllRed() throws IOException {
        // one signal over two junctions; the only pair in conflict, 1 that yields to 2, shares its green
        String net = Files.readString(Path.of("src/test/resources/io/clearway/imports/two-junctions.net.xml"));
        OnboardingReport report = bring("town", net, """
                <routes>
                    <flow id="w" from="aj" to="jb" begin="0" end="60" number="6"/>
                    <flow id="l" from="bj" to="jx" begin="0" end="60" number="6"/>
                    <flow id="p" from="pk" to="kr" begin="0" end="60" number="6"/>
                </routes>
                """, false);
        assertThat(only(report).running().yellowSeconds()).isEqualTo(3);
        assertThat(only(report).running().allRedSeconds()).isZero();
        assertThat(report.episode()).isEqualTo(new OnboardingReport.Episode(0, 60, 5, 12));
        Path town = folders().findFolder("town").orElseThrow();
        assertThat(town.resolve("scenario.json")).content().doesNotContain("allRedSeconds");
        LiveScenario scenario =
                (LiveScenario) new Catalog(List.of(), List.of()).with(folders()).scenario("town");
        SignalTiming timing = scenario.live(Settings.none()).signals().get(0).timing();
        assertThat(timing.movements()).extracting(MovementTiming::yellowSeconds).containsExactly(3, 3, 3, 3);
        assertThat(timing.intergreens().entries())
                .extracting(Intergreens.Entry::ending, Intergreens.Entry::beginning)
                .containsExactly(tuple(1, 2), tuple(2, 1));
        assertThat(timing.intergreens().longestSeconds()).isLessThanOrEqualTo(6);
        play(18);
    }

    @Test
    void movementsThatNoProgramServesGetAPhase() throws IOException {
        OnboardingReport report =
                bring(crossing.replace(EAST_WEST, "rrrGGrrrrGGg").replace("rrryyyrrryyy", "rrryyrrrryyy"));
        assertThat(only(report).problems().neverServed()).containsExactly(5);
        assertThat(only(report).choice().addedPhases())
                .singleElement()
                .satisfies(phase -> assertThat(phase.charAt(5)).isEqualTo('G'));
        assertThat(words(report, Kind.REPAIRED))
                .singleElement()
                .asString()
                .contains("no program gives green to link 5");
        play(22);
    }

    @Test
    void missingYellowIsFound() throws IOException {
        OnboardingReport report = bring(crossing.replace("yyyrrryyyrrr", NORTH_SOUTH));
        assertThat(only(report).problems().withoutYellow()).containsExactly(0, 1, 2, 6, 7, 8);
        assertThat(words(report, Kind.ACTION_REQUIRED)).anyMatch(words -> words.contains("lacks yellow for link 0, 1"));
        play(22);
    }

    @Test
    void conflictsAreMendedWhereOneYieldsAndKeptFromAgentsElsewhere() throws IOException {
        // the left turn 2 yields to the oncoming 7; 1 and 4 cross
        OnboardingReport yielding = bring(crossing.replace(NORTH_SOUTH, "GGGrrrGGgrrr"));
        assertThat(only(yielding).problems().greenTogether()).isNotEmpty().allMatch(pair -> pair.startsWith("2 and"));
        assertThat(only(yielding).choice().phases()).contains(NORTH_SOUTH);
        assertThat(words(yielding, Kind.REPAIRED))
                .anyMatch(words -> words.contains("GGGrrrGGgrrr became GGgrrrGGgrrr"));
        play(22);
        OnboardingReport crossed = bring("town", crossing.replace(EAST_WEST, "rGrGGgrrrGGg"), PlainTown.routes(), true);
        assertThat(only(crossed).problems().greenTogether()).contains("1 and 4");
        assertThat(words(crossed, Kind.ACTION_REQUIRED)).isNotEmpty();
        play(22);
    }

    @Test
    void moreDemandThanGreenNeedsAPerson() throws IOException {
        OnboardingReport report = bring("town", crossing, PlainTown.routes().replace("12", "40"), false);
        assertThat(words(report, Kind.ACTION_REQUIRED))
                .anyMatch(words -> words.contains("brings 2400 veh/h to signal J, whose program lets 840 through"));
    }

    @Test
    void idsWithSpacesAndLettersOfAllLanguagesCanBePlayed() throws IOException {
        bring(
                "town",
                crossing.replace("w_in", "größe")
                        .replace("tl=\"J\"", "tl=\"Süd 1\"")
                        .replace("<tlLogic id=\"J\"", "<tlLogic id=\"Süd 1\""),
                PlainTown.routes().replace("w_in", "größe").replace("\"we\"", "\"Weg 1\""),
                false);
        play(22);
    }

    @Test
    void aNameIsReplacedOnlyWhenAskedAndNothingIsLeftOfAFailure() throws IOException {
        bring(crossing);
        String hash = folders().find("town").orElseThrow().hash();
        bring(crossing);
        String other = PlainTown.routes().replace("12", "13");
        assertThatThrownBy(() -> bring("town", crossing, other, false)).isInstanceOf(ScenarioExists.class);
        assertThat(folders().find("town").orElseThrow().hash()).isEqualTo(hash);
        bring("town", crossing, other, true);
        assertThat(folders().find("town").orElseThrow().hash()).isNotEqualTo(hash);
        assertThatThrownBy(() -> bring("town", "<net/>", other, true)).isInstanceOf(InvalidSetting.class);
        assertThatThrownBy(() -> bring(
                        "town", crossing, "<routes><trip id='x' depart='1' from='no' to='nowhere'/></routes>", true))
                .isInstanceOf(InvalidSetting.class);
        assertThat(folders().find("town")).isPresent();
        try (Stream<Path> left = Files.list(folder.resolve("scenarios"))) {
            assertThat(left)
                    .as("the lock stays, for it must outlive what it guards")
                    .extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder("town", ".town.lock");
        }
        assertThat(folders().delete("town")).isTrue();
        assertThat(folders().names()).isEmpty();
        assertThat(folders().find("../scenarios")).isEmpty();
    }

    @Test
    void aProgramTooShortForItsSignalIsRefused() {
        assertThatThrownBy(() -> bring(crossing.replace(EAST_WEST, "rrrGGg")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("program '0' of signal J")
                .hasMessageContaining("12 characters");
    }

    @Test
    void aSimulatorThatRefusesIsQuoted() {
        assertThatThrownBy(() -> bring(crossing.replace("from=\"w\" to=\"J\"", "from=\"gone\" to=\"J\"")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("correct the file; the simulator reports");
    }
}
