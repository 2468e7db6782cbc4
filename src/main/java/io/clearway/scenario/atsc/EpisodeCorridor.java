package io.clearway.scenario.atsc;

import io.clearway.metric.CorridorMeasures;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.corridor.CorridorFinder;
import io.clearway.scenario.corridor.CorridorRecorder;
import io.clearway.scenario.corridor.CorridorRequest;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.trips.SimulationRecords;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records a corridor in an episode. */
final class EpisodeCorridor implements EpisodeObserver {
    private final List<String> lights;
    private final double stepSeconds;
    private final CorridorRecorder recorder;

    /**
     * @param given the corridor as a user names it
     * @param folder that the records are written into
     */
    EpisodeCorridor(SignalProblem problem, String given, Path folder) {
        this.lights =
                problem.network().signals().stream().map(ControlledSignal::id).toList();
        this.stepSeconds = problem.definition().timing().stepSeconds();
        CorridorRequest request = CorridorRequest.of(given);
        this.recorder = new CorridorRecorder(
                request.name(), new CorridorFinder(problem.network().compiled().roads()).find(request), folder);
    }

    @Override
    public SimulationSetup equip(SimulationSetup setup) {
        return setup.tracing(recorder.roads());
    }

    /** A state that is read after a step was shown from the beginning of the step. */
    @Override
    public void sample(Readings readings, Queues queues) {
        Map<String, String> states = new HashMap<>();
        for (int light = 0; light < lights.size(); light++) {
            states.put(lights.get(light), readings.lightState(light));
        }
        recorder.show(states, readings.seconds() - stepSeconds, readings.seconds());
    }

    @Override
    public SimulationRecords records() {
        return recorder;
    }

    @Override
    public List<CorridorMeasures> complete() {
        return recorder.complete();
    }

    @Override
    public void close() {
        recorder.close();
    }
}
