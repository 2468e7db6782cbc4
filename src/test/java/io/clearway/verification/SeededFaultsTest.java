package io.clearway.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clearway.monitor.SignalMonitor;
import io.clearway.monitor.Trip;
import io.clearway.monitor.Trip.Kind;
import io.clearway.scenario.LiveSignal;
import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.signal.SafetyEnvelope;
import io.clearway.signal.SignalGuard;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that are put in on purpose, one at a time: each is found. The list stands in docs/safety.md. */
class SeededFaultsTest {
    private static final int STATES = 100_000;

    @Test
    void withoutFaultNothingIsFound() {
        EnvelopeWalk walk = walk(WalkedJunction.timing());
        assertThat(walk.violations()).isEmpty();
        assertThat(walk.states()).isGreaterThan(100);
        SignalVerification whole =
                SignalVerifier.verify(WalkedJunction.signal(WalkedJunction.timing()), WalkedJunction.light());
        assertThat(whole.violations()).isEmpty();
        assertThat(whole.longestWaitSeconds()).isBetween(60.0, 90.0);
    }

    /** Faults of the times that the envelope works with, while the monitor requires the right ones. */
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    enum TimeFault {
        YELLOW_SHORT_BY_A_SECOND(timing -> yellow(timing, WalkedJunction.THROUGH, 2), Kind.SHORT_YELLOW),
        YELLOW_OF_THE_TURN_SHORT(timing -> yellow(timing, WalkedJunction.LEFT, 2), Kind.SHORT_YELLOW),
        NO_YELLOW(timing -> yellow(timing, WalkedJunction.CROSS, 0), Kind.MISSING_YELLOW),
        CLEARANCE_SHORT_BY_A_SECOND(
                timing -> intergreen(timing, WalkedJunction.THROUGH, WalkedJunction.CROSS, 4), Kind.SHORT_CLEARANCE),
        CLEARANCE_OF_THE_TURN_SHORT(
                timing -> intergreen(timing, WalkedJunction.LEFT, WalkedJunction.CROSS, 4), Kind.SHORT_CLEARANCE),
        CLEARANCE_BACK_SHORT(
                timing -> intergreen(timing, WalkedJunction.CROSS, WalkedJunction.LEFT, 3), Kind.SHORT_CLEARANCE),
        NO_CLEARANCE(
                timing -> intergreen(timing, WalkedJunction.CROSS, WalkedJunction.THROUGH, 3), Kind.SHORT_CLEARANCE),
        PRIORITY_TOO_EARLY(
                timing -> intergreen(timing, WalkedJunction.THROUGH, WalkedJunction.LEFT, 4), Kind.SHORT_CLEARANCE),
        CLEARANCE_TO_THE_WALK_SHORT(
                timing -> intergreen(timing, WalkedJunction.CROSS, WalkedJunction.WALK_NORTH, 4), Kind.SHORT_CLEARANCE),
        WALK_CLEARANCE_SHORT_BY_A_SECOND(
                timing -> intergreen(timing, WalkedJunction.WALK_NORTH, WalkedJunction.CROSS, 7),
                Kind.SHORT_WALK_CLEARANCE),
        NO_WALK_CLEARANCE(
                timing -> intergreen(timing, WalkedJunction.WALK_EAST, WalkedJunction.THROUGH, 0),
                Kind.SHORT_WALK_CLEARANCE),
        WALKING_AT_DOUBLE_SPEED(
                timing -> intergreen(timing, WalkedJunction.WALK_EAST, WalkedJunction.LEFT, 4),
                Kind.SHORT_WALK_CLEARANCE),
        GREEN_SHORT_BY_A_SECOND(timing -> green(timing, WalkedJunction.CROSS, 4), Kind.SHORT_GREEN),
        NO_MINIMUM_GREEN(timing -> green(timing, WalkedJunction.LEFT, 0), Kind.SHORT_GREEN),
        WALK_SHORT_BY_A_SECOND(timing -> green(timing, WalkedJunction.WALK_EAST, 6), Kind.SHORT_GREEN);

        private final UnaryOperator<SignalTiming> fault;
        private final Kind found;

        TimeFault(UnaryOperator<SignalTiming> fault, Kind found) {
            this.fault = fault;
            this.found = found;
        }
    }

    @ParameterizedTest
    @EnumSource(TimeFault.class)
    void wrongTimesAreFound(TimeFault seeded) {
        assertThat(kinds(walk(seeded.fault.apply(WalkedJunction.timing())).violations()))
                .contains(seeded.found);
    }

