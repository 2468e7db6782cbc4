package io.clearway.deployments.logging;

import io.clearway.events.EventLogWriter;
import io.clearway.events.LogHeader;
import io.clearway.events.SignalEvent;
import io.clearway.events.recording.EventRecorder;
import io.clearway.events.recording.RecordedSignals;
import io.clearway.events.recording.Termination;
import io.clearway.simulation.passages.CrossingWait;
import io.clearway.simulation.passages.LoopPassage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log of one drive as parts that follow each other without a gap: each is a log of its own. What is known late, as
 * passages are, comes into the part that it belongs to. A part ends by time or, where its files have grown large, by
 * size. After an error of the disk the part ends where it could be read last, and the next step begins another. Used by
 * one thread; closed by who created it.
 */
final class LogParts implements AutoCloseable {
    private final RecordedSignals signals;
    private final LogHeader.Origin origin;
    private final Path folder;
    private final EventLogLimits limits;
    private final Retention retention;
    private final Deque<LoggedStep> unsettled = new ArrayDeque<>();
    private final List<LoopPassage> passages = new ArrayList<>();
    private final KnownWaits waits = new KnownWaits();
    private @Nullable EventRecorder part;
    /** Of the newest part. */
    private Path path;

    private double beginSeconds;
    private double endSeconds;
    private double flushedSeconds;
    /** Simulated time that was taken and cannot be read yet. */
    private double unkeptSeconds;

    private double untilSeconds = Double.NaN;

    /** @param drive name of the folder of its parts in that of all logs */
    LogParts(RecordedSignals signals, LogHeader.Origin origin, String drive, Retention retention) {
        this.signals = signals;
        this.origin = origin;
        this.limits = retention.limits();
        this.folder = limits.folder().resolve(drive);
        this.path = folder;
        this.retention = retention;
    }

    /** Takes the next step; a gap before it ends a part. */
    void add(LoggedStep step) {
        unkeptSeconds += step.seconds();
        if (part != null && step.fromSeconds() > untilSeconds) {
            end();
            unkeptSeconds = step.seconds();
        }
        if (part == null) {
            unsettled.clear();
            passages.clear();
            waits.clear();
            begin(step.fromSeconds());
        }
        untilSeconds = step.untilSeconds();
        unsettled.add(step);
        passages.addAll(step.passages());
        waits.add(step.waits());
        step.waits().forEach(this::record);
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
        // ten digits: as texts they have the order of time for three centuries
        path = folder.resolve("%010d".formatted((long) seconds));
        retention.begin(path);
        EventRecorder begun = open();
        part = begun;
        beginSeconds = seconds;
        endSeconds = seconds + limits.partSeconds();
        flushedSeconds = seconds;
        signals.coordinate(begun, SignalEvent.tenths(seconds));
        waits.repeat(seconds, begun::waits);
    }

    private EventRecorder open() {
        try {
            return new EventRecorder(
                    signals.sites(),
                    Collections.nCopies(signals.sites().size(), Termination.FORCE_OFF),
                    new EventLogWriter(path, signals.sites()));
        } catch (RuntimeException failed) {
            retention.ended(path);
            throw failed;
        }
    }

    private void record(LoggedStep step, List<LoopPassage> known) {
        EventRecorder to = part();
        long tenths = SignalEvent.tenths(Math.max(step.fromSeconds(), beginSeconds));
        for (int signal = 0; signal < step.states().size(); signal++) {
            to.show(signal, tenths, step.states().get(signal));
        }
        known.stream().filter(passage -> passage.seconds() >= beginSeconds).forEach(to::passed);
    }

    /** What began to wait before the part does so at its beginning. */
    private void record(CrossingWait wait) {
        part().waits(new CrossingWait(Math.max(wait.seconds(), beginSeconds), wait.place(), wait.waiting()));
    }

    private void settle(double seconds) {
        double boundary = endSeconds;
        if (seconds >= boundary) {
            part().completeBefore(origin, SignalEvent.tenths(beginSeconds), SignalEvent.tenths(boundary));
            part = null;
            retention.ended(path);
            unkeptSeconds = untilSeconds - boundary;
            waits.settle(boundary);
            begin(boundary);
            unsettled.removeIf(step -> step.untilSeconds() <= boundary);
            unsettled.forEach(step -> record(step, List.of()));
            passages.stream().filter(passage -> passage.seconds() >= boundary).forEach(part()::passed);
        } else if (seconds >= flushedSeconds + limits.flushSeconds()) {
            part().flush(origin, SignalEvent.tenths(beginSeconds), SignalEvent.tenths(seconds));
            flushedSeconds = seconds;
            unkeptSeconds = untilSeconds - seconds;
            endIfLarge(seconds);
        } else {
            part().settled(Math.max(seconds, beginSeconds));
        }
        unsettled.removeIf(step -> step.untilSeconds() <= seconds);
        passages.removeIf(passage -> passage.seconds() < seconds);
        waits.settle(seconds);
    }

    /** Not at this time but the next second: steps before it may be forgotten, and names of parts are whole seconds. */
    private void endIfLarge(double seconds) {
        try {
            if (Retention.bytes(path) >= limits.partBytes()) {
                endSeconds = Math.min(endSeconds, Math.floor(seconds) + 1);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The event log cannot be read in " + path, failed);
        }
    }

    private void end() {
        EventRecorder ending = part();
        part = null;
        try (ending) {
            ending.complete(origin, SignalEvent.tenths(beginSeconds), SignalEvent.tenths(untilSeconds));
            unkeptSeconds = 0;
        } finally {
            retention.ended(path);
        }
    }

    /** Seconds of what was taken and cannot be read, which are forgotten: for one whose part failed. */
    double takeUnkept() {
        double lost = unkeptSeconds;
        unkeptSeconds = 0;
        return lost;
    }

    /** Gives up a part that could not be written; what was flushed of it stays. */
    void abandon() {
        EventRecorder broken = part;
        part = null;
        if (broken != null) {
            retention.ended(path);
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
