package io.clearway.events.recording;

import io.clearway.events.EventCode;
import io.clearway.events.EventLogWriter;
import io.clearway.events.LogHeader;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.simulation.InductionLoop;
import io.clearway.simulation.trips.LoopPassage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Records one episode: while it runs, what the signals show; at its end, what passed the loops. Both go to the log in
 * the order of time, those of signals first where they coincide. Used by one thread; closed by who created it, which
 * deletes an unfinished log.
 */
public final class EventRecorder implements AutoCloseable {
    /** SUMO reports loops step by step, and within a step without order. */
    private static final double DISORDER_SECONDS = 2;

    private final List<PhaseRecorder> phases = new ArrayList<>();
    private final EventSpool spool = new EventSpool();
    private final EventLogWriter writer;
    private final DetectorRecorder detectors;
    private final PriorityQueue<Numbered> pending = new PriorityQueue<>(
            Comparator.comparingDouble((Numbered numbered) -> numbered.passage().seconds())
                    .thenComparingLong(Numbered::number));
    private long numbered;
    private double latest = Double.NEGATIVE_INFINITY;
    private EventSpool.@Nullable Spooled next;

    /** A passage, and how many came before it: what coincides keeps its order. */
    private record Numbered(LoopPassage passage, long number) {}

    /**
     * Begins a recording.
     *
     * @param signals to be recorded
     * @param terminations why their greens end, in the same order
     * @param writer takes the events; closed with this
     */
    public EventRecorder(List<SignalSite> signals, List<Termination> terminations, EventLogWriter writer) {
        this.writer = writer;
        this.detectors = new DetectorRecorder(signals, writer::add);
        for (int signal = 0; signal < signals.size(); signal++) {
            phases.add(new PhaseRecorder(signals.get(signal), terminations.get(signal)));
        }
    }

    /** The loops that the detectors of signals need, in the order of {@link LoopPassage#loop}. */
    public static List<InductionLoop> loops(List<SignalSite> signals) {
        return signals.stream()
                .flatMap(signal -> signal.detectors().stream())
                .map(detector -> new InductionLoop(
                        detector.lane().id() + "-" + detector.number(),
                        detector.lane().id(),
                        detector.reach().distanceMeters()))
                .toList();
    }

    /**
     * The coordination that a signal begins with.
     *
     * @param pattern number of the pattern; 254 where nothing coordinates it
     * @param cycleSeconds its cycle; 0 where it has none
     */
    public void coordinate(int signal, long tenths, int pattern, int cycleSeconds) {
        spool.add(signal, SignalEvent.of(tenths, EventCode.COORDINATION_PATTERN_CHANGE, pattern));
        if (cycleSeconds > 0) {
            spool.add(signal, SignalEvent.of(tenths, EventCode.CYCLE_LENGTH_CHANGE, cycleSeconds));
        }
    }

    /** What a signal shows from a time on. */
    public void show(int signal, long tenths, String state) {
        phases.get(signal).show(tenths, state, event -> spool.add(signal, event));
    }

    /** What passed a loop, after all that signals showed. */
    public void pass(LoopPassage passage) {
        pending.add(new Numbered(passage, numbered++));
        if (passage.seconds() > latest) {
            latest = passage.seconds();
            writeUntil(latest - DISORDER_SECONDS);
        }
    }

    private void writeUntil(double seconds) {
        while (!pending.isEmpty() && pending.peek().passage().seconds() <= seconds) {
            LoopPassage passage = pending.remove().passage();
            writeSignals(SignalEvent.tenths(passage.seconds()));
            detectors.pass(passage);
        }
    }

    private void writeSignals(long untilTenths) {
        next = next == null ? spool.next() : next;
        while (next != null && next.event().tenths() <= untilTenths) {
            writer.add(next.signal(), next.event());
            next = spool.next();
        }
    }

    /** Writes what is left and ends the log. */
    public void complete(LogHeader.Origin origin, long beginTenths, long endTenths) {
        writeUntil(Double.POSITIVE_INFINITY);
        writeSignals(Long.MAX_VALUE);
        writer.complete(origin, beginTenths, endTenths);
    }

    @Override
    public void close() {
        try (spool) {
            writer.close();
        }
    }
}
