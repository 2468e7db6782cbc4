package io.clearway.scenario.atsc.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.scenario.atsc.TwoSignals;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.ObservationPart;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.signal.Phase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObservationViewTest {
    private static final DetectorSpec MEASURES = DetectorSpec.GRID;
    private static final StagePreference RULE = new PressureHeldFor(20);

    private final ControlledSignal signal = TwoSignals.network().signals().get(0);
    private final ReadingsInput readings = new ReadingsInput(signal);

    ObservationViewTest() {
        readings.setState(30, 1, 15);
        readings.setLane(0, 8, 4);
        readings.setLane(1, 10, 6);
        readings.setDetector(0, 5, 3);
        readings.setDetector(1, 11, 5);
        readings.setDownstream(0, 2);
        readings.setDownstream(1, 12);
    }

    @Test
    void partsAreWhatTheySay() {
        // nA is 75 m, wA 100 m, As 80 m, AB 150 m long
        seen(ObservationPart.VEHICLES, 8 / 10.0, 10 / (100 / 7.5));
        seen(ObservationPart.QUEUE, 4 / 10.0, 6 / (100 / 7.5));
        seen(ObservationPart.DOWNSTREAM, 1 - 2 / (80 / 7.5), 1 - 12 / 20.0);
        seen(ObservationPart.PHASE, 0, 1, 0);
        seen(ObservationPart.AGE, 0.25);
        double toSouth = 8 / 75.0 - 2 / 80.0;
        double fromNorth = 8 / 75.0 - 12 / 150.0;
        double fromWest = 10 / 100.0 - 12 / 150.0;
        // the left turn counts half in phase rgG, where it gives way
        seen(ObservationPart.PRESSURE, 7.5 * (toSouth + fromNorth), 7.5 * fromWest, 7.5 * (fromNorth / 2 + fromWest));
    }

    @ParameterizedTest
    @EnumSource
    void everyPartHasTheSizeItSays(ObservationPart part) {
        ObservationView view = ObservationView.of(List.of(part), MEASURES, RULE);
        assertThat(view.of(readings.get())).hasSize(view.size(signal));
    }

    @Test
    void severalPartsStandSideBySide() {
        ObservationView view = ObservationView.of(
                List.of(ObservationPart.AGE, ObservationPart.PAPER, ObservationPart.PHASE), MEASURES, RULE);
        assertThat(view.size(signal)).isEqualTo(7);
        assertThat(view.of(readings.get())).containsExactly(0.25f, 1, 1, 2, 0, 1, 0);
    }

    @Test
    void stagesHaveRowsThatBeginAsTheRuleOrdersThem() {
        float[] values = stages();
        int length = StageFeature.values().length;
        assertThat(values).hasSize(3 * length);
        double toSouth = 8 / 75.0 - 2 / 80.0;
        double fromNorth = 8 / 75.0 - 12 / 150.0;
        double fromWest = 10 / 100.0 - 12 / 150.0;
        double highest = toSouth + fromNorth;
        // phase rrG is shown, held for 15 s of the rule's 20 s, and serves the lane from the west
        feature(StageFeature.PREFERENCE, 1, fromWest / highest + 1.5, (fromNorth / 2 + fromWest) / highest);
        feature(StageFeature.SCORE, highest, fromWest, fromNorth / 2 + fromWest);
        feature(StageFeature.SHOWN, 0, 1, 0);
        feature(StageFeature.HELD, 0, 1, 0);
        feature(StageFeature.SHOWN_AGE, 0, 0.25, 0);
        feature(StageFeature.CHANGE, 0.2, 0, 0);
        feature(StageFeature.HALTING, 0.4, 0.6, 0.8);
        feature(StageFeature.MOVING, 0.4, 0.4, 0.6);
        feature(StageFeature.SHOWN_OTHERS, 0, 0.4, 0);
    }

    @Test
    void theShownStageComesFirstAmongEquals() {
        readings.setState(30, 2, 60);
        readings.setLane(0, 0, 0);
        readings.setLane(1, 0, 0);
        float[] values = stages();
        int length = StageFeature.values().length;
        assertThat(values[2 * length]).isGreaterThan(values[0]).isGreaterThan(values[length]);
    }

    @Test
    void preferencesAreBoundedAndKeepTheRulesOrder() {
        assertThat(preferences(0.001, -40, -30, 0.0005)).containsExactly(1.0, -0.99998, -0.99997, 0.5);
        assertThat(preferences(-2, -40, -30, -1)).containsOnly(0.0);
    }

    /** Of stages with these scores, to five digits. */
    private static List<Double> preferences(double... scores) {
        double highest = Math.max(0, Arrays.stream(scores).max().orElseThrow());
        return Arrays.stream(scores)
                .map(score -> StagesView.preference(new StageFeature.Preference(score, highest, false)))
                .mapToObj(preference -> Math.round(preference * 1e5) / 1e5)
                .toList();
    }

    private float[] stages() {
        return ObservationView.of(List.of(ObservationPart.STAGES), MEASURES, RULE)
                .of(readings.get());
    }

    private void feature(StageFeature feature, double... expected) {
        float[] values = stages();
        int place = List.of(StageFeature.values()).indexOf(feature);
        for (int stage = 0; stage < expected.length; stage++) {
            assertThat((double) values[stage * StageFeature.values().length + place])
                    .as("%s of stage %d", feature, stage)
                    .isCloseTo(expected[stage], within(1e-6));
        }
    }

    /** Pressure; the shown stage is held for some seconds. */
    private record PressureHeldFor(double seconds) implements StagePreference {
        @Override
        public double score(Phase stage, SignalReadings readings) {
            return readings.pressure(stage);
        }

        @Override
        public boolean holds(SignalReadings readings) {
            return readings.heldSeconds() < seconds;
        }
    }

    private void seen(ObservationPart part, double... expected) {
        float[] values = ObservationView.of(List.of(part), MEASURES, RULE).of(readings.get());
        assertThat(values).hasSize(expected.length);
        for (int place = 0; place < expected.length; place++) {
            assertThat((double) values[place]).isCloseTo(expected[place], within(1e-6));
        }
    }
}
