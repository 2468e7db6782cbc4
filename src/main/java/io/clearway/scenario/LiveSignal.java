package io.clearway.scenario;

import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;
import io.clearway.signal.StageOrder;
import io.clearway.timing.SignalTiming;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has to be known to drive one signal safely.
 *
 * @param light the traffic light
 * @param phases what the controller may choose, by action
 * @param fixedTime the network's own program
 * @param conflicts which movements must not meet
 * @param timing times that it keeps to whoever decides
 * @param programmed whether it follows its own program, second by second, instead of decisions
 */
public record LiveSignal(
        String light,
        List<Phase> phases,
        SignalProgram fixedTime,
        ConflictMatrix conflicts,
        SignalTiming timing,
        boolean programmed) {
    public LiveSignal {
        phases = List.copyOf(phases);
    }

    /** One that follows decisions. */
    public LiveSignal(
            String light, List<Phase> phases, SignalProgram fixedTime, ConflictMatrix conflicts, SignalTiming timing) {
        this(light, phases, fixedTime, conflicts, timing, false);
    }

    /** The order of the controller's phases that the owner demands. */
    public StageOrder order() {
        return StageOrder.of(phases, timing);
    }

    /** All stages that it can be made to show: the controller's phases, then those of the fixed-time program. */
    public List<Phase> stages() {
        Stream<Phase> ofProgram = fixedTime.steps().stream()
                .filter(step -> Phase.isStage(step.state()))
                .map(step -> new Phase(step.state()));
        return Stream.concat(phases.stream(), ofProgram).distinct().toList();
    }
}
