package io.clearway.verification;

import io.clearway.scenario.LiveSignal;
import io.clearway.signal.Phase;
import java.util.List;
import java.util.stream.Stream;

/** All stages that a signal can be made to show: those of controllers and those of its fixed-time program. */
final class Stages {
    private Stages() {}

    static List<Phase> of(LiveSignal signal) {
        Stream<Phase> ofProgram = signal.fixedTime().steps().stream()
                .filter(step -> Phase.isStage(step.state()))
                .map(step -> new Phase(step.state()));
        return Stream.concat(signal.phases().stream(), ofProgram).distinct().toList();
    }
}
