package io.clearway.events.recording;

import io.clearway.events.EventCode;
import io.clearway.events.EventLogWriter;
import io.clearway.events.LogHeader;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.simulation.passages.LoopPassage;
import io.clearway.simulation.passages.PassageObserver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/**
 * Records what the signals of a simulation show and what passes the places of their detectors, while it runs. Both go
 * to the log in the order of time, those of signals first where they coincide. Used by one thread; closed by who
 * created it, which deletes an unfinished log.
 */
public final class EventRecorder implements PassageObserver, AutoCloseable {
    private final List<PhaseRecorder> phases = new ArrayList<>();
    private final Queue<Shown> shown = new ArrayDeque<>();
    private final EventLogWriter writer;
    private final DetectorRecorder detectors;
    private final List<LoopPassage> pending = new ArrayList<>();

    /** An event of a signal, and the place of the signal. */
    private record Shown(int signal, SignalEvent event) {}

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

    /**
     * The coordination that a signal begins with.
     *
     * @param pattern number of the pattern; 254 where nothing coordinates it
     * @param cycleSeconds its cycle; 0 where it has none
     */
    public void coordinate(int signal, long tenths, int pattern, int cycleSeconds) {
        shown.add(new Shown(signal, SignalEvent.of(tenths, EventCode.COORDINATION_PATTERN_CHANGE, pattern)));
        if (cycleSeconds > 0) {
            shown.add(new Shown(signal, SignalEvent.of(tenths, EventCode.CYCLE_LENGTH_CHANGE, cycleSeconds)));
        }
    }

    /** What a signal shows from a time on. */
    public void show(int signal, long tenths, String state) {
        phases.get(signal).show(tenths, state, event -> shown.add(new Shown(signal, event)));
    }

    @Override
    public void passed(LoopPassage passage) {
        pending.add(passage);
    }

    @Override
    public void settled(double seconds) {
        writeBefore(SignalEvent.tenths(seconds));
    }

    private void writeBefore(long tenths) {
        // what coincides keeps its order
        pending.sort(Comparator.comparingDouble(LoopPassage::seconds));
        int written = 0;
        for (LoopPassage passage : pending) {
            long when = SignalEvent.tenths(passage.seconds());
            if (when >= tenths) {
                break;
            }
            writeShown(when);
            detectors.pass(passage);
            written++;
        }
        pending.subList(0, written).clear();
        writeShown(tenths - 1);
    }

    private void writeShown(long untilTenths) {
        while (!shown.isEmpty() && shown.element().event().tenths() <= untilTenths) {
            Shown next = shown.remove();
            writer.add(next.signal(), next.event());
        }
    }

    /** Writes what is settled, so that the log can be read up to there; more follows. */
    public void flush(LogHeader.Origin origin, long beginTenths, long settledTenths) {
        writeBefore(settledTenths);
        writer.flush(origin, beginTenths, settledTenths - 1);
    }

    /**
     * Ends the log at a time up to which all is known. What signals change at that time ends here what they showed;
     * detectors of that time belong to the log that follows.
     */
    public void completeBefore(LogHeader.Origin origin, long beginTenths, long endTenths) {
        writeBefore(endTenths);
        writeShown(endTenths);
        writer.complete(origin, beginTenths, endTenths);
    }

    /** Writes what is left and ends the log. */
    public void complete(LogHeader.Origin origin, long beginTenths, long endTenths) {
        writeBefore(Long.MAX_VALUE);
        writer.complete(origin, beginTenths, endTenths);
    }

    @Override
    public void close() {
        writer.close();
    }
}
