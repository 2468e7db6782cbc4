package io.clearway.signal;

import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One signal behind its {@link SafetyEnvelope}: which stages may be chosen, and what is shown whatever is chosen. Where
 * somebody has to be served before the maximum red is over, that stage comes first. Used by one thread at a time.
 */
public final class SignalGuard {
    private final List<Phase> stages;
    private final SignalTiming timing;
    private final StageOrder order;
    private final SafetyEnvelope envelope;
    private final RedLimit redLimit;
    private final WaitClock waits;
    private final SensorWatch sensors;
    /** Movements that some stage gives green; no recall ends a wait that none can end. */
    private final BitSet served = new BitSet();

    private Phase next;
    private boolean held;

    /**
     * What a signal may show.
     *
     * @param stages to choose from
     * @param conflicts of its movements
     * @param timing its times
     * @param order of the stages
     */
    public record Signal(List<Phase> stages, ConflictMatrix conflicts, SignalTiming timing, StageOrder order) {
        /** A signal whose stages are those that the timing sheet numbers. */
        public Signal(List<Phase> stages, ConflictMatrix conflicts, SignalTiming timing) {
            this(stages, conflicts, timing, StageOrder.of(stages, timing));
        }

        public Signal {
            stages = List.copyOf(stages);
            if (stages.isEmpty()) {
                throw new IllegalArgumentException("A signal needs at least one stage");
            }
        }
    }

    /**
     * A guard that goes on from what a signal shows.
     *
     * @param shown state of the signal, by whoever set it
     * @param first stage to change to from there
     * @param slackSeconds from one choice to the next
     * @throws IllegalArgumentException when a stage is not legal
     */
    public SignalGuard(Signal signal, String shown, Phase first, double slackSeconds) {
        this.stages = signal.stages();
        this.timing = signal.timing();
        this.order = signal.order();
        this.next = first;
        this.envelope = new SafetyEnvelope(signal.conflicts(), timing, order, shown, first);
        this.redLimit = new RedLimit(stages, timing, order, slackSeconds);
        this.waits = new WaitClock(timing.size());
        this.sensors = new SensorWatch(timing.size());
        stages.forEach(stage -> envelope.requireLegal(stage));
        IntStream.range(0, timing.size())
                .filter(index -> stages.stream().anyMatch(stage -> stage.isGreen(index)))
                .forEach(served::set);
    }

    /**
     * Takes in who waits. Pedestrians, whom no sensor reports, count as waiting always; and so does whoever may be at a
     * movement whose sensor may be dead ({@link SensorWatch}).
     *
     * @param seconds simulated time, never earlier than the observation before
     * @param hasWaiting by signal index
     */
    public void observe(double seconds, IntPredicate hasWaiting) {
        String shown = envelope.shown();
        IntPredicate isGreen = index -> Phase.isGreen(shown.charAt(index));
        sensors.observe(seconds, isGreen, index -> waits.waitedSeconds(index) > 0, hasWaiting);
        waits.observe(
                seconds,
                isGreen,
                index -> hasWaiting.test(index) || isRecalled(timing.movements().get(index), index));
    }

    private boolean isRecalled(MovementTiming movement, int index) {
        return served.get(index)
                && (movement.kind() == MovementTiming.Kind.PEDESTRIANS
                        || (movement.limitsRed()
                                && sensors.isSuspect(index, waits.redSeconds(index), movement.maximumRedSeconds())));
    }

    /** Seconds for which somebody has waited for a signal index; 0 where nobody waits. */
    public double waitedSeconds(int index) {
        return waits.waitedSeconds(index);
    }

    /** The stage that has to come instead of a chosen one, since somebody would else wait beyond the maximum red. */
    private Optional<Phase> due(Phase chosen) {
        return redLimit.due(envelope.target(), chosen, waits);
    }

    /** Why a stage may not be chosen now. */
    public Optional<SafetyEnvelope.Refusal> refusal(Phase stage) {
        return envelope.refusal(stage)
                .or(() -> due(stage)
                        .filter(due -> envelope.refusal(due).isEmpty())
                        .map(due -> SafetyEnvelope.Refusal.MAXIMUM_RED));
    }

    /** Which of the stages may be chosen now, by index; where none may, all, since the choice changes nothing. */
    public boolean[] legal() {
        boolean[] legal = new boolean[stages.size()];
        boolean any = false;
        for (int stage = 0; stage < legal.length; stage++) {
            legal[stage] = refusal(stages.get(stage)).isEmpty();
            any |= legal[stage];
        }
        if (!any) {
            Arrays.fill(legal, true);
        }
        return legal;
    }

    /**
     * Chooses a stage; it is changed to as soon as it may be.
     *
     * @return why it cannot be changed to at once
     */
    public Optional<SafetyEnvelope.Refusal> choose(Phase stage) {
        next = stage;
        held = false;
        return refusal(stage);
    }

    /** Chooses a stage and leaves the maximum red to whoever holds it, such as an operator. */
    public void hold(Phase stage) {
        next = stage;
        held = true;
    }

    /** Goes on by one second; the state to show in the second that begins. */
    public String tick() {
        Phase inOrder = order.instead(envelope.target(), next);
        return envelope.tick(held ? inOrder : due(inOrder).orElse(inOrder));
    }

    /** Goes on from a state that somebody else set. */
    public void override(String observed) {
        envelope.override(observed);
    }

    /** The state shown in the present second. */
    public String shown() {
        return envelope.shown();
    }

    /** The stage that it shows or changes to. */
    public Phase target() {
        return envelope.target();
    }

    /** Whether it is between stages. */
    public boolean isChanging() {
        return envelope.isChanging();
    }

    /** Whether the stage may end at any time, and any other begin: minimum green and intergreen times have passed. */
    public boolean mayEnd() {
        return envelope.mayEnd();
    }
}