    @Test
    void maximumRedThatIsNotKeptIsFound() {
        SignalTiming patient = movements(
                WalkedJunction.timing(),
                -1,
                movement -> new MovementTiming(
                        movement.kind(), movement.yellowSeconds(), movement.minimumGreenSeconds(), 300));
        WaitWalk walk = new WaitWalk(WalkedJunction.signal(patient), WalkedJunction.light(), WalkedJunction.timing());
        assertThat(walk.stubborn()).map(Trip::kind).contains(Kind.FROZEN);
    }

    @Test
    void aMovementWhoseBusySensorDiesIsServedWithinTwiceItsMaximumRed() {
        int dies = 1200;
        assertThat(longestRed(second -> second < dies && second % 10 == 0, dies))
                .isBetween(91, 180);
    }

    @Test
    void aMovementWhoseSensorWasAlwaysDeadIsServedWithinFiveTimesItsMaximumRed() {
        assertThat(longestRed(second -> false, 0)).isBetween(361, 450);
    }

    /**
     * The longest red of the crossing movement, whose maximum is 90 s, while a controller never leaves the other.
     *
     * @param reported when its sensor reports somebody
     * @param begin reds that end before this second do not count
     */
    private static int longestRed(IntPredicate reported, int begin) {
        SignalTiming withoutWalkers = movements(
                WalkedJunction.timing(),
                -1,
                movement -> new MovementTiming(MovementTiming.Kind.VEHICLES, 3, movement.minimumGreenSeconds(), 90));
        LiveSignal signal = WalkedJunction.signal(withoutWalkers);
        SignalGuard guard = new SignalGuard(
                new SignalGuard.Signal(signal.phases(), signal.conflicts(), signal.timing()),
                WalkedJunction.NORTH,
                new Phase(WalkedJunction.NORTH),
                5);
        int lastGreen = 0;
        int longest = 0;
        for (int second = 1; second < 3600; second++) {
            int now = second;
            String shown = guard.tick();
            guard.observe(
                    second,
                    index -> index == WalkedJunction.THROUGH || (index == WalkedJunction.CROSS && reported.test(now)));
            lastGreen = shown.charAt(WalkedJunction.CROSS) == 'G' ? second : lastGreen;
            longest = second < begin ? 0 : Math.max(longest, second - lastGreen);
        }
        return longest;
    }

