package io.clearway.deployments.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.events.EventLog;
import io.clearway.events.EventWindow;
import io.clearway.events.SignalEvent;
import io.clearway.events.measures.PhasePerformance;
import io.clearway.events.measures.SignalPerformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of drives are found again, and measured across their parts. */
class KeptLogsTest {
    private static final double ALL = 1e6;

    @TempDir
    Path folder;

    /** Writes a drive in parts of so many seconds, and leaves its last part open. */
    private UUID drive(int partSeconds, int untilSeconds) {
        UUID id = UUID.randomUUID();
        var limits = new EventLogLimits(folder, partSeconds, 10, 1 << 20);
        // not closed, as of a drive that goes on
        LogParts parts =
                new LogParts(LiveEventLogTest.SIGNALS, LiveEventLogTest.ORIGIN, id.toString(), new Retention(limits));
        for (int until = 1; until <= untilSeconds; until++) {
            parts.add(LiveEventLogTest.step(until));
        }
        return id;
    }

    private EventWindow last(UUID id, double seconds) {
        return logs().last(id, seconds).orElseThrow();
    }

    private KeptLogs logs() {
        return new KeptLogs(EventLogLimits.of(folder, 10));
    }

    private static PhasePerformance measure(EventWindow window) {
        return SignalPerformance.of(window, LiveEventLogTest.SITE).phases().get(0);
    }

    @Test
    void partsAreMeasuredAsTheOneLogThatTheyAre() {
        EventWindow inParts = last(drive(45, 400), ALL);
        EventWindow inOne = last(drive(3600, 400), ALL);
        assertThat(inParts.parts()).hasSize(9);
        assertThat(inOne.parts()).hasSize(1);
        assertThat(inParts.beginTenths()).isZero();
        PhasePerformance parts = measure(inParts);
        // the later part is flushed at other times
        EventWindow same = new EventWindow(inOne.parts(), 0, inParts.endTenths());
        PhasePerformance one = measure(same);
        assertThat(parts.volume().vehicles()).isEqualTo(one.volume().vehicles()).isPositive();
        assertThat(parts.splits().count()).isEqualTo(one.splits().count()).isEqualTo(6);
        // 30 s of green and as much red clearance
        assertThat(parts.splits().meanSeconds())
                .isEqualTo(one.splits().meanSeconds())
                .isEqualTo(60);
        assertThat(parts.terminations()).isEqualTo(one.terminations());
    }

    @Test
    void onlyPartsThatAreNeededAreOpenedAndTheTimeEndsWhereTheLogCanBeRead() {
        EventWindow window = last(drive(45, 400), 60);
        assertThat(window.endTenths()).isGreaterThan(3800).isLessThan(4000);
        assertThat(window.beginTenths()).isEqualTo(window.endTenths() - SignalEvent.tenths(60));
        assertThat(window.parts()).hasSize(2);
    }

    @Test
    void aPartThatIsDeletedMeanwhileEndsTheTimeBefore() throws IOException {
        UUID id = drive(45, 400);
        EventLog third = last(id, ALL).parts().get(2);
        Files.delete(third.folder().resolve("log.json"));
        assertThat(last(id, ALL).beginTenths()).isEqualTo(third.header().endTenths());
    }

    @Test
    void ofAnUnknownDriveNothingIsKept() {
        assertThat(logs().last(UUID.randomUUID(), ALL)).isEmpty();
    }
}
