package io.clearway.events.recording;

import io.clearway.events.SignalSite;
import io.clearway.simulation.passages.WatchedPlaces;
import java.util.List;

/**
 * Signals as logs describe them.
 *
 * @param sites the signals
 * @param places where their detectors and their crossings lie, signal by signal and detector by detector
 * @param cyclesSeconds cycle of the program that runs each; 0 where a controller decides freely
 */
public record RecordedSignals(List<SignalSite> sites, WatchedPlaces places, List<Integer> cyclesSeconds) {
    /** Pattern of free operation in NTCIP 1202. */
    private static final int FREE = 254;

    /** No signals. */
    public static final RecordedSignals NONE = new RecordedSignals(List.of(), WatchedPlaces.NONE, List.of());

    public RecordedSignals {
        sites = List.copyOf(sites);
        cyclesSeconds = List.copyOf(cyclesSeconds);
    }

    /** Logs what coordinates the signals at the beginning of a log. */
    public void coordinate(EventRecorder recorder, long tenths) {
        for (int signal = 0; signal < sites.size(); signal++) {
            int cycle = cyclesSeconds.get(signal);
            recorder.coordinate(signal, tenths, cycle > 0 ? 1 : FREE, cycle);
        }
    }
}
