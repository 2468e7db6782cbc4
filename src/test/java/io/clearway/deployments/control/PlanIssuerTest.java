package io.clearway.deployments.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.deployments.FakeTown;
import io.clearway.deployments.SafeSignals;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.simulation.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanIssuerTest {
    private static final int RECOVERY = 3;
    private static final ControllerResponse LATE = new ControllerResponse.Late("took too long");
    private static final ControllerResponse BROKEN = new ControllerResponse.Failed("division by zero");

    private FakeTown town = new FakeTown(0, "a", "b");
    private PlanIssuer issuer = issuer();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aHostileControllerCannotMakeASignalUnsafe(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        begin(new FakeTown(chance.nextInt(100), "a", "b"));
        play(400, decision -> switch (chance.nextInt(12)) {
            case 0 -> LATE;
            case 1 -> BROKEN;
            case 2 -> answer(-1, 7);
            default -> answer(chance.nextInt(4), chance.nextInt(4));
        });
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
        assertThat(issuer.counts().decisions()).isEqualTo(400);
        assertThat(issuer.counts().refused()).isPositive();
    }

    @Test
    void aControllerThatSwitchesAllTheTimeIsRefusedUntilMinimumGreenIsServed() {
        play(40, decision -> answer(decision % 2, decision % 2));
        SafeSignals.assertSafe(town.history("a"));
        assertThat(issuer.counts().refused()).isGreaterThan(20);
        assertThat(modes()).containsOnly(ControlMode.CONTROLLER);
    }

    @Test
    void thePhaseThatTheControllerWantsIsShownAfterYellow() {
        play(2, decision -> answer(0, 0));
        play(1, decision -> answer(1, 0));
        assertThat(town.history("a").subList(10, 15)).containsExactly("yryr", "yryr", "rGrG", "rGrG", "rGrG");
        assertThat(town.history("b").subList(10, 15)).containsOnly("GrGr");
    }

    @Test
    void anIllegalActionSendsOnlyThatSignalToFixedTime() {
        play(4, decision -> answer(0, 0));
        play(1, decision -> answer(0, -1));
        assertThat(modes()).containsExactly(ControlMode.CONTROLLER, ControlMode.FIXED_TIME_ILLEGAL_ACTION);
        assertThat(issuer.signals().get(1).control().reason()).contains("-1").contains("0 … 3");
        assertThat(issuer.signals().get(1).fallbacks()).isEqualTo(1);
    }

    @Test
    void aSensorWithoutAFiniteValueSendsOnlyThatSignalToFixedTime() {
        begin(new FakeTown(0, "a", "b").blind());
        play(1, decision -> answer(0, 0));
        assertThat(modes()).containsExactly(ControlMode.FIXED_TIME_BAD_READING, ControlMode.CONTROLLER);
    }

    @Test
    void aLateControllerSendsAllSignalsToFixedTimeWithThatReason() {
        play(4, decision -> answer(0, 0));
        play(1, decision -> LATE);
        assertThat(modes()).containsOnly(ControlMode.FIXED_TIME_LATE);
        assertThat(issuer.signals()).allSatisfy(signal -> {
            assertThat(signal.control().reason()).isEqualTo("took too long");
            assertThat(signal.control().sinceSeconds()).isEqualTo(20);
        });
        assertThat(issuer.counts()).isEqualTo(new DecisionCounts(5, 1, 0, 0));
    }

    @Test
    void fixedTimeIsTheNetworksOwnProgramInStepWithItsClock() {
        play(6, decision -> answer(2, 3));
        play(30, decision -> BROKEN);
        FakeTown alone = new FakeTown(0, "a", "b");
        alone.advance(Map.of(), 180);
        assertThat(town.history("a").subList(100, 180))
                .isEqualTo(alone.history("a").subList(100, 180));
        assertThat(town.history("b").subList(100, 180))
                .isEqualTo(alone.history("b").subList(100, 180));
        assertThat(issuer.inStep()).isTrue();
    }

    @Test
    void threeGoodDecisionsInARowReturnToTheController() {
        play(4, decision -> answer(0, 0));
        play(1, decision -> LATE);
        play(2, decision -> answer(0, 0));
        play(1, decision -> LATE);
        play(2, decision -> answer(0, 0));
        assertThat(modes()).containsOnly(ControlMode.FIXED_TIME_LATE);
        int decisions = 0;
        while (modes().contains(ControlMode.FIXED_TIME_LATE) && decisions < 10) {
            play(1, decision -> answer(0, 0));
            decisions++;
        }
        // at once, or at the first green of the program after that
        assertThat(decisions).isBetween(1, 2);
        assertThat(modes()).containsOnly(ControlMode.CONTROLLER);
    }

    @Test
    void aMonitorTripLatches() {
        begin(new FakeTown(0, "a", "b").overruled("a", 22, "GGGG"));
        play(60, decision -> answer(0, 0));
        assertThat(modes()).containsExactly(ControlMode.FIXED_TIME_MONITOR_TRIPPED, ControlMode.CONTROLLER);
        assertThat(issuer.signals().get(0).control().reason()).contains("GGGG");
        assertThat(issuer.signals().get(0).control().sinceSeconds()).isEqualTo(22);
        SafeSignals.assertSafe(town.history("b"));
        SafeSignals.assertSafe(town.history("a").subList(40, 300));
    }

    @Test
    void someoneElseSettingALightIsNoticedEvenIfTheStateIsSafe() {
        begin(new FakeTown(0, "a", "b").overruled("b", 13, "rGrG"));
        play(10, decision -> answer(0, 0));
        assertThat(modes()).containsExactly(ControlMode.CONTROLLER, ControlMode.FIXED_TIME_MONITOR_TRIPPED);
        assertThat(issuer.signals().get(1).control().reason()).contains("rGrG").contains("GrGr was commanded");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 19, 20, 22, 23, 30, 42, 43, 45})
    void takingOverAndReleasingNeverJump(int start) {
        begin(new FakeTown(start, "a", "b"));
        play(20, decision -> answer(decision / 3 % 4, (decision + 1) / 4 % 4));
        for (double now = start + 100; !issuer.inStep(); now += 5) {
            assertThat(now).isLessThan(start + 200);
            apply(issuer.issueRelease(now, now + 5), now + 5);
        }
        town.resumeProgram("a", "0");
        town.resumeProgram("b", "0");
        town.advance(Map.of(), start + 300);
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
    }

    private void begin(FakeTown other) {
        town = other;
        issuer = issuer();
    }

    private PlanIssuer issuer() {
        Readings first = town.subscribe(town.subscriptions());
        return new PlanIssuer(
                town.signals(), List.of(first.lightState(0), first.lightState(1)), first.seconds(), RECOVERY);
    }

    private void play(int decisions, IntFunction<ControllerResponse> controller) {
        for (int decision = 0; decision < decisions; decision++) {
            Readings readings = town.subscribe(town.subscriptions());
            double now = readings.seconds();
            JointObservation observation = town.observer().observe(readings, issuer.shown());
            apply(issuer.issue(now, now + 5, observation, controller.apply(decision)), now + 5);
        }
    }

    /** Reads back every second. */
    private void apply(List<SignalPlan> plans, double to) {
        Map<Double, Map<String, String>> changes = new TreeMap<>();
        for (SignalPlan plan : plans) {
            plan.showings()
                    .forEach(showing -> changes.computeIfAbsent(showing.fromSeconds(), t -> new TreeMap<>())
                            .put(plan.light(), showing.state()));
        }
        Map<String, String> commanded = new TreeMap<>();
        List<SignalReadback> readbacks = new ArrayList<>();
        Readings readings = town.subscribe(town.subscriptions());
        for (double now = readings.seconds(); now < to; now++) {
            commanded.putAll(changes.getOrDefault(now, Map.of()));
            readings = town.advance(commanded, now + 1);
            readbacks.add(new SignalReadback(now + 1, shown(readings), new ArrayList<>(commanded.values())));
        }
        issuer.monitor(readbacks);
    }

    private static List<String> shown(Readings readings) {
        return IntStream.range(0, 2).mapToObj(readings::lightState).toList();
    }

    private List<ControlMode> modes() {
        return issuer.signals().stream().map(signal -> signal.control().mode()).toList();
    }

    private static ControllerResponse answer(int... choices) {
        return new ControllerResponse.Answered(JointAction.of(choices));
    }
}
