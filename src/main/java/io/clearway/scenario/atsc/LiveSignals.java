package io.clearway.scenario.atsc;

import io.clearway.events.recording.RecordedSignals;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.definition.ControlKind;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.CurrentPhases;
import io.clearway.scenario.atsc.sensing.LaneSensors;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.timing.SignalTiming;
import io.clearway.timing.TimingSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The signals of a problem, seen and run as under these settings, in a simulation that somebody else runs. */
final class LiveSignals implements LiveInterface {
    private final SignalProblem problem;
    private final AtscSettings settings;
    private final SignalSensors sensors;
    /** Made when first needed, as the times of a large network take a while. */
    private final List<LiveSignal> signals = new ArrayList<>();

    LiveSignals(SignalProblem problem, AtscSettings settings) {
        this.problem = problem;
        this.settings = settings;
        this.sensors = problem.sensors(settings);
    }

    @Override
    public synchronized List<LiveSignal> signals() {
        if (signals.isEmpty()) {
            for (int agent = 0; agent < sensors.signals().size(); agent++) {
                ControlledSignal signal = sensors.signals().get(agent);
                SignalTiming timing = sensors.times().get(agent).timing();
                signals.add(new LiveSignal(
                        signal.id(),
                        signal.phases(),
                        signal.program(),
                        signal.conflicts(),
                        timing,
                        settings.control() == ControlKind.PROGRAM));
            }
        }
        return List.copyOf(signals);
    }

    @Override
    public TimingSheet timings() {
        Map<String, SignalTiming> times = new TreeMap<>();
        signals().forEach(signal -> times.put(signal.light(), signal.timing()));
        return new TimingSheet(settings.timing().timings(), times);
    }

    @Override
    public List<TrafficLight> lights() {
        Map<String, TrafficLight> lights = problem.network().compiled().roads().lights().stream()
                .collect(Collectors.toMap(TrafficLight::id, light -> light));
        return sensors.signals().stream().map(signal -> lights.get(signal.id())).toList();
    }

    @Override
    public RecordedSignals recorded() {
        return SignalDescriptions.of(problem, settings);
    }

    @Override
    public SubscriptionSpec subscriptions() {
        return sensors.subscriptions();
    }

    @Override
    public double decisionSeconds() {
        return problem.definition().timing().decisionSeconds();
    }

    @Override
    public int[][] laneOfLink() {
        List<String> lanes = sensors.subscriptions().lanes();
        return sensors.signals().stream()
                .map(signal -> signal.links().stream()
                        .mapToInt(link ->
                                lanes.indexOf(signal.incoming().get(link.from()).id()))
                        .toArray())
                .toArray(int[][]::new);
    }

    @Override
    public boolean[][] waiting(Readings readings) {
        int[][] lanes = sensors.incomingPlaces();
        boolean[][] waiting = new boolean[lanes.length][];
        for (int agent = 0; agent < lanes.length; agent++) {
            int[] places = lanes[agent];
            waiting[agent] = WaitingVehicles.byIndex(
                    sensors.signals().get(agent), incoming -> readings.haltingOnLane(places[incoming]) > 0);
        }
        return waiting;
    }

    @Override
    public Observer observer() {
        int[] lastPhases = new int[sensors.signals().size()];
        LaneSensors field = sensors.sound();
        return (readings, shown) -> {
            double[] held = new double[lastPhases.length];
            for (int agent = 0; agent < held.length; agent++) {
                Shown own = shown.get(agent);
                // a learner knows no signal without a phase: in between it sees the one before
                lastPhases[agent] = own.phase() < 0 ? lastPhases[agent] : own.phase();
                held[agent] = own.seconds();
            }
            return sensors.observe(
                    field,
                    readings,
                    CurrentPhases.of(lastPhases, held),
                    (agent, own) -> mask(shown.get(agent), lastPhases[agent]));
        };
    }

    private boolean[] mask(Shown shown, int held) {
        boolean[] free = new boolean[shown.free().size()];
        for (int phase = 0; phase < free.length; phase++) {
            free[phase] = shown.free().get(phase);
        }
        return PhaseMask.of(free, held, shown.seconds() < settings.timing().minimumGreenSeconds());
    }
}
