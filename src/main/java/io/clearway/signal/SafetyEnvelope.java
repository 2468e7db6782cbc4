package io.clearway.signal;

import io.clearway.timing.SignalTiming;
import java.util.Optional;

/**
 * The only way to a signal's lights: turns any request at any time into a legal stretch of states, one per second. A
 * request is a stage to show; while it cannot be followed the signal stays with what it shows, or ends the change that
 * it is in. A change that has begun is completed. Used by one thread at a time.
 *
 * <p>What holds, by the signal's {@link SignalTiming}: no two conflicting movements have green together, every vehicle
 * movement that loses its green shows its yellow, nobody begins green or priority before the intergreen times of all
 * conflicting movements have passed, every green lasts its minimum. {@link RedLimit} chooses stages so that nobody
 * waits longer than the maximum red.
 */
public final class SafetyEnvelope {
    private final ConflictMatrix conflicts;
    private final SignalTiming timing;
    private final StageOrder order;
    private final StageChange change;
    private Phase target;
    /** The stage that is led to now: the target, or what has to be ended in order before it. */
    private Phase leg;

    /**
     * An envelope that goes on from what a signal shows.
     *
     * @param shown state of the signal, by whoever set it
     * @param first stage to change to from there
     * @throws IllegalArgumentException when the first stage is not legal
     */
    public SafetyEnvelope(ConflictMatrix conflicts, SignalTiming timing, String shown, Phase first) {
        this(conflicts, timing, StageOrder.ANY, shown, first);
    }

    /**
     * The same for stages in an order.
     *
     * @param order that the owner demands
     * @param shown state of the signal, by whoever set it
     * @param first stage to change to from there
     * @throws IllegalArgumentException when the first stage is not legal
     */
    public SafetyEnvelope(ConflictMatrix conflicts, SignalTiming timing, StageOrder order, String shown, Phase first) {
        this.conflicts = conflicts;
        this.timing = timing;
        this.order = order;
        this.change = new StageChange(timing, shown);
        this.target = first;
        requireLegal(first);
        this.leg = settled();
    }

    /** Why a request is not followed now. */
    public enum Refusal {
        /** It has another number of lights than the signal. */
        WRONG_LENGTH,
        /** It gives green to movements in conflict. */
        CONFLICT,
        /** A change of stages is under way. */
        CHANGING,
        /** The order of stages that the owner demands has another one next, which comes instead. */
        ORDER,
        /** A movement that would lose its green has not had its minimum. */
        MINIMUM_GREEN,
        /** Somebody has to be served by another stage before their maximum red is over. */
        MAXIMUM_RED
    }

    /** Why a stage cannot be changed to in the second that begins; empty when it can, or is what is shown. */
    public Optional<Refusal> refusal(Phase requested) {
        if (requested.equals(target)) {
            return Optional.empty();
        }
        return illegal(requested).or(() -> {
            if (!change.shows(target)) {
                return Optional.of(Refusal.CHANGING);
            }
            if (!order.allows(target, requested)) {
                return Optional.of(Refusal.ORDER);
            }
            return change.minimumGreenServed(requested) ? Optional.empty() : Optional.of(Refusal.MINIMUM_GREEN);
        });
    }

    /**
     * Goes on by one second.
     *
     * @param requested stage to show; where the order has another one next, that one comes
     * @return the state to show in the second that begins
     */
    public String tick(Phase requested) {
        Phase next = order.instead(target, requested);
        if (refusal(next).isEmpty()) {
            target = next;
        }
        if (change.shows(leg) && change.minimumGreenServed(target)) {
            leg = target;
        }
        change.tick(leg);
        return change.lights();
    }

    /**
     * Goes on from a state that somebody else set; the next seconds lead from there to the stage changed to. Greens
     * that it holds keep their minimum, unless some conflict: then all end at once.
     *
     * @param observed any text
     */
    public void override(String observed) {
        change.set(observed);
        leg = settled();
    }

    /** The stage that it becomes when the yellows are over; without green when some greens conflict. */
    private Phase settled() {
        String lights = change.lights();
        // whether a yellow was green with or without priority is not known
        boolean conflict = conflicts.find(lights.replace('y', 'G')).isPresent()
                && conflicts.find(lights.replace('y', 'g')).isPresent();
        StringBuilder stage = new StringBuilder();
        for (int index = 0; index < lights.length(); index++) {
            char light = lights.charAt(index);
            boolean stays = Phase.isGreen(light)
                    ? !conflict
                    : light == 's' || light == target.state().charAt(index);
            stage.append(stays ? light : 'r');
        }
        return new Phase(stage.toString());
    }

    /** The state shown in the present second. */
    public String shown() {
        return change.lights();
    }

    /** The stage that it shows or changes to. */
    public Phase target() {
        return target;
    }

    /** Whether it is between stages. */
    public boolean isChanging() {
        return !change.shows(target);
    }

    /** Whether nothing runs any more: every movement in green has had its minimum, every intergreen time has passed. */
    boolean mayEnd() {
        return !isChanging()
                && change.intergreensServed()
                && change.minimumGreenServed(new Phase("r".repeat(timing.size())));
    }

    /** All that decides what it may show later; equal keys behave equally. */
    public String key() {
        return change.key() + target.state() + leg.state();
    }

    /** A copy that goes on independently. */
    public SafetyEnvelope copy() {
        return new SafetyEnvelope(this);
    }

    private SafetyEnvelope(SafetyEnvelope other) {
        this.conflicts = other.conflicts;
        this.timing = other.timing;
        this.order = other.order;
        this.change = new StageChange(other.change);
        this.target = other.target;
        this.leg = other.leg;
    }

    /** Refuses a stage that may never be shown. */
    void requireLegal(Phase stage) {
        illegal(stage).ifPresent(refusal -> {
            throw new IllegalArgumentException("Stage '%s' cannot be shown: %s%s"
                    .formatted(
                            stage.state(),
                            refusal == Refusal.WRONG_LENGTH
                                    ? "the signal has %d lights".formatted(timing.size())
                                    : "its greens conflict, of indices ",
                            conflicts
                                    .find(stage.state())
                                    .map(found -> found.one() + " and " + found.other())
                                    .orElse("")));
        });
    }

    private Optional<Refusal> illegal(Phase stage) {
        if (stage.size() != timing.size()) {
            return Optional.of(Refusal.WRONG_LENGTH);
        }
        return conflicts.find(stage.state()).map(found -> Refusal.CONFLICT);
    }
}
