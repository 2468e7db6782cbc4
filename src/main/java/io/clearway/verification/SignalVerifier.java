package io.clearway.verification;

import io.clearway.monitor.Trip;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Verifies the signals of a scenario, in parallel. */
public final class SignalVerifier {
    /** Far more than any signal has; a guard against one that cannot be walked in memory. */
    private static final int MOST_STATES = 1_000_000;

    private SignalVerifier() {}

    /** Verifies all signals, in the order of the agents. */
    public static List<SignalVerification> verify(LiveInterface scenario) {
        List<LiveSignal> signals = scenario.signals();
        List<TrafficLight> lights = scenario.lights();
        return IntStream.range(0, signals.size())
                .parallel()
                .mapToObj(i -> verify(signals.get(i), lights.get(i)))
                .toList();
    }

    /**
     * Verifies one signal.
     *
     * @param light it in the network
     */
    public static SignalVerification verify(LiveSignal signal, TrafficLight light) {
        EnvelopeWalk walk = new EnvelopeWalk(signal, light, signal.timing(), MOST_STATES);
        walk.walk();
        List<Trip> violations = new ArrayList<>(walk.violations());
        WaitWalk stubborn = new WaitWalk(signal, light, signal.timing());
        stubborn.stubborn().ifPresent(violations::add);
        WaitWalk random = new WaitWalk(signal, light, signal.timing());
        random.random(new Random(signal.light().hashCode())).ifPresent(violations::add);
        return new SignalVerification(
                signal.light(),
                walk.stages(),
                walk.states(),
                walk.seconds(),
                Math.max(stubborn.longestSeconds(), random.longestSeconds()),
                violations);
    }
}
