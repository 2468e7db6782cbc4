package io.clearway.scenario.atsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SimulatorSeed;
import io.clearway.scenario.atsc.FakeSimulation.Message;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.definition.DemandLevels;
import io.clearway.scenario.atsc.definition.DemandSource;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.signal.Phase;
import io.clearway.simulation.ActuatedProgram;
import io.clearway.simulation.TrafficDemand;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalEpisodeTest {
    private static final Map<String, Object> PAPER = Settings.asMap(AtscSettings.paper(TwoSignals.TIMING));

    private final FakeSimulation fake = FakeSimulation.busy();
    private SignalScenario scenario;

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        scenario = new SignalScenario(TwoSignals.definition(TwoSignals.demand(folder)), fake);
    }

    @Test
    void thePapersObservationIsTheCutCountOfEachLinksDetector() {
        JointObservation seen = paper(SamplingMode.DECISIONS).reset(1);
        assertThat(seen.local(0)).containsExactly(1, 1, 2);
        assertThat(seen.local(1)).containsExactly(0.4f, 0.6f);
        assertThat(scenario.agents(new Settings(PAPER)))
                .extracting("observationSize")
                .containsExactly(3, 2);
    }

    @Test
    void theFullObservationIsSharesOfRoomThenPhaseAndAge() {
        MeasuredEnvironment environment =
                open(Map.of("minimumGreenSeconds", 5, "timings", "paper"), SamplingMode.DECISIONS);
        environment.reset(1);
        float[] seen = environment.step(JointAction.of(1, 0)).observation().local(0);
        float onDetector = 49 / 7.5f;
        float[] expected = {
            0.8f,
            0.4f,
            5 / onDetector,
            3 / onDetector,
            0.75f,
            0.45f,
            11 / onDetector,
            5 / onDetector,
            0.1875f,
            0.6f,
            0,
            1,
            0,
            5 / 60f
        };
        assertThat(seen)
                .hasSameSizeAs(expected)
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(expected);
        assertThat(scenario.agents(Settings.none()))
                .extracting("observationSize")
                .containsExactly(14, 13);
        assertThat(environment.agents()).isEqualTo(scenario.agents(Settings.none()));
    }

    @Test
    void thePapersRewardCountsALaneOnceForEachLink() {
        MeasuredEnvironment environment = paper(SamplingMode.DECISIONS);
        environment.reset(1);
        Step step = environment.step(JointAction.of(0, 0));
        assertThat(step.reward().of(0)).isEqualTo(-11.0 / 720);
        assertThat(step.reward().of(1)).isEqualTo(-1.0 / 720);
        assertThat(environment.measurements())
                .containsEntry(Metric.PAPER_REWARD, -12.0)
                .containsEntry(Metric.LEARNER_RETURN, -12.0 / 720);
    }

    @Test
    void monacoSeesLanesWithWhatExtendsThemPerVehicleThatFitsAndCutsTheQueueOfALink() {
        MeasuredEnvironment environment = scored(new DetectorSpec(
                50,
                1,
                DetectorSpec.MONACO.observation(),
                new DetectorSpec.Reward(DetectorSpec.Stretch.LANE, OptionalDouble.of(5), 720)));
        JointObservation seen = environment.reset(1);
        assertThat(seen.local(0)).containsExactly(0.8f, 0.8f, 0.75f);
        // 12 vehicles on 150 m and 10 on the 100 m before, and 3 on 75 m
        assertThat(seen.local(1)).containsExactly(0.66f, 0.3f);
        Step step = environment.step(JointAction.of(0, 0));
        assertThat(step.reward().of(0)).isEqualTo(-(4 + 4 + 5) / 720.0);
        assertThat(step.reward().of(1)).isEqualTo(-1.0 / 720);
        assertThat(environment.measurements())
                .containsEntry(Metric.MEAN_QUEUE, (4 + 4 + 6 + (0 + 6) + 1) / 5.0)
                .containsEntry(Metric.PAPER_REWARD, -14.0);
    }

    @Test
    void newYorkSeesVehiclesPer200MetersOfTheLane() {
        MeasuredEnvironment environment = scored(DetectorSpec.NEW_YORK);
        JointObservation seen = environment.reset(1);
        assertThat(seen.local(0)).containsExactly((float) (8 / (75 / 200.0)), (float) (8 / (75 / 200.0)), 20);
        assertThat(seen.local(1)).containsExactly(16, 8);
        Step step = environment.step(JointAction.of(0, 0));
        assertThat(step.reward().of(0)).isEqualTo(-14.0 / 10_000);
    }

    /** The same problem, lane AB_0 extended by wA_0, seen and scored in another way. */
    private MeasuredEnvironment scored(DetectorSpec measures) {
        return scored(measures, Map.of());
    }

    private MeasuredEnvironment scored(DetectorSpec measures, Map<String, Object> changes) {
        AtscDefinition given = scenario.definition();
        SignalAgents.Signal b = given.signals().get(1);
        AtscDefinition other = given.with(measures)
                .with(new SignalAgents(
                        List.of(
                                given.signals().get(0),
                                new SignalAgents.Signal(
                                        b.id(), b.phases(), new TreeMap<>(Map.of("AB_0", List.of("wA_0"))))),
                        given.agents().neighbors()));
        assertThat(new SignalScenario(other, fake).hash()).isNotEqualTo(scenario.hash());
        return new SignalScenario(other, fake).open(new Settings(PAPER).changedBy(changes), SamplingMode.DECISIONS);
    }

    @Test
    void theSystemRewardCountsThoseKeptOutAtTheSignalWhoseEntryIsUsed() {
        MeasuredEnvironment environment =
                open(Map.of("minimumGreenSeconds", 5, "reward", "system"), SamplingMode.DECISIONS);
        environment.reset(1);
        Step step = environment.step(JointAction.of(0, 0));
        // of 50 that run, 33 approach a signal; nB is the only entry, and 10 wait
        assertThat(step.reward().of(0)).isCloseTo(-(18 + 17 / 2.0) / 100, within(1e-12));
        assertThat(step.reward().of(1)).isCloseTo(-(15 + 17 / 2.0 + 10) / 100, within(1e-12));
    }

    @Test
    void theSystemRewardCountsRoadsThatExtendIncomingLanes() {
        MeasuredEnvironment environment = scored(DetectorSpec.GRID, Map.of("reward", "system"));
        environment.reset(1);
        Step step = environment.step(JointAction.of(0, 0));
        // wA counts as B's, too, whose road AB it extends
        assertThat(step.reward().of(1)).isCloseTo(-(15 + 10 + (50 - 18 - 25) / 2.0 + 10) / 100, within(1e-12));
    }

    @Test
    void theAreaRewardCountsOwnVehiclesHalfTheNeighborsAndAShareOfThoseKeptOut() {
        MeasuredEnvironment environment = open(Map.of("minimumGreenSeconds", 5), SamplingMode.DECISIONS);
        environment.reset(1);
        Step step = environment.step(JointAction.of(0, 0));
        assertThat(step.reward().of(0)).isCloseTo(-(18 + 7.5 + 5) / 100, within(1e-12));
        assertThat(step.reward().of(1)).isCloseTo(-(15 + 9 + 5) / 100.0, within(1e-12));
        assertThat(environment.measurements()).containsEntry(Metric.PAPER_REWARD, -12.0);
    }

    @Test
    void queueIsPerLinkAndDelayPerVehicleAndTrainingDoesNotLookInsideJunctions() {
        for (SamplingMode recording : SamplingMode.values()) {
            MeasuredEnvironment environment = paper(recording);
            environment.reset(1);
            environment.step(JointAction.of(1, 0));
            assertThat(environment.measurements())
                    .containsEntry(Metric.MEAN_QUEUE, (4 + 4 + 6 + 0 + 1) / 5.0)
                    .containsEntry(
                            Metric.MEAN_WAITING,
                            (recording == SamplingMode.EVERY_SECOND ? 30 + 50 + 20 : 30 + 50) / 50.0);
            assertThat(environment.queueByMinute()).containsExactly((4 + 4 + 6 + 0 + 1) / 5.0);
        }
    }

    @Test
    void aChangeIsTwoSecondsOfYellowAndThenGreen() {
        MeasuredEnvironment environment = paper(SamplingMode.DECISIONS);
        environment.reset(1);
        environment.step(JointAction.of(1, 0));
        assertThat(fake.messages)
                .containsExactly(new Message(Map.of("A", "yyr", "B", "Gr"), 2), new Message(Map.of("A", "rrG"), 5));
    }

    @Test
    void withNothingTurningRedOneMessageIsEnough() {
        MeasuredEnvironment environment = paper(SamplingMode.DECISIONS);
        environment.reset(1);
        environment.step(JointAction.of(1, 0));
        fake.messages.clear();
        environment.step(JointAction.of(2, 0));
        environment.step(JointAction.of(2, 0));
        assertThat(fake.messages).containsExactly(new Message(Map.of("A", "rgG"), 10), new Message(Map.of(), 15));
    }

    @Test
    void watchingEverySecondSetsTheSameLightsAtTheSameTimes() {
        MeasuredEnvironment environment = paper(SamplingMode.EVERY_SECOND);
        environment.reset(1);
        environment.step(JointAction.of(1, 0));
        assertThat(fake.messages)
                .containsExactly(
                        new Message(Map.of("A", "yyr", "B", "Gr"), 1),
                        new Message(Map.of(), 2),
                        new Message(Map.of("A", "rrG"), 3),
                        new Message(Map.of(), 4),
                        new Message(Map.of(), 5));
    }

    @Test
    void aChangeUnderStandardTimesIsYellowBySpeedThenRedUntilTheJunctionIsClearAndThenGreen() {
        MeasuredEnvironment environment = open(Map.of("minimumGreenSeconds", 5), SamplingMode.DECISIONS);
        environment.reset(1);
        environment.step(JointAction.of(0, 0));
        fake.messages.clear();
        environment.step(JointAction.of(1, 0));
        assertThat(fake.messages)
                .containsExactly(
                        new Message(Map.of("A", "yyr"), 8),
                        new Message(Map.of("A", "rrr"), 9),
                        new Message(Map.of("A", "rrG"), 10));
    }

    @Test
    void theMaskHoldsAPhaseForItsMinimumGreen() {
        MeasuredEnvironment environment = many(Map.of("minimumGreenSeconds", 15));
        JointObservation atStart = environment.reset(1);
        assertThat(atStart.legal(0)).as("its green may have just begun").containsExactly(true, false, false);
        assertThat(environment.step(JointAction.of(0, 0)).observation().legal(0))
                .containsExactly(true, true, true);
        JointObservation afterChange = environment.step(JointAction.of(1, 0)).observation();
        assertThat(afterChange.legal(0)).containsExactly(false, true, false);
        assertThat(afterChange.legal(1)).containsExactly(true, true);
        assertThat(environment.step(JointAction.of(1, 0)).observation().legal(0))
                .containsExactly(false, true, false);
        assertThat(environment.step(JointAction.of(1, 0)).observation().legal(0))
                .containsExactly(true, true, true);
    }

    @Test
    void theMaskServesWhoHasWaitedBeforeTheMaximumRedIsOver() {
        MeasuredEnvironment environment = many(Map.of("minimumGreenSeconds", 5, "maximumRedSeconds", 60));
        JointObservation seen = environment.reset(1);
        int seconds = 0;
        while (seen.legal(0)[0]) {
            seen = environment.step(JointAction.of(0, seen.legal(1)[0] ? 0 : 1)).observation();
            seconds += 5;
        }
        assertThat(seen.legal(0)).as("those that serve link 2").containsExactly(false, true, true);
        assertThat(seconds).isBetween(30, 55);
        fake.messages.clear();
        environment.step(JointAction.of(1, seen.legal(1)[0] ? 0 : 1));
        assertThat(fake.messages)
                .filteredOn(message -> "rrG".equals(message.states().get("A")))
                .singleElement()
                .extracting(Message::untilSeconds)
                .satisfies(until -> assertThat(until).isLessThanOrEqualTo(60));
    }

    @Test
    void aLiveObserverMasksWhatTheSignalMayNotDoAndHoldsThePhaseForItsMinimumGreen() {
        open(Map.of(), SamplingMode.DECISIONS).reset(1);
        LiveInterface live = scenario.live(new Settings(Map.of("minimumGreenSeconds", 15)));
        fake.subscribe(live.subscriptions());
        LiveInterface.Observer observer = live.observer();
        var held = List.of(
                new LiveInterface.Shown(0, 10, List.of(true, true, false)),
                new LiveInterface.Shown(1, 15, List.of(true, true)));
        JointObservation early = observer.observe(fake.advance(Map.of(), 1000), held);
        assertThat(early.legal(0)).containsExactly(true, false, false);
        assertThat(early.legal(1)).containsExactly(true, true);
        var overdue = List.of(
                new LiveInterface.Shown(0, 10, List.of(false, true, false)),
                new LiveInterface.Shown(-1, 2, List.of(false, true)));
        JointObservation due = observer.observe(fake.advance(Map.of(), 1005), overdue);
        assertThat(due.legal(0)).containsExactly(false, true, false);
        // in between it sees the phase before
        assertThat(due.legal(1)).containsExactly(false, true);
    }

    @Test
    void anIllegalChoiceIsRefusedAndSaysWhose() {
        MeasuredEnvironment environment = open(Map.of("minimumGreenSeconds", 15), SamplingMode.DECISIONS);
        environment.reset(1);
        environment.step(JointAction.of(0, 0));
        environment.step(JointAction.of(1, 0));
        assertThatThrownBy(() -> environment.step(JointAction.of(0, 0))).hasMessageContaining("Agent A");
        assertThatThrownBy(() -> environment.step(JointAction.of(1, 2))).hasMessageContaining("Agent B");
        assertThatThrownBy(() -> environment.step(JointAction.of(1))).hasMessageContaining("2 agents");
    }

    @Test
    void theEpisodeIsCutOffAndDoesNotEnd() {
        MeasuredEnvironment environment = paper(SamplingMode.DECISIONS);
        assertThatThrownBy(() -> environment.step(JointAction.of(0, 0))).hasMessageContaining("reset");
        environment.reset(1);
        environment.step(JointAction.of(0, 0));
        assertThat(environment.step(JointAction.of(0, 0)).last()).isFalse();
        Step last = environment.step(JointAction.of(0, 0));
        assertThat(last.truncated()).isTrue();
        assertThat(last.terminated()).isFalse();
        assertThatThrownBy(() -> environment.step(JointAction.of(0, 0))).hasMessageContaining("over");
    }

    @Test
    void theNetworksProgramRunsTheSignalsWhenItIsLeftToThem() {
        Settings settings = scenario.settingsFor("fixed-time", Settings.none());
        MeasuredEnvironment environment = scenario.open(settings, SamplingMode.DECISIONS);
        assertThat(environment.reset(1).legal(0))
                .as("no choice changes anything")
                .containsExactly(true, true, true);
        environment.step(JointAction.of(0, 0));
        JointObservation later = environment.step(JointAction.of(0, 0)).observation();
        assertThat(fake.messages).containsExactly(new Message(Map.of(), 5), new Message(Map.of(), 10));
        assertThat(later.legal(0)).containsExactly(true, true, true);
    }

    @Test
    void anActuatedProgramIsHandedToTheSimulatorWithTheNetworksOwnPhases() {
        MeasuredEnvironment environment =
                scenario.open(scenario.settingsFor("actuated", Settings.none()), SamplingMode.DECISIONS);
        environment.reset(1);
        environment.step(JointAction.of(2, 1));
        assertThat(fake.messages).extracting(Message::states).containsOnly(Map.of());
        ActuatedProgram program = fake.setups.get(0).additional().programs().get(0);
        assertThat(program.light()).isEqualTo("A");
        assertThat(program.type()).isEqualTo(ActuatedProgram.ProgramType.ACTUATED);
        assertThat(program.phases())
                .containsExactly(
                        new ActuatedProgram.Phase(5, 50, "GGr"),
                        new ActuatedProgram.Phase(3, 3, "yyr"),
                        new ActuatedProgram.Phase(5, 50, "rrG"),
                        new ActuatedProgram.Phase(3, 3, "rry"));
        assertThat(scenario.setup(Settings.none(), 1).additional().programs()).isEmpty();
        assertThat(scenario.setup(scenario.settingsFor("delay-based", Settings.none()), 1)
                        .additional()
                        .programs())
                .extracting(ActuatedProgram::type)
                .containsOnly(ActuatedProgram.ProgramType.DELAY_BASED);
    }

    @Test
    void finishingAddsWhatTheSimulatorRecordedAndClosesIt() {
        MeasuredEnvironment environment = paper(SamplingMode.DECISIONS);
        environment.reset(1);
        environment.step(JointAction.of(1, 0));
        Map<Metric, Double> soFar = environment.measurements();
        assertThat(soFar).containsEntry(Metric.ARRIVED, 2.0).containsEntry(Metric.LOADED, 14.0);
        var expected = new HashMap<>(soFar);
        expected.putAll(Map.of(
                Metric.LOADED, 9.0,
                Metric.ARRIVED, 4.0,
                Metric.RUNNING, 3.0,
                Metric.WAITING_TO_ENTER, 2.0,
                Metric.TELEPORTS, 1.0,
                Metric.MEAN_TRIP, 61.5,
                Metric.MEAN_SPEED, 7.5,
                Metric.TIME_IN_SYSTEM, 0.25));
        assertThat(environment.finish()).isEqualTo(expected);
        assertThat(fake.closed).isEqualTo(1);
        environment.close();
        assertThat(fake.closed).isEqualTo(1);
    }

    @Test
    void aResetClosesTheEpisodeBeforeAndStartsWithItsOwnSeed() {
        MeasuredEnvironment environment = paper(SamplingMode.DECISIONS);
        environment.reset(2000);
        environment.reset(-1L);
        assertThat(fake.closed).isEqualTo(1);
        assertThat(fake.setups).extracting("options.seed").containsExactly(2000, SimulatorSeed.of(-1L));
        assertThat(fake.setups.get(0).additional().detectors())
                .extracting("id")
                .containsExactly("nA_0", "wA_0", "AB_0", "nB_0");
        assertThat(SimulatorSeed.of(Long.MIN_VALUE)).isNotNegative();
    }

    @Test
    void allRedFollowsOnTheYellowOfThoseThatLoseTheirGreenOnly() {
        AtscDefinition given = scenario.definition();
        AtscDefinition clearing = given.with(new AtscDefinition.Timing(10, 5, 3, 1, 600, 0, 2));
        SignalScenario other = new SignalScenario(clearing, fake);
        Map<String, Object> settings = new HashMap<>(PAPER);
        settings.put("minimumGreenSeconds", 10);
        try (MeasuredEnvironment environment = other.open(new Settings(settings), SamplingMode.DECISIONS)) {
            environment.reset(1);
            environment.step(JointAction.of(0, 0));
            fake.messages.clear();
            environment.step(JointAction.of(2, 0));
        }
        // from GGr to rgG: the first movement clears, the second keeps its green, the third waits for both
        assertThat(fake.messages)
                .containsExactly(
                        new Message(Map.of("A", "ygr"), 13),
                        new Message(Map.of("A", "rgr"), 15),
                        new Message(Map.of("A", "rgG"), 20));
        assertThat(other.live(new Settings(settings)).signals().get(0).timing())
                .isEqualTo(new SignalTiming(
                        Collections.nCopies(3, new MovementTiming(MovementTiming.Kind.VEHICLES, 3, 0, 0)),
                        Intergreens.of(
                                3,
                                List.of(
                                        new Intergreens.Entry(0, 2, 5),
                                        new Intergreens.Entry(1, 2, 5),
                                        new Intergreens.Entry(2, 0, 5),
                                        new Intergreens.Entry(2, 1, 5)))));
        assertThat(other.hash()).isNotEqualTo(scenario.hash());
    }

    @Test
    void theLevelOfTheDemandIsChosenByNameAndOneThatThereIsNotIsRefused(@TempDir Path folder) throws IOException {
        Path usual = TwoSignals.demand(folder);
        Path rush = folder.resolve("rush.json");
        Files.writeString(rush, Files.readString(usual).replace("70,", "700,"));
        AtscDefinition given = TwoSignals.definition(usual);
        AtscDefinition both = given.with(new DemandLevels(
                new DemandSource.Rates(usual), new TreeMap<>(Map.of("rush", new DemandSource.Rates(rush)))));
        SignalScenario levels = new SignalScenario(both, fake);
        assertThat(rate(levels, Map.of())).isEqualTo(70);
        assertThat(rate(levels, Map.of("demandLevel", "paper"))).isEqualTo(70);
        assertThat(rate(levels, Map.of("demandLevel", "rush"))).isEqualTo(700);
        assertThat(rate(levels, Map.of("demandLevel", "rush", "demandScale", 0.5)))
                .isEqualTo(350);
        assertThat(levels.settingsFor("max-pressure", new Settings(Map.of("demandLevel", "rush")))
                        .values())
                .containsEntry("demandLevel", "rush");
        assertThat(levels.hash()).isNotEqualTo(scenario.hash());
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> levels.agents(new Settings(Map.of("demandLevel", "night"))))
                .withMessage("demandLevel: 'night' cannot be used; give 'paper' or 'rush'");
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> scenario.horizon(new Settings(Map.of("demandLevel", "rush"))))
                .withMessage("demandLevel: 'rush' cannot be used; give 'paper'");
    }

    private static double rate(SignalScenario scenario, Map<String, Object> settings) {
        TrafficDemand demand = scenario.setup(new Settings(settings), 1).demand();
        return ((TrafficDemand.Flows) demand).flows().get(0).vehiclesPerHour();
    }

    @Test
    void onlyVariedDemandDependsOnTheSeed() {
        MeasuredEnvironment equal = paper(SamplingMode.DECISIONS);
        equal.reset(1);
        equal.reset(2);
        assertThat(fake.setups.get(0).demand()).isEqualTo(fake.setups.get(1).demand());
        MeasuredEnvironment varied = open(Map.of("demand", "varied"), SamplingMode.DECISIONS);
        varied.reset(1);
        varied.reset(2);
        assertThat(fake.setups.get(2).demand()).isNotEqualTo(fake.setups.get(3).demand());
    }

    @Test
    void theHashIsOfTheProblemAndNotOfTheSettings(@TempDir Path other) throws IOException {
        String hash = scenario.hash();
        assertThat(hash).matches("[0-9a-f]{64}");
        AtscDefinition same = TwoSignals.definition(TwoSignals.demand(other));
        assertThat(new SignalScenario(same, fake).hash()).isEqualTo(hash);
        AtscDefinition.Timing longer = new AtscDefinition.Timing(5, 2, 4, 1, 600);
        AtscDefinition changed = same.with(longer);
        assertThat(new SignalScenario(changed, fake).hash()).isNotEqualTo(hash);
    }

    @Test
    void aRuleNobodyKnowsIsRefusedWithThoseThatAreKnown() {
        assertThat(scenario.controllers())
                .containsOnlyKeys(
                        "actuated",
                        "capacity-aware",
                        "gating",
                        "delay-based",
                        "fixed-time",
                        "greedy",
                        "max-pressure",
                        "max-pressure-10",
                        "max-pressure-20",
                        "max-pressure-5",
                        "random",
                        "sotl",
                        "webster");
        assertThat(scenario.controllers().keySet()).containsAll(scenario.baselines());
        assertThatThrownBy(() -> scenario.settingsFor("magic", Settings.none()))
                .hasMessageContaining("'magic'")
                .hasMessageContaining("actuated, capacity-aware, delay-based, fixed-time, gating, greedy");
    }

    @Test
    void aPhaseOfAnotherLengthThanInTheNetworkIsNamed() {
        AtscDefinition given = scenario.definition();
        var longer = new SignalAgents.Signal("B", List.of(new Phase("Grr"), new Phase("rGr")));
        AtscDefinition wrong = given.with(new SignalAgents(
                List.of(given.signals().get(0), longer), given.agents().neighbors()));
        assertThatThrownBy(() -> new SignalScenario(wrong, fake).agents(Settings.none()))
                .hasMessageContaining("'Grr'")
                .hasMessageContaining("3 characters; the signal has 2");
    }

    @Test
    void aSignalThatTheNetworkLacksIsNamed() {
        AtscDefinition grid = Grid5x5.definition(Path.of("sumo-networks"));
        assertThatThrownBy(() -> new SignalScenario(grid, fake).agents(Settings.none()))
                .hasMessageContaining("'nt1'");
    }

    private MeasuredEnvironment paper(SamplingMode recording) {
        return open(PAPER, recording);
    }

    /** The same problem with more decisions in an episode. */
    private MeasuredEnvironment many(Map<String, Object> settings) {
        AtscDefinition.Timing longer = new AtscDefinition.Timing(5, 2, 30, 1, 600);
        return new SignalScenario(scenario.definition().with(longer), fake)
                .open(new Settings(settings), SamplingMode.DECISIONS);
    }

    private MeasuredEnvironment open(Map<String, Object> settings, SamplingMode recording) {
        return scenario.open(new Settings(settings), recording);
    }
}
