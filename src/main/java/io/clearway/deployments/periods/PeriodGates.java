package io.clearway.deployments.periods;

import io.clearway.deployments.Deployments;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.control.SignalEvent;
import io.clearway.report.comparison.ValidityGate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The conditions under which two periods of live traffic may be compared, and what their samples cannot tell. */
final class PeriodGates {
    /** Of the vehicles that were due per hour. */
    private static final double DEMAND_TOLERANCE = 0.05;
    /** As for episodes: more per due vehicle, and jams were cleared by the simulator. */
    private static final double TELEPORTS_PER_VEHICLE = 0.005;

    private static final String NO_SEEDS =
            "live traffic has none: that both periods had the same demand cannot be known,"
                    + " only that as many vehicles were due";
    private static final String UNKNOWN = "samples do not tell delay, stops and travel time of trips, modes of travel,"
            + " single signals and movements, walkers, emissions; compare held-out episodes for those";

    private final PeriodPair periods;

    private PeriodGates(PeriodPair periods) {
        this.periods = periods;
    }

    static List<ValidityGate> of(PeriodPair periods) {
        PeriodGates gates = new PeriodGates(periods);
        return List.of(
                gates.quarterHours(),
                gates.timeOfDay(),
                ValidityGate.note("seeds", NO_SEEDS),
                gates.same("network", LivePeriod::scenario),
                gates.same("simulator", LivePeriod::simulator),
                gates.demand(),
                gates.control(),
                gates.teleports(),
                gates.collisions(),
                ValidityGate.note("not measured", UNKNOWN));
    }

    private ValidityGate quarterHours() {
        int before = PeriodPair.size(periods.first());
        int after = PeriodPair.size(periods.second());
        boolean passed = Math.min(before, after) >= PeriodPair.FEWEST;
        String text = "%d complete ones before and %d after are compared, of %d and %d that the periods have"
                .formatted(
                        before,
                        after,
                        QuarterHour.within(periods.before().period()),
                        QuarterHour.within(periods.after().period()));
        return ValidityGate.of(
                "quarter-hours",
                passed,
                passed ? text : text + "; give longer periods, with at least %d each".formatted(PeriodPair.FEWEST));
    }

    private ValidityGate timeOfDay() {
        return periods.paired()
                ? ValidityGate.of("time of day", true, "both periods have the same times of day")
                : ValidityGate.note(
                        "time of day",
                        "the periods have other times of day: what differs between these differs in the results, too");
    }

    private ValidityGate same(String name, Function<LivePeriod, String> of) {
        String before = of.apply(periods.before());
        String after = of.apply(periods.after());
        return ValidityGate.of(
                name,
                before.equals(after),
                before.equals(after)
                        ? "the same throughout: " + before
                        : "%s before, %s after; compare deployments of one".formatted(before, after));
    }

    private ValidityGate demand() {
        ToDoubleFunction<QuarterHour> due = PeriodGates::due;
        double before = periods.before(due).mean();
        double after = periods.after(due).mean();
        boolean passed = Math.abs(after - before) <= DEMAND_TOLERANCE * Math.max(before, after);
        String text = String.format(Locale.ROOT, "%.0f vehicles due per hour before, %.0f after", before, after);
        return ValidityGate.of(
                "demand", passed, passed ? text : text + ", more than 5 % apart; give periods of alike demand");
    }

    /** Vehicles that entered, or became due and still wait, per hour. */
    private static double due(QuarterHour hour) {
        return hour.perHour(PeriodGates::due);
    }

    private static double due(LiveMetrics sample) {
        return sample.counts().departed() + sample.counts().waitingToEnter();
    }

    /** A signal on fixed time because of a fault is not controlled; an order of an operator is worth a look. */
    private ValidityGate control() {
        long faults = events().filter(event -> event.kind().isFault()).count();
        long orders =
                events().filter(event -> event.kind() == SignalEvent.Kind.ORDER).count();
        if (faults > 0) {
            return ValidityGate.of(
                    "control", false, "%d faults of signals, which then run fixed time".formatted(faults));
        }
        if (sides().anyMatch(LivePeriod::mayLackEvents)) {
            return ValidityGate.note(
                    "control",
                    "only the newest %d faults and orders of a deployment are kept: those of a period may be missing"
                            .formatted(Deployments.MOST_EVENTS));
        }
        long earlier = sides().mapToLong(LivePeriod::faultsBefore).sum();
        if (earlier > 0) {
            return ValidityGate.note(
                    "control",
                    ("%d faults of signals before the periods, which may last into them; %d orders of operators within"
                                    + " them")
                            .formatted(earlier, orders));
        }
        return orders > 0
                ? ValidityGate.note("control", "%d orders of operators, which the controller obeys".formatted(orders))
                : ValidityGate.of("control", true, "no faults of signals and no orders of operators are kept of them");
    }

    private Stream<SignalEvent> events() {
        return sides().flatMap(side -> side.eventsWithin().stream());
    }

    private Stream<LivePeriod> sides() {
        return Stream.of(periods.before(), periods.after());
    }

    private ValidityGate teleports() {
        return rare(
                "teleports", TELEPORTS_PER_VEHICLE, sample -> sample.counts().teleported());
    }

    private ValidityGate collisions() {
        return rare("collisions", 0, sample -> sample.counts().collided());
    }

    private ValidityGate rare(String name, double mostPerVehicle, ToDoubleFunction<LiveMetrics> count) {
        double before = periods.before(hour -> hour.perHour(count)).mean();
        double after = periods.after(hour -> hour.perHour(count)).mean();
        boolean passed = before
                        <= mostPerVehicle * periods.before(PeriodGates::due).mean()
                && after <= mostPerVehicle * periods.after(PeriodGates::due).mean();
        return ValidityGate.of(
                name, passed, String.format(Locale.ROOT, "%.2f per hour before, %.2f after", before, after));
    }
}
