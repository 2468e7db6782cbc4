package io.clearway.scenario.atsc.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clearway.scenario.atsc.TwoSignals;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.network.Stages;
import io.clearway.scenario.atsc.sensing.ReadingsInput;
import io.clearway.setting.InvalidSetting;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.ActuatedProgram.ProgramType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that go through stages or remember, on signal A: stages GGr (from the north) and rrG (from the west). */
class StageRulesTest {
    private static final boolean[] ALL = {true, true, true};
    private static final AtscDefinition.Timing TIMING = new AtscDefinition.Timing(5, 2, 100, 1, 600);

    private final ControlledSignal signal = TwoSignals.network().signals().get(0);
    private final ReadingsInput readings = new ReadingsInput(signal);
    private int phase;
    private double held;
    private double seconds;

    @Test
    void theStagesAreTheProgramsOwnPhasesInItsOrder() {
        Stages stages = Stages.of(signal);
        assertThat(stages.phases()).containsExactly(0, 1);
        assertThat(stages.after(0)).isEqualTo(1);
        assertThat(stages.after(1)).isZero();
        assertThat(stages.after(2)).isZero();
    }

    @Test
    void withoutTrafficWebsterGoesThroughShortEqualStages() {
        Webster webster = new Webster(readings.get(), TIMING);
        // L = 2 × (2 + 2) s, C = 1.5 L + 5 = 17 s: 6.5 s of green and 2 s of yellow each, in decisions of 5 s
        assertThat(webster.durations()).containsExactly(10, 10);
        assertThat(play(webster, 8, 0, 0)).containsExactly(0, 0, 1, 1, 0, 0, 1, 1);
    }

    @Test
    void websterGivesGreenInProportionToTheFlowsItSees() {
        Webster webster = new Webster(readings.get(), TIMING);
        // a vehicle comes from the west every 5 s and from the north every 15 s while these have red
        for (int decision = 0; decision < 60; decision++) {
            if (phase == 0) {
                readings.setLane(1, (int) Math.min(12, readings.get().vehicles(1) + 1), 0);
                readings.setLane(0, 0, 0);
            } else {
                readings.setLane(0, (int) Math.min(9, readings.get().vehicles(0) + (decision % 3 == 0 ? 1 : 0)), 0);
                readings.setLane(1, 0, 0);
            }
            step(webster);
        }
        double[] durations = webster.durations();
        assertThat(durations[1]).isGreaterThan(durations[0] + 5);
        assertThat(durations[0] + durations[1]).isBetween(20.0, 120.0);
    }

    @Test
    void aRequestIsGrantedOnceEnoughHaveWaitedLongEnough() {
        SelfOrganizing rule = new SelfOrganizing(readings.get());
        // 2 vehicles × 5 s a decision reach 40 after 20 s
        assertThat(play(rule, 6, 0, 2)).containsExactly(0, 0, 0, 0, 1, 1);
        assertThat(play(new SelfOrganizing(readings.get()), 20, 0, 0)).containsOnly(phase);
    }

    @Test
    void aSmallPlatoonOnTheMoveIsNotCutOffAndALongQueueIsHeldBackLater() {
        SelfOrganizing rule = new SelfOrganizing(readings.get());
        assertThat(play(rule, 8, 2, 5)).containsOnly(0);
        assertThat(play(rule, 1, 3, 5)).containsExactly(1);
    }

    @Test
    void anActuatedStageIsProlongedWhileItsOwnTrafficAsksButNotForEver() {
        VehicleActuated rule = new VehicleActuated(ProgramType.ACTUATED);
        assertThat(choose(rule, 0, 5, 1, 1)).isZero();
        assertThat(choose(rule, 0, 5, 0, 1)).isEqualTo(1);
        assertThat(choose(rule, 0, 4, 0, 1)).isZero();
        assertThat(choose(rule, 0, 50, 1, 1)).isEqualTo(1);
        assertThat(choose(rule, 2, 5, 0, 0)).isZero();
        // under the other law only those that halt ask
        assertThat(choose(new VehicleActuated(ProgramType.DELAY_BASED), 0, 5, 1, 1))
                .isEqualTo(1);
    }

    @Test
    void aNetworkWithoutTwoGreensCannotBeActuated() {
        SignalProgram flat =
                new SignalProgram("0", 0, List.of(new SignalProgram.Step(30, "GGr"), new SignalProgram.Step(3, "yyr")));
        ControlledSignal single =
                new ControlledSignal("A", signal.phases(), signal.lanes(), signal.links(), signal.conflicts(), flat);
        assertThat(ActuatedPrograms.of(List.of(signal, single), ProgramType.ACTUATED, "actuated"))
                .hasSize(1);
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> ActuatedPrograms.of(List.of(single), ProgramType.ACTUATED, "actuated"))
                .satisfies(complaint -> {
                    assertThat(complaint.field()).isEqualTo("control");
                    assertThat(complaint.hint()).contains("two greens");
                });
    }

    /** Phases chosen with so many vehicles on the detectors of the lanes from the north and from the west. */
    private List<Integer> play(SignalMemory.Chooser rule, int decisions, int north, int west) {
        List<Integer> chosen = new ArrayList<>();
        readings.setDetector(0, north, 0);
        readings.setDetector(1, west, 0);
        for (int decision = 0; decision < decisions; decision++) {
            step(rule);
            chosen.add(phase);
        }
        return chosen;
    }

    private void step(SignalMemory.Chooser rule) {
        readings.setState(seconds, phase, held);
        int next = rule.choose(readings.get(), ALL);
        held = next == phase ? held + 5 : 5;
        phase = next;
        seconds += 5;
    }

    private int choose(VehicleActuated rule, int shown, double heldSeconds, int north, int west) {
        readings.setState(seconds, shown, heldSeconds);
        readings.setDetector(0, north, 0);
        readings.setDetector(1, west, 0);
        return rule.choose(readings.get(), ALL);
    }
}
