package io.clearway.scenario.atsc.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clearway.scenario.atsc.reward.RewardKind;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.timing.TimingProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtscSettingsTest {
    private static final AtscDefinition.Timing EVERY_5 = new AtscDefinition.Timing(5, 2, 720, 1, 600);
    private static final AtscDefinition.Timing EVERY_20 = new AtscDefinition.Timing(20, 3, 180, 1, 600);

    @ParameterizedTest
    @CsvSource({
        "sensors, radar, 'all, lane-area, whole-lane, whole-approach, induction-loop'",
        "reward, queue, 'paper, area'",
        "demand, random, 'paper, varied'",
        "timings, hasty, 'owner, standard, paper'",
        "control, nobody, 'agents, program, actuated, delay-based'"
    })
    void anUnknownWordNamesTheFieldAndTheWordsAllowed(String field, String given, String allowed) {
        refused(field, given, allowed);
    }

    @ParameterizedTest
    @CsvSource({"0", "7", "-5", "125"})
    void theMinimumGreenKeepsToTheGridOfDecisions(int given) {
        refused("minimumGreenSeconds", given, "multiple of 5 from 5 to 120");
    }

    @Test
    void theDefaultMinimumGreenFitsTheTimeBetweenDecisions() {
        assertThat(AtscSettings.defaults(EVERY_5, SensorKind.ALL).timing().minimumGreenSeconds())
                .isEqualTo(15);
        assertThat(AtscSettings.defaults(EVERY_20, SensorKind.ALL).timing().minimumGreenSeconds())
                .isEqualTo(20);
        assertThat(AtscSettings.paper(EVERY_20).timing().minimumGreenSeconds()).isEqualTo(20);
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> AtscSettings.defaults(EVERY_5, SensorKind.ALL).requireFit(EVERY_20))
                .withMessageContaining("multiple of 20 from 20 to 120");
    }

    @ParameterizedTest
    @CsvSource({"-1", "17"})
    void theMaximumRedLeavesTimeForAnotherGreen(int given) {
        refused("maximumRedSeconds", given, "more than minimum green and transition, 17.0 s together, or 0");
    }

    @Test
    void nobodyWaitsWithoutEndUnlessAsInThePapers() {
        assertThat(AtscSettings.defaults(EVERY_5, SensorKind.ALL).timing().maximumRedSeconds())
                .isEqualTo(180);
        assertThat(AtscSettings.paper(EVERY_5).timing().maximumRedSeconds()).isZero();
    }

    @Test
    void theTimesAreStandardUnlessAsInThePapers() {
        assertThat(AtscSettings.defaults(EVERY_5, SensorKind.ALL).timing().timings())
                .isEqualTo(TimingProfile.STANDARD);
        assertThat(AtscSettings.paper(EVERY_5).timing().timings()).isEqualTo(TimingProfile.PAPER);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "4.1", "NaN"})
    void theDemandScaleIsPositiveAndBounded(double given) {
        refused("demandScale", given, "above 0 and up to 4");
    }

    @Test
    void aWrongTypeAndAnUnknownFieldAreNamed() {
        refused("minimumGreenSeconds", "soon", "whole number");
        refused("yellow", 3, "no such setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixels", "PAPER", "", "paper,paper", "queue,", "full, phase, wave"})
    void anObservationOfUnknownOrRepeatedPartsNamesThoseThatThereAre(String given) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() ->
                        new Settings(Map.of("observation", given)).over(AtscSettings.defaults(EVERY_5, SensorKind.ALL)))
                .satisfies(complaint -> {
                    assertThat(complaint.field()).isEqualTo("observation");
                    assertThat(complaint.hint())
                            .contains("paper, full, stages, vehicles, queue, downstream, pressure, phase, age");
                });
    }

    @Test
    void anObservationIsOnePartOrAListOrATextWithCommas() {
        assertThat(observation("full")).containsExactly(ObservationPart.FULL);
        assertThat(observation(List.of("queue", "phase")))
                .containsExactly(ObservationPart.QUEUE, ObservationPart.PHASE);
        assertThat(observation("queue, phase,age"))
                .containsExactly(ObservationPart.QUEUE, ObservationPart.PHASE, ObservationPart.AGE);
    }

    private static List<ObservationPart> observation(Object given) {
        return new Settings(Map.of("observation", given))
                .over(AtscSettings.defaults(EVERY_5, SensorKind.ALL))
                .observation();
    }

    @ParameterizedTest
    @CsvSource({"sensorFailures, -0.1", "sensorFailures, 1.5", "sensorNoise, NaN"})
    void ratesAreShares(String field, double given) {
        refused(field, given, "from 0 to 1");
    }

    @Test
    void rowsOfStagesAreObservedAlone() {
        refused("observation", "stages,phase", "give stages alone");
    }

    @Test
    void whatGoesWithAPolicyToOtherNetworksAreSettings() {
        assertThat(Settings.asMap(AtscSettings.defaults(EVERY_5, SensorKind.ALL)))
                .containsKeys(AtscSettings.OF_POLICIES.toArray(String[]::new));
    }

    @Test
    void rulesMeetTheSameTrafficSensorsAndTimesAtAnyDecision() {
        SensorSettings sensing = new SensorSettings(SensorKind.LANE_AREA, 0.1, 0.2);
        DemandSettings traffic = new DemandSettings(DemandKind.VARIED, 1.2, "peak");
        AtscSettings given = new AtscSettings(
                List.of(ObservationPart.FULL),
                ReferenceRule.GATING,
                sensing,
                RewardKind.AREA,
                new TimingSettings(TimingProfile.OWNER, 15, 180),
                traffic,
                ControlKind.AGENTS);
        assertThat(given.forRule(ControlKind.DELAY_BASED, EVERY_5))
                .isEqualTo(new AtscSettings(
                        List.of(ObservationPart.PAPER),
                        ReferenceRule.CAPACITY_AWARE,
                        sensing,
                        RewardKind.PAPER,
                        new TimingSettings(TimingProfile.OWNER, 5, 0),
                        traffic,
                        ControlKind.DELAY_BASED));
    }

    private static void refused(String field, Object given, String mend) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> new Settings(Map.of(field, given))
                        .over(AtscSettings.defaults(EVERY_5, SensorKind.ALL))
                        .requireFit(EVERY_5))
                .satisfies(complaint -> {
                    assertThat(complaint.field()).isEqualTo(field);
                    assertThat(complaint.given()).isEqualTo(String.valueOf(given));
                    assertThat(complaint.hint().replace("'", "")).contains(mend);
                });
    }
}
