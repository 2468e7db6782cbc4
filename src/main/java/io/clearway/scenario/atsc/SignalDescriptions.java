package io.clearway.scenario.atsc;

import io.clearway.events.SignalSite;
import io.clearway.events.recording.RecordedSignals;
import io.clearway.events.recording.SignalSites;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.definition.ControlKind;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the signals of a problem as event logs do. */
final class SignalDescriptions {
    private SignalDescriptions() {}

    static RecordedSignals of(SignalProblem problem, AtscSettings settings) {
        RoadNetwork roads = problem.network().compiled().roads();
        List<ControlledSignal> signals = problem.network().signals();
        Map<String, RoadNetwork.TrafficLight> lights =
                roads.lights().stream().collect(Collectors.toMap(RoadNetwork.TrafficLight::id, light -> light));
        SignalSites describe = new SignalSites(roads);
        List<SignalSite> sites = new ArrayList<>();
        for (ControlledSignal signal : signals) {
            RoadNetwork.TrafficLight light = lights.get(signal.id());
            if (light == null) {
                throw new IllegalArgumentException("The network has no traffic light '%s'".formatted(signal.id()));
            }
            sites.add(describe.describe(sites.size(), light, stages(signal)));
        }
        boolean planned = settings.control() == ControlKind.PROGRAM;
        return new RecordedSignals(
                sites,
                describe.places(sites),
                signals.stream()
                        .map(signal ->
                                planned ? (int) Math.round(signal.program().cycleSeconds()) : 0)
                        .toList());
    }

    /** What its agent chooses from, and what its program stays in. */
    private static List<String> stages(ControlledSignal signal) {
        return Stream.concat(
                        signal.phases().stream().map(Phase::state),
                        signal.program().steps().stream()
                                .map(SignalProgram.Step::state)
                                .filter(Phase::isStage))
                .distinct()
                .toList();
    }
}
