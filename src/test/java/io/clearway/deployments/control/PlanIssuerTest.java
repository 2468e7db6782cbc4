package io.clearway.deployments.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.deployments.FakeTown;
import io.clearway.deployments.SafeSignals;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.setting.InvalidSetting;
import io.clearway.signal.Phase;
import io.clearway.simulation.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanIssuerTest {
    private static final int DECISION = 5;
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
        assertFollowsItsProgram("a", 100, 180);
        assertFollowsItsProgram("b", 100, 180);
    }

    @Test
    void theProgramAsControllerIsFollowedToTheSecondWhateverIsDecided() {
        issuer = issuer(town.signals().stream()
                .map(signal -> new LiveSignal(
                        signal.light(), signal.phases(), signal.fixedTime(), signal.conflicts(), signal.timing(), true))
                .toList());
        play(36, decision -> answer(decision % 2, 3));
        assertThat(modes()).containsOnly(ControlMode.CONTROLLER);
        assertFollowsItsProgram("a", 60, 180);
        assertFollowsItsProgram("b", 60, 180);
        assertThat(issuer.counts().refused()).isZero();
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
    void aMonitorTripLatchesUntilAnOperatorResetsTheSignal() {
        begin(new FakeTown(0, "a", "b").overruled("a", 22, "GGGG"));
        play(60, decision -> answer(0, 0));
        assertThat(modes()).containsExactly(ControlMode.FIXED_TIME_MONITOR_TRIPPED, ControlMode.CONTROLLER);
        assertThat(issuer.signals().get(0).control().reason())
                .contains(
                        "another client showed GGGG although GrGr was commanded",
                        "conflict monitor: index 1 shows 'G'");
        assertThat(issuer.signals().get(0).control().sinceSeconds()).isEqualTo(22);
        order(OperatorOrder.Action.RESET, "a", -1);
        assertThat(modes()).containsExactly(ControlMode.FIXED_TIME_TAKING_OVER, ControlMode.CONTROLLER);
        assertThat(issuer.signals().get(0).control().reason()).isEqualTo("reset by Ada: looked at");
        play(20, decision -> answer(0, 0));
        assertThat(modes()).containsOnly(ControlMode.CONTROLLER);
        SafeSignals.assertSafe(town.history("b"));
        SafeSignals.assertSafe(town.history("a").subList(22, 400));
    }

    @Test
    void afterAConflictThatSomebodyElseSetEverybodyIsClearedFirst() {
        begin(new FakeTown(0, "a", "b").overruled("a", 22, "GGGG"));
        play(6, decision -> answer(0, 0));
        assertThat(town.history("a").subList(20, 27))
                .containsExactly("GrGr", "GGGG", "yyyy", "yyyy", "rrrr", "GrGr", "GrGr");
    }

    @ParameterizedTest
    @CsvSource({
        "GrG, has 3 characters",
        "GrGrr, has 5 characters",
        "'', shows nothing",
        "oooo, all signal indices are off",
        "Gr?r, index 2 shows '?'"
    })
    void aStateThatIsNoneTripsThatSignalOnly(String state, String words) {
        begin(new FakeTown(0, "a", "b").overruled("a", 32, state));
        play(60, decision -> answer(decision / 2 % 2, decision / 2 % 2));
        assertThat(modes()).containsExactly(ControlMode.FIXED_TIME_MONITOR_TRIPPED, ControlMode.CONTROLLER);
        assertThat(issuer.signals().get(0).control().reason()).contains("conflict monitor", words);
        SafeSignals.assertSafe(town.history("b"));
        SafeSignals.assertSafe(town.history("a").subList(32, 300));
    }

    @Test
    void someoneElseSettingALightIsNoticedEvenIfTheStateIsSafe() {
        begin(new FakeTown(0, "a", "b").overruled("b", 13, "GrGr").overruled("b", 32, "rrrr"));
        play(6, decision -> answer(0, 0));
        assertThat(modes()).containsOnly(ControlMode.CONTROLLER);
        play(4, decision -> answer(0, 0));
        assertThat(modes()).containsExactly(ControlMode.CONTROLLER, ControlMode.FIXED_TIME_MONITOR_TRIPPED);
        assertThat(issuer.signals().get(1).control().reason()).contains("rrrr").contains("GrGr was commanded");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoeverSetsAllGreenIsNoticedWithinASecondAndNothingOfOursJumps(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        FakeTown hostile = new FakeTown(chance.nextInt(46), "a", "b");
        List<Integer> seconds = new ArrayList<>();
        int start = (int) hostile.subscribe(hostile.subscriptions()).seconds();
        for (int second = start + 10; second < start + 900; second += 7 + chance.nextInt(30)) {
            seconds.add(second);
            hostile.overruled("a", second, "GGGG");
        }
        begin(hostile);
        for (int now = start; now < start + 900; now++) {
            boolean set = seconds.contains(now + 1);
            if (set || seconds.contains(now - 5)) {
                order(OperatorOrder.Action.RESET, "a", -1);
            }
            boolean before = modes().get(0).latched();
            play(1, 1, decision -> answer(chance.nextInt(4), chance.nextInt(4)));
            assertThat(modes().get(0).latched()).isEqualTo(set || before);
        }
        SafeSignals.assertSafe(town.history("b"));
        int from = 0;
        for (int second : seconds) {
            SafeSignals.assertSafe(town.history("a").subList(from, second - 1 - start));
            from = second - start;
        }
        assertThat(seconds).hasSizeGreaterThan(30);
    }

    /** Whatever somebody else showed, and whenever in the cycle: the way back from there is no fault of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"GGGG", "GGrr", "GrGr", "rGrG", "yyyy", "rrrr", "GyGr", "rGyy"})
    void aResetInTheSecondRightAfterSomebodyElseSetTheSignalIsNotUndoneByTheWayBack(String foreign) {
        for (int second = 10; second < 60; second++) {
            begin(new FakeTown(0, "a", "b").overruled("a", second, foreign));
            play(second, 1, decision -> answer(decision / 12 % 2, 0));
            order(OperatorOrder.Action.RESET, "a", -1);
            play(60, 1, decision -> answer(decision / 12 % 2, 0));
            assertThat(issuer.signals().get(0).control())
                    .as("%s at %d: %s", foreign, second, town.history("a").subList(second - 5, second + 20))
                    .extracting(ControlStatus::mode)
                    .isEqualTo(ControlMode.CONTROLLER);
            SafeSignals.assertSafe(town.history("a").subList(second, second + 60));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aSignalThatWasHeldForLongIsReleasedWithoutAJump(int stage) {
        for (int start = 0; start < 46; start++) {
            begin(new FakeTown(start, "a", "b")
                    .withQueues(Map.of("a", 0, "b", 1))
                    .withMaximumRed(60));
            play(3, decision -> answer(0, 0));
            order(OperatorOrder.Action.HOLD, "a", stage);
            play(60, decision -> answer(0, 1));
            order(OperatorOrder.Action.RELEASE, "a", -1);
            play(40, decision -> answer(0, 1));
            assertThat(modes()).containsExactly(ControlMode.RELEASED, ControlMode.CONTROLLER);
            SafeSignals.assertSafe(town.history("a"));
        }
    }

    @Test
    void anErrorInOneSignalConcernsThatSignal() {
        begin(new FakeTown(0, "a", "b"));
        play(4, decision -> answer(0, 0));
        town.advance(issuer.tick(20), 21);
        issuer.observe(21, List.of("GrGr", "GrGr"), new boolean[][] {null, new boolean[4]});
        assertThat(modes()).containsExactly(ControlMode.FIXED_TIME_ERROR, ControlMode.CONTROLLER);
        assertThat(issuer.signals().get(0).control().reason()).contains("NullPointerException");
        play(40, decision -> answer(decision / 2 % 2, decision / 2 % 2));
        assertThat(modes()).containsExactly(ControlMode.FIXED_TIME_ERROR, ControlMode.CONTROLLER);
        assertFollowsItsProgram("a", 140, 200);
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
        order(OperatorOrder.Action.RESET, "a", -1);
        play(12, decision -> answer(0, 0));
        assertThat(modes()).containsOnly(ControlMode.CONTROLLER);
    }

    @Test
    void theTimeThatAPhaseIsHeldCountsFromItsChoice() {
        play(2, decision -> answer(0, 0));
        play(1, decision -> answer(1, 0));
        assertThat(issuer.shown().get(0)).isEqualTo(new LiveInterface.Shown(1, 5, List.of(false, true, false, false)));
        assertThat(issuer.shown().get(1)).isEqualTo(new LiveInterface.Shown(0, 15, List.of(true, true, true, true)));
        play(2, decision -> answer(1, 0));
        assertThat(issuer.shown().get(0).seconds()).isEqualTo(15);
        assertThat(issuer.shown().get(1).seconds()).isEqualTo(25);
    }

    @Test
    void anOperatorHoldsAStageWhateverTheControllerWantsAndWhoeverWaits() {
        begin(new FakeTown(0, "a", "b").withQueues(Map.of("a", 0, "b", 0)).withMaximumRed(60));
        play(3, decision -> answer(0, 0));
        assertThat(order(OperatorOrder.Action.HOLD, "a", 1)).containsExactly("a");
        play(50, decision -> answer(0, 1));
        assertThat(modes()).containsExactly(ControlMode.OPERATOR_HOLD, ControlMode.CONTROLLER);
        assertThat(issuer.signals().get(0).control().reason()).isEqualTo("held by Ada: looked at");
        assertThat(town.history("a").subList(15, 265)).startsWith("yryr", "yryr", "rGrG");
        assertThat(town.history("a").subList(17, 265)).containsOnly("rGrG");
        assertThat(longestWithout("GrGr", town.history("b"))).isBetween(20, 60);
        order(OperatorOrder.Action.RESET, "a", -1);
        play(4, decision -> answer(1, 1));
        assertThat(town.history("a").subList(265, 285)).contains("GrGr");
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
    }

    @Test
    void anOperatorForcesFixedTimeForAll() {
        play(3, decision -> answer(2, 3));
        order(OperatorOrder.Action.FIXED_TIME, "", -1);
        play(40, decision -> answer(2, 3));
        assertThat(modes()).containsOnly(ControlMode.OPERATOR_FIXED_TIME);
        assertThat(issuer.signals())
                .allSatisfy(signal -> assertThat(signal.fallbacks()).isZero());
        assertFollowsItsProgram("b", 115, 215);
        SafeSignals.assertSafe(town.history("a"));
    }

    @Test
    void aReleasedSignalIsLeftAloneWhileTheOthersAreDriven() {
        play(3, decision -> answer(2, 3));
        order(OperatorOrder.Action.RELEASE, "a", -1);
        assertThat(order(OperatorOrder.Action.HOLD, "a", 1)).isEmpty();
        play(40, decision -> answer(2, 3));
        assertThat(modes()).containsExactly(ControlMode.RELEASED, ControlMode.CONTROLLER);
        assertThat(town.released()).containsExactly("a:0");
        assertThat(issuer.tick(215)).containsOnlyKeys("b");
        assertThat(issuer.isReleased()).isFalse();
        assertFollowsItsProgram("a", 115, 215);
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
    }

    @ParameterizedTest
    @CsvSource({"x, 0, signal", "a, 4, stage", "a, -1, stage", "'', 9, stage"})
    void anOrderThatDoesNotFitIsRefused(String light, int stage, String field) {
        assertThatThrownBy(() -> given(OperatorOrder.Action.HOLD, light, stage).requireFit(town.signals()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 19, 20, 22, 23, 30, 42, 43, 45})
    void takingOverAndReleasingNeverJump(int start) {
        begin(new FakeTown(start, "a", "b"));
        play(20, decision -> answer(decision / 3 % 4, (decision + 1) / 4 % 4));
        issuer.beginRelease(start + 100);
        for (int now = start + 100; !issuer.isReleased(); now++) {
            assertThat(now).isLessThan(start + 200);
            second();
        }
        town.advance(Map.of(), start + 300);
        assertThat(town.released()).containsExactlyInAnyOrder("a:0", "b:0");
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
    }

    private void begin(FakeTown other) {
        town = other;
        issuer = issuer();
    }

    private PlanIssuer issuer() {
        return issuer(town.signals());
    }

    private PlanIssuer issuer(List<LiveSignal> signals) {
        Readings first = town.subscribe(town.subscriptions());
        return new PlanIssuer(
                signals,
                town.lights(),
                List.of(first.lightState(0), first.lightState(1)),
                first.seconds(),
                new DecisionLimits(DECISION, RECOVERY));
    }

    private void play(int decisions, IntFunction<ControllerResponse> controller) {
        play(decisions, DECISION, controller);
    }

    private void play(int decisions, int seconds, IntFunction<ControllerResponse> controller) {
        for (int decision = 0; decision < decisions; decision++) {
            Readings readings = town.subscribe(town.subscriptions());
            JointObservation observation = town.observer().observe(readings, issuer.shown());
            issuer.decide(readings.seconds(), observation, controller.apply(decision));
            IntStream.range(0, seconds).forEach(second -> second());
        }
    }

    private void second() {
        double now = town.subscribe(town.subscriptions()).seconds();
        Readings readings = town.advance(issuer.tick(now), now + 1);
        issuer.observe(now + 1, shown(readings), town.waiting(readings));
        issuer.release(now + 1).forEach(light -> town.resumeProgram(light, "0"));
    }

    private List<String> order(OperatorOrder.Action action, String light, int stage) {
        return issuer.execute(
                given(action, light, stage),
                town.subscribe(town.subscriptions()).seconds());
    }

    private static OperatorOrder given(OperatorOrder.Action action, String light, int stage) {
        return new OperatorOrder(action, Optional.of(light).filter(text -> !text.isEmpty()), stage, "looked at", "Ada");
    }

    private static List<String> shown(Readings readings) {
        return IntStream.range(0, 2).mapToObj(readings::lightState).toList();
    }

    /** In every second in which the program shows a stage, so does the signal; changes are the timing sheet's. */
    private void assertFollowsItsProgram(String light, int from, int to) {
        FakeTown alone = new FakeTown(0, light);
        alone.advance(Map.of(), to);
        for (int second = from; second < to; second++) {
            String own = alone.history(light).get(second);
            if (Phase.isStage(own)) {
                assertThat(town.history(light).get(second))
                        .as("%s at second %d", light, second)
                        .isEqualTo(own);
            }
        }
    }

    private static int longestWithout(String state, List<String> states) {
        int longest = 0;
        int without = 0;
        for (String shown : states) {
            without = shown.equals(state) ? 0 : without + 1;
            longest = Math.max(longest, without);
        }
        return longest;
    }

    private List<ControlMode> modes() {
        return issuer.signals().stream().map(signal -> signal.control().mode()).toList();
    }

    private static ControllerResponse answer(int... choices) {
        return new ControllerResponse.Answered(JointAction.of(choices));
    }
}