    /** Stages that must not be: protected greens that cross, walkers and cars, a turn that does not yield. */
    @ParameterizedTest
    @ValueSource(strings = {"GrGrr", "GGrrr", "rrGGr", "GrrrG", "rGrrG", "rgGrr", "gGrrr", "rrgGr"})
    void unsafeStagesAreRefusedByTheEnvelopeAndFoundByTheMonitor(String stage) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SafetyEnvelope(
                        ConflictMatrix.of(WalkedJunction.light()),
                        WalkedJunction.timing(),
                        WalkedJunction.NORTH,
                        new Phase(stage)));
        SignalMonitor monitor = new SignalMonitor(WalkedJunction.light(), WalkedJunction.timing());
        assertThat(monitor.observe(stage, 1, index -> false)).map(Trip::kind).contains(Kind.CONFLICTING_GREEN);
    }

    /** Faults on the way from the envelope to the lights. */
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    enum PathFault {
        YELLOW_LEFT_OUT(states -> each(states, state -> state.replace('y', 'r')), Kind.MISSING_YELLOW),
        PRIORITY_AT_ONCE(
                states -> each(states, state -> state.equals("ygrGr") ? "yGrGr" : state), Kind.GREEN_AGAINST_YELLOW),
        GREEN_AT_ONCE(
                states -> each(states, state -> state.equals("rryrr") ? WalkedJunction.NORTH : state),
                Kind.MISSING_YELLOW),
        CLEARANCE_LEFT_OUT(SeededFaultsTest::withoutAllRed, Kind.SHORT_CLEARANCE),
        LAMP_MISSING(states -> each(states, state -> state.substring(1)), Kind.WRONG_LENGTH),
        LAMP_ADDED(states -> each(states, state -> state + "G"), Kind.WRONG_LENGTH),
        UNKNOWN_COLOR(states -> each(states, state -> state.replace('y', 'x')), Kind.UNKNOWN_STATE),
        DARK(states -> each(states, state -> "ooooo"), Kind.DARK),
        STUCK(states -> each(states, state -> WalkedJunction.EAST), Kind.FROZEN),
        ALL_GREEN_BY_ANOTHER_CLIENT(states -> with(states, 200, "GGGGG"), Kind.CONFLICTING_GREEN),
        ANOTHER_STAGE_BY_ANOTHER_CLIENT(SeededFaultsTest::otherStageForASecond, Kind.MISSING_YELLOW),
        ONE_LAMP_LATE(SeededFaultsTest::firstLampLate, Kind.CONFLICTING_GREEN);

        private final UnaryOperator<List<String>> fault;
        private final Kind found;

        PathFault(UnaryOperator<List<String>> fault, Kind found) {
            this.fault = fault;
            this.found = found;
        }
    }

    @ParameterizedTest
    @EnumSource(PathFault.class)
    void faultsBetweenEnvelopeAndLightsAreFound(PathFault seeded) {
        assertThat(watched(drive())).isEmpty();
        assertThat(watched(seeded.fault.apply(drive()))).contains(seeded.found);
    }

    /** Ten minutes of stages in turn. */
    private static List<String> drive() {
        List<Phase> stages =
                WalkedJunction.signal(WalkedJunction.timing()).phases().subList(0, 3);
        SafetyEnvelope envelope = new SafetyEnvelope(
                ConflictMatrix.of(WalkedJunction.light()),
                WalkedJunction.timing(),
                WalkedJunction.NORTH,
                stages.get(0));
        List<String> states = new ArrayList<>();
        for (int second = 0; second < 600; second++) {
            states.add(envelope.tick(stages.get(second / 20 % stages.size())));
        }
        return states;
    }

    private static Set<Kind> watched(List<String> states) {
        SignalMonitor monitor = new SignalMonitor(WalkedJunction.light(), WalkedJunction.timing());
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        for (int second = 0; second < states.size(); second++) {
            monitor.observe(states.get(second), second, index -> true)
                    .map(Trip::kind)
                    .ifPresent(found::add);
            if (monitor.trip().isPresent()) {
                monitor.reset(second);
            }
        }
        return found;
    }

    private static List<String> each(List<String> states, UnaryOperator<String> fault) {
        return states.stream().map(fault).toList();
    }

    private static List<String> with(List<String> states, int second, String state) {
        List<String> faulty = new ArrayList<>(states);
        faulty.set(second, state);
        return faulty;
    }

    private static List<String> otherStageForASecond(List<String> states) {
        int second = states.lastIndexOf(WalkedJunction.NORTH);
        return with(states, second, WalkedJunction.EAST);
    }

    private static List<String> withoutAllRed(List<String> states) {
        List<String> faulty = new ArrayList<>(states);
        for (int second = states.size() - 2; second >= 0; second--) {
            if (faulty.get(second).equals("rrrrr")) {
                faulty.set(second, faulty.get(second + 1));
            }
        }
        return faulty;
    }

    private static List<String> firstLampLate(List<String> states) {
        List<String> faulty = new ArrayList<>(states);
        for (int second = 10; second < states.size(); second++) {
            faulty.set(
                    second,
                    states.get(second - 10).charAt(0) + states.get(second).substring(1));
        }
        return faulty;
    }

    private static EnvelopeWalk walk(SignalTiming timing) {
        EnvelopeWalk walk = new EnvelopeWalk(
                WalkedJunction.signal(timing), WalkedJunction.light(), WalkedJunction.timing(), STATES);
        walk.walk();
        return walk;
    }

    private static Set<Kind> kinds(List<Trip> trips) {
        return trips.stream().map(Trip::kind).collect(Collectors.toSet());
    }

    private static SignalTiming yellow(SignalTiming timing, int index, int seconds) {
        return movements(
                timing,
                index,
                movement -> new MovementTiming(
                        movement.kind(), seconds, movement.minimumGreenSeconds(), movement.maximumRedSeconds()));
    }

    private static SignalTiming green(SignalTiming timing, int index, int seconds) {
        return movements(
                timing,
                index,
                movement -> new MovementTiming(
                        movement.kind(), movement.yellowSeconds(), seconds, movement.maximumRedSeconds()));
    }

    /** Changes the movement of an index, or with −1 all. */
    private static SignalTiming movements(SignalTiming timing, int index, UnaryOperator<MovementTiming> change) {
        List<MovementTiming> movements = new ArrayList<>(timing.movements());
        for (int one = 0; one < movements.size(); one++) {
            if (index < 0 || one == index) {
                movements.set(one, change.apply(movements.get(one)));
            }
        }
        return new SignalTiming(movements, timing.intergreens());
    }

    private static SignalTiming intergreen(SignalTiming timing, int ending, int beginning, int seconds) {
        List<Intergreens.Entry> entries = timing.intergreens().entries().stream()
                .map(entry -> entry.ending() == ending && entry.beginning() == beginning
                        ? new Intergreens.Entry(ending, beginning, seconds)
                        : entry)
                .toList();
        return new SignalTiming(timing.movements(), Intergreens.of(timing.size(), entries));
    }
}
