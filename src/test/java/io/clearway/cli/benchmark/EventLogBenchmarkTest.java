package io.clearway.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.events.EventLog;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.sumo.WalkedTown;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogBenchmarkTest {
    @TempDir
    Path folder;

    @Test
    void bothEpisodesOfARoundTakeProcessorTimeAndOneLeavesALog() throws IOException {
        SignalScenario town = WalkedTown.scenario(folder, 60);
        Path events = folder.resolve("events");
        EventLogBenchmark.Result result = new EventLogBenchmark(town, 1, events).run(1, 1);
        assertThat(result.rounds()).isEqualTo(1);
        assertThat(result.programSeconds()).isPositive();
        assertThat(result.loggedProgramSeconds()).isPositive();
        assertThat(result.simulatorSeconds()).isPositive();
        assertThat(result.loggedSimulatorSeconds()).isPositive();
        assertThat(result.cost()).isBetween(-1.0, 10.0);
        assertThat(result.rows()).isGreaterThan(100);
        assertThat(EventLog.find(events)).singleElement().satisfies(log -> {
            assertThat(log.header().origin().seed()).isEqualTo(1);
            assertThat(log.header().origin().controller()).isEqualTo(town.reference());
        });
    }
}
