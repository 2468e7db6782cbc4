package io.clearway.events.recording;

import io.clearway.events.EventCode;
import io.clearway.events.EventLogWriter;
import io.clearway.events.LogHeader;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.simulation.passages.CrossingWait;
import io.clearway.simulation.passages.LoopPassage;
import io.clearway.simulation.passages.PassageObserver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/**
 * Records what the signals of a simulation show, what passes the places of their detectors and who waits at their
 * crossings, while it runs. All goes to the log in the order of time, those of signals first where they coincide, then
 * those who wait; each is followed by the calls that it registers or drops. Used by one thread; closed by who created
 * it, which deletes an unfinished log.
 */
public final class EventRecorder implements PassageObserver, AutoCloseable {
    private final List<PhaseRecorder> phases = new ArrayList<>();
    private final List<CallRecorder> calls = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private final BitSet waiting = new BitSet();
    private final Queue<Placed> shown = new ArrayDeque<>();
    private final Queue<Placed> waits = new ArrayDeque<>();
    private final EventLogWriter writer;
    private final DetectorRecorder detectors;
    private final List<LoopPassage> pending = new ArrayList<>();

    /** An event of a signal, and the place of the signal. */
    private record Placed(int signal, SignalEvent event) {}

    /** A pedestrian detector, and the place of its signal. */
    private record Crossing(int signal, int detector) {}

    /**
     * Begins a recording.
     *
     * @param signals to be recorded
     * @param terminations why their greens end, in the same order
     * @param writer takes the events; closed with this
     */
    public EventRecorder(List<SignalSite> signals, List<Termination> terminations, EventLogWriter writer) {
        this.writer = writer;
        this.detectors = new DetectorRecorder(signals, this::write);
        for (int place = 0; place < signals.size(); place++) {
            int signal = place;
            phases.add(new PhaseRecorder(signals.get(signal), terminations.get(signal)));
            calls.add(new CallRecorder(signals.get(signal), call -> writer.add(signal, call)));
            signals.get(signal)
                    .pedestrianDetectors()
                    .forEach(detector -> crossings.add(new Crossing(signal, detector.number())));
        }
    }

    private void write(int signal, SignalEvent event) {
        writer.add(signal, event);
        calls.get(signal).accept(event);
    }

    /**
     * The coordination that a signal begins with.
     *
     * @param pattern number of the pattern; 254 where nothing coordinates it
     * @param cycleSeconds its cycle; 0 where it has none
     */
    public void coordinate(int signal, long tenths, int pattern, int cycleSeconds) {
        shown.add(new Placed(signal, SignalEvent.of(tenths, EventCode.COORDINATION_PATTERN_CHANGE, pattern)));
        if (cycleSeconds > 0) {
            shown.add(new Placed(signal, SignalEvent.of(tenths, EventCode.CYCLE_LENGTH_CHANGE, cycleSeconds)));
        }
    }

    /** What a signal shows from a time on. */
    public void show(int signal, long tenths, String state) {
        phases.get(signal).show(tenths, state, event -> shown.add(new Placed(signal, event)));
    }

    @Override
    public void passed(LoopPassage passage) {
        pending.add(passage);
    }

    /** What is known already, and the end of what is not, is no event. */
    @Override
    public void waits(CrossingWait wait) {
        if (waiting.get(wait.place()) == wait.waiting()) {
            return;
        }
        waiting.set(wait.place(), wait.waiting());
        Crossing crossing = crossings.get(wait.place());
        EventCode code = wait.waiting() ? EventCode.PEDESTRIAN_DETECTOR_ON : EventCode.PEDESTRIAN_DETECTOR_OFF;
        waits.add(new Placed(
                crossing.signal(), SignalEvent.of(SignalEvent.tenths(wait.seconds()), code, crossing.detector())));
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
            writeUntil(when);
            detectors.pass(passage);
            written++;
        }
        pending.subList(0, written).clear();
        writeUntil(tenths - 1);
    }

    private void writeUntil(long tenths) {
        while (!waits.isEmpty() && waits.element().event().tenths() <= tenths) {
            Placed next = waits.remove();
            writeShown(next.event().tenths());
            write(next.signal(), next.event());
        }
        writeShown(tenths);
    }

    private void writeShown(long untilTenths) {
        while (!shown.isEmpty() && shown.element().event().tenths() <= untilTenths) {
            Placed next = shown.remove();
            write(next.signal(), next.event());
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
