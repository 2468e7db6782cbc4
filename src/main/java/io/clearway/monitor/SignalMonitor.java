package io.clearway.monitor;

import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.SignalTiming;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Watches what one signal really shows, second by second, and trips on what no signal may show: the malfunction
 * management unit (NEMA TS 2, section 4) of a simulated signal. It knows nothing of whoever controls the signal: which
 * movements conflict it derives from the network, and only the seconds are those of the timing sheet.
 *
 * <p>The first trip stays until an operator resets it. Times are checked only where the monitor saw them begin: after
 * its start, after a second it missed, and after a state it could not read, only what a single state shows is checked
 * at first. For one thread.
 */
public final class SignalMonitor {
    /** Whoever waits at red may wait for this long beyond the maximum red, for running changes to end. */
    public static final int GRACE_SECONDS = 15;

    /** Simulated times are sums of steps. */
    static final double TOLERANCE_SECONDS = 0.01;

    private static final String UNKNOWN = "";
    private static final double LONGEST_STEP_SECONDS = 1 + TOLERANCE_SECONDS;
    private final StateForm form;
    private final PairCheck pairs;
    private final ChangeCheck changes;
    private final Clocks clocks;
    private final RedClock reds;
    private String before = UNKNOWN;
    private boolean unchecked = true;
    private double lastSeconds = Double.NaN;
    private double resetSeconds = Double.NEGATIVE_INFINITY;
    private Optional<Trip> trip = Optional.empty();

    /**
     * A monitor that has not seen anything yet.
     *
     * @param light of the network that runs
     * @param timing its times
     * @throws IllegalArgumentException when the light has a signal index that the timing lacks
     */
    public SignalMonitor(TrafficLight light, SignalTiming timing) {
        OwnerPrograms owner = new OwnerPrograms(light, timing.size());
        Foe[][] foes = Conflicts.of(light, timing, owner);
        form = new StateForm(light, timing.size(), owner);
        pairs = new PairCheck(foes);
        clocks = new Clocks(timing.size());
        changes = new ChangeCheck(timing, foes, clocks);
        reds = new RedClock(timing);
    }

    /**
     * Takes one second; one that was already observed is not taken again.
     *
     * @param state what the signal showed during it, in SUMO's characters
     * @param seconds simulated time
     * @param waiting whether somebody waits at a signal index
     * @return the trip that stays until it is reset; empty when all is well
     */
    public Optional<Trip> observe(String state, double seconds, IntPredicate waiting) {
        if (seconds == lastSeconds) {
            return trip;
        }
        double step = seconds - lastSeconds;
        if (!(step > 0 && step <= LONGEST_STEP_SECONDS)) {
            forget();
            resetSeconds = Double.NEGATIVE_INFINITY;
        }
        lastSeconds = seconds;
        if (unchecked || !state.equals(before)) {
            change(state, seconds);
        }
        if (!before.equals(UNKNOWN)) {
            watchReds(seconds, waiting);
        }
        return trip;
    }

    /** The trip that stays until it is reset. */
    public Optional<Trip> trip() {
        return trip;
    }

    /**
     * Ends the trip. What the signal shows after this second is checked, beginning with the state it has then; waits at
     * red are counted anew. Where its greens conflict then, they may end at once.
     *
     * @param seconds simulated time; what is shown until then, such as flashing, is followed but does not trip. At most
     *     the second after the last one observed
     */
    public void reset(double seconds) {
        if (!before.equals(UNKNOWN)
                && pairs.check(/* before= */ UNKNOWN, /* now= */ before, seconds)
                        .isPresent()) {
            // to clear a conflict matters more than how long its greens were
            clocks.forgetGreens();
        }
        trip = Optional.empty();
        resetSeconds = Math.min(seconds, lastSeconds + LONGEST_STEP_SECONDS);
        unchecked = true;
        reds.forget();
    }

    private void change(String state, double seconds) {
        keep(form.check(state, seconds), seconds);
        if (!form.readable(state)) {
            forget();
            return;
        }
        keep(pairs.check(unchecked ? UNKNOWN : before, state, seconds), seconds);
        if (!before.equals(UNKNOWN)) {
            keep(changes.checkEnds(before, state, seconds), seconds);
            clocks.update(before, state, seconds);
            keep(changes.checkBegins(before, state, seconds), seconds);
        }
        before = state;
        unchecked = !canTripAt(seconds);
    }

    private void watchReds(double seconds, IntPredicate waiting) {
        int overdue = reds.update(before, seconds, waiting);
        if (overdue != Trip.NO_INDEX && trip.isEmpty() && canTripAt(seconds)) {
            trip = Optional.of(reds.trip(overdue, before, seconds));
        }
    }

    private void keep(Optional<Trip> found, double seconds) {
        if (trip.isEmpty() && canTripAt(seconds)) {
            trip = found;
        }
    }

    private boolean canTripAt(double seconds) {
        return !(seconds <= resetSeconds);
    }

    private void forget() {
        before = UNKNOWN;
        unchecked = true;
        clocks.forget();
        reds.forget();
    }
}
