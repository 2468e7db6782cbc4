package io.clearway.scenario.atsc;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.signal.Phase;
import io.clearway.signal.SafetyEnvelope;
import io.clearway.signal.SafetyLimits;
import io.clearway.signal.WaitClock;
import java.util.List;

/**
 * Which phases the signals may choose: none before its minimum green is over, and no vehicle waits longer than the
 * maximum red time.
 */
final class PhaseMask {
    private final List<ControlledSignal> signals;
    private final List<SafetyEnvelope> envelopes;
    private final List<WaitClock> clocks;

    /**
     * A mask for one episode.
     *
     * @param signals in the order of the agents
     */
    PhaseMask(List<ControlledSignal> signals, SafetyLimits limits) {
        this.signals = signals;
        this.envelopes = signals.stream()
                .map(signal -> new SafetyEnvelope(signal.phases(), signal.conflicts(), limits))
                .toList();
        this.clocks = signals.stream()
                .map(signal -> new WaitClock(signal.phases().get(0).size()))
                .toList();
    }

    /**
     * What a signal may choose, to be called once at every decision.
     *
     * @param shown the phase it holds
     * @param ageSeconds how long
     * @param readings of it
     */
    boolean[] legal(int agent, int shown, double ageSeconds, SignalReadings readings) {
        ControlledSignal signal = signals.get(agent);
        Phase phase = signal.phases().get(shown);
        WaitClock clock = clocks.get(agent);
        boolean[] waitedFor = waitedFor(signal, phase.size(), readings);
        clock.observe(readings.seconds(), phase::isGreen, index -> waitedFor[index]);
        return envelopes.get(agent).legal(shown, ageSeconds, clock);
    }

    /** A vehicle in a lane of several movements may take any of them. */
    private static boolean[] waitedFor(ControlledSignal signal, int movements, SignalReadings readings) {
        boolean[] waitedFor = new boolean[movements];
        for (ControlledSignal.Link link : signal.links()) {
            waitedFor[link.index()] |= readings.halting(link.from()) > 0;
        }
        return waitedFor;
    }
}
