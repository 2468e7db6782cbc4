package io.clearway.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.monitor.Trip.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The code of formulas, envelope and guard is changed, one place at a time, compiled and loaded; what goes wrong then
 * is found by the monitor, whose code stays as it is, against times worked out by hand. The list stands in
 * docs/safety.md.
 */
class MutantsTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAChangeNothingIsFound() {
        assertThat(MutantCheck.inFormulas()).isEmpty();
        assertThat(MutantCheck.inGuards()).isEmpty();
        assertThat(FormulaJunction.computed()).isEqualTo(FormulaJunction.byHand());
    }

    /** Places that are changed, and what is found. */
    @SuppressWarnings("ImmutableEnumChecker") // lists without change
    enum Mutant {
        YELLOW_WITHOUT_REACTION(Kind.SHORT_YELLOW, FORMULAS, "REACTION_SECONDS = 1.0", "REACTION_SECONDS = 0"),
        YELLOW_BY_HARD_BRAKING(Kind.SHORT_YELLOW, FORMULAS, "DECELERATION = 3.05", "DECELERATION = 6.1"),
        YELLOW_WITHOUT_GRADE(Kind.SHORT_YELLOW, FORMULAS, "GRAVITY * downhill", "0 * downhill"),
        GRADE_UPSIDE_DOWN(Kind.SHORT_YELLOW, FORMULAS, "Math.min(0, grade)", "Math.min(0, -grade)"),
        YELLOW_BELOW_THREE_SECONDS(Kind.SHORT_YELLOW, FORMULAS, "SHORTEST_YELLOW = 3", "SHORTEST_YELLOW = 1"),
        YELLOW_OF_FAST_ROADS(Kind.SHORT_YELLOW, FORMULAS, "RILSA_FASTER_YELLOW = 5", "RILSA_FASTER_YELLOW = 4"),
        NO_TIME_TO_CROSS(
                Kind.SHORT_CLEARANCE, FORMULAS, "CROSSING_STRAIGHT_SECONDS = 3", "CROSSING_STRAIGHT_SECONDS = 0"),
        NO_TIME_TO_TURN(Kind.SHORT_CLEARANCE, FORMULAS, "CROSSING_TURNING_SECONDS = 2", "CROSSING_TURNING_SECONDS = 0"),
        CLEARING_FAST(Kind.SHORT_CLEARANCE, FORMULAS, "CLEARING_STRAIGHT_SPEED = 10", "CLEARING_STRAIGHT_SPEED = 20"),
        TURNING_FAST(Kind.SHORT_CLEARANCE, FORMULAS, "CLEARING_TURNING_SPEED = 7", "CLEARING_TURNING_SPEED = 14"),
        NO_LENGTH(Kind.SHORT_CLEARANCE, FORMULAS, " VEHICLE_METERS = 6", " VEHICLE_METERS = 0"),
        ENTERING_SLOWLY(Kind.SHORT_CLEARANCE, FORMULAS, "ENTERING_SPEED = 40 / 3.6", "ENTERING_SPEED = 10 / 3.6"),
        ROUNDED_DOWN(Kind.SHORT_CLEARANCE, FORMULAS, "Math.ceil(crossing", "Math.floor(crossing"),
        WALKING_FAST(Kind.SHORT_WALK_CLEARANCE, FORMULAS, "WALKING_SPEED = 1.2", "WALKING_SPEED = 1.8"),
        BICYCLES_AS_FAST_AS_CARS(Kind.SHORT_CLEARANCE, FORMULAS, "BICYCLE_SPEED = 4", "BICYCLE_SPEED = 10"),
        BICYCLES_THAT_STOP_AT_ONCE(
                Kind.SHORT_CLEARANCE, FORMULAS, "BICYCLE_CROSSING_SECONDS = 1", "BICYCLE_CROSSING_SECONDS = 0"),
        TRAMS_AS_SHORT_AS_CARS(Kind.SHORT_CLEARANCE, FORMULAS, "TRAM_METERS = 15", "TRAM_METERS = 6"),
        TRAMS_THAT_BRAKE_LIKE_CARS(Kind.SHORT_CLEARANCE, FORMULAS, "TRAM_DECELERATION = 1.4", "TRAM_DECELERATION = 3"),
        NOBODY_BUT_CARS(
                Kind.SHORT_CLEARANCE, "timing/Clearance", "return (from.stated()", "return false && (from.stated()"),
        CONFLICT_POINT_AT_THE_STOP_LINE(
                Kind.SHORT_CLEARANCE,
                "timing/ConflictPoint",
                "new ConflictPoint(clearing.lengthMeters(), 0)",
                "new ConflictPoint(0, 0)"),
        OWNERS_TIMES_UNDERCUT(
                Kind.SHORT_YELLOW,
                "timing/TimingSheets",
                "Math.max(owner.orElse(computed), computed)",
                "Math.min(owner.orElse(computed), computed)"),
        NO_MINIMUM_GREEN(Kind.SHORT_GREEN, "timing/TimingSheets", "MINIMUM_GREEN = 5", "MINIMUM_GREEN = 0"),
        SHORT_WALK(Kind.SHORT_GREEN, "timing/TimingSheets", "MINIMUM_WALK = 7", "MINIMUM_WALK = 4"),
        ENDLESS_MAXIMUM_RED(Kind.FROZEN, "timing/TimingSheets", "MAXIMUM_RED = 120", "MAXIMUM_RED = 100_000"),
        YELLOW_ENDS_EARLY(
                Kind.SHORT_YELLOW, CHANGE, "ended[index] >= yellow(index)", "ended[index] + 1 >= yellow(index)"),
        YELLOW_LEFT_OUT(Kind.MISSING_YELLOW, CHANGE, "yellow(index) > 0 ? 'y' : 'r'", "'r'"),
        GREEN_BEFORE_THE_CLEARANCE(
                Kind.SHORT_CLEARANCE,
                CHANGE,
                "ended[index] < timing.intergreens().seconds(index, beginning)",
                "ended[index] + 1 < timing.intergreens().seconds(index, beginning)"),
        NOTHING_AWAITED(Kind.MISSING_YELLOW, CHANGE, "boolean cleared = cleared(target)", "boolean cleared = true"),
        PRIORITY_AT_ONCE(
                Kind.SHORT_CLEARANCE,
                CHANGE,
                "|| (target.hasPriority(index) && lights[index] != 'G')",
                "|| (false && lights[index] != 'G')"),
        GREEN_COUNTED_TWICE(Kind.SHORT_GREEN, CHANGE, "green[index] + 1, longest", "green[index] + 2, longest"),
        RED_COUNTED_TWICE(Kind.SHORT_YELLOW, CHANGE, "ended[index] + 1, longest", "ended[index] + 2, longest"),
        MINIMUM_GREEN_NOT_AWAITED(
                Kind.SHORT_GREEN,
                CHANGE,
                "green[index] < timing.movements().get(index).minimumGreenSeconds()",
                "green[index] + 1 < timing.movements().get(index).minimumGreenSeconds()"),
        CONFLICTS_NOT_ASKED(
                Kind.CONFLICTING_GREEN,
                "signal/SafetyEnvelope",
                "illegal(stage).ifPresent(refusal -> {",
                "Optional.<Refusal>empty().ifPresent(refusal -> {"),
        NO_CONFLICTS(Kind.CONFLICTING_GREEN, MATRIX, "if (!hasRightOfWay(link, foe))", "if (false)"),
        EVERY_GREEN_YIELDS(
                Kind.CONFLICTING_GREEN, MATRIX, "light == 'g' && yields.get(index).get(other)", "light == 'g'"),
        NOBODY_IS_DUE(Kind.FROZEN, LIMIT, "clock) > roundSeconds", "clock) > -1e9"),
        DUE_TOO_LATE(Kind.FROZEN, LIMIT, "time >= deadline(index, clock)", "time >= deadline(index, clock) + 90"),
        DUE_STAGE_NOT_TAKEN(Kind.FROZEN, "signal/SignalGuard", "due(inOrder).orElse(inOrder)", "inOrder"),
        WAITS_NOT_COUNTED(Kind.FROZEN, "signal/WaitClock", ": waited[index] + elapsed", ": waited[index]"),
        ORDER_NOT_KEPT(Kind.OUT_OF_ORDER, ORDER, "return after(shown);", "return requested;"),
        STAGE_LEFT_OUT(Kind.OUT_OF_ORDER, ORDER, "order.indexOf(stage) + 1", "order.indexOf(stage) + 2");

        private final Kind found;
        private final String source;
        private final List<String> changes;

        Mutant(Kind found, String source, String... changes) {
            this.found = found;
            this.source = source;
            this.changes = List.of(changes);
        }
    }

    private static final String FORMULAS = "timing/TimingFormulas";
    private static final String CHANGE = "signal/StageChange";
    private static final String MATRIX = "signal/ConflictMatrix";
    private static final String LIMIT = "signal/RedLimit";
    private static final String ORDER = "signal/StageOrder";

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void aChangeOfTheCodeIsFound(Mutant mutant) throws Exception {
        ClassLoader mutated = MutatedClasses.of(mutant.source, mutant.changes, folder);
        Object found = mutated.loadClass(MutantCheck.class.getName())
                .getMethod(mutant.source.startsWith("timing") ? "inFormulas" : "inGuards")
                .invoke(null);
        assertThat((Set<?>) found).asString().contains(mutant.found.name());
    }
}
