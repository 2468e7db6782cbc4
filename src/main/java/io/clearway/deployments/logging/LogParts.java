package io.clearway.deployments.logging;

import io.clearway.events.EventLogWriter;
import io.clearway.events.LogHeader;
import io.clearway.events.SignalEvent;
import io.clearway.events.recording.EventRecorder;
import io.clearway.events.recording.RecordedSignals;
import io.clearway.events.recording.Termination;
import io.clearway.simulation.passages.LoopPassage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log of one drive as parts that follow each other without a gap: each is a log of its own. What is known late, as
 * passages are, comes into the part that it belongs to. After an error of the disk the part ends where it could be read
 * last, and the next step begins another. Used by one thread; closed by who created it.
 */
final class LogParts implements AutoCloseable {
    private final RecordedSignals signals;
    private final LogHeader.Origin origin;
    private final Path folder;
    private final EventLogLimits limits;
    private final Retention retention;
    private final Deque<LoggedStep> unsettled = new ArrayDeque<>();
    private final List<LoopPassage> passages = new ArrayList<>();
    private @Nullable EventRecorder part;
    private double beginSeconds;
    private double flushedSeconds;
    private double untilSeconds = Double.NaN;

    /** @param folder of the drive's parts */
    LogParts(RecordedSignals signals, LogHeader.Origin origin, Path folder, EventLogLimits limits) {
        this.signals = signals;
        this.origin = origin;
        this.folder = folder;
        this.limits = limits;
        this.retention = new Retention(limits.folder(), limits.maxBytes());
    }

    /** Takes the next step; a gap before it ends a part. */
    void add(LoggedStep step) {
        if (part != null && step.fromSeconds() > untilSeconds) {
            end();
        }
        if (part == null) {
            unsettled.clear();
            passages.clear();
            begin(step.fromSeconds());
        }
        untilSeconds = step.untilSeconds();
        unsettled.add(step);
        passages.addAll(step.passages());
        record(step, step.passages());
        settle(step.settledSeconds());
    }

    private EventRecorder part() {
        if (part == null) {
            throw new IllegalStateException("no part of the log is open");
        }
        return part;
    }

    private void begin(double seconds) {
        Path next = folder.resolve("%07d".formatted((long) seconds));
        retention.enforce(next);
        EventRecorder begun = new EventRecorder(
                signals.sites(),
                Collections.nCopies(signals.sites().size(), Termination.FORCE_OFF),
                new EventLogWriter(next, signals.sites()));
        part = begun;
        beginSeconds = seconds;
        flushedSeconds = seconds;
        signals.coordinate(begun, SignalEvent.tenths(seconds));
    }

    private void record(LoggedStep step, List<LoopPassage> known) {
        EventRecorder to = part();
        long tenths = SignalEvent.tenths(Math.max(step.fromSeconds(), beginSeconds));
        for (int signal = 0; signal < step.states().size(); signal++) {
            to.show(signal, tenths, step.states().get(signal));
        }
        known.stream().filter(passage -> passage.seconds() >= beginSeconds).forEach(to::passed);
    }

    private void settle(double seconds) {
        double boundary = beginSeconds + limits.partSeconds();
        if (seconds >= boundary) {
            part().completeBefore(origin, SignalEvent.tenths(beginSeconds), SignalEvent.tenths(boundary));
            part = null;
            begin(boundary);
            unsettled.removeIf(step -> step.untilSeconds() <= boundary);
            unsettled.forEach(step -> record(step, List.of()));
            passages.stream().filter(passage -> passage.seconds() >= boundary).forEach(part()::passed);
        } else if (seconds >= flushedSeconds + limits.flushSeconds()) {
            flushedSeconds = seconds;
            part().flush(origin, SignalEvent.tenths(beginSeconds), SignalEvent.tenths(seconds));
        } else {
            part().settled(Math.max(seconds, beginSeconds));
        }
        unsettled.removeIf(step -> step.untilSeconds() <= seconds);
        passages.removeIf(passage -> passage.seconds() < seconds);
    }

    private void end() {
        EventRecorder ending = part();
        part = null;
        try (ending) {
            ending.complete(origin, SignalEvent.tenths(beginSeconds), SignalEvent.tenths(untilSeconds));
        }
    }

    /** Gives up a part that could not be written; what was flushed of it stays. */
    void abandon() {
        EventRecorder broken = part;
        part = null;
        if (broken != null) {
            broken.close();
        }
    }

    @Override
    public void close() {
        if (part != null) {
            end();
        }
    }
}
