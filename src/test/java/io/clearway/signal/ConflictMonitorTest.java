package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.signal.ConflictMonitor.Fault;
import io.clearway.signal.ConflictMonitor.Kind;
import org.junit.jupiter.api.Test;

class ConflictMonitorTest {
    private final ConflictMonitor monitor = new ConflictMonitor(Crossing.conflicts());

    @Test
    void aSignalThatKeepsTheRulesHasNoFault() {
        monitor.observe("Ggrr", 0);
        monitor.observe("yyrr", 10);
        monitor.observe("rrGr", 13);
        assertThat(monitor.fault()).isEmpty();
    }

    @Test
    void greenForTwoThatCrossIsAFault() {
        assertThat(monitor.observe("GrGr", 7)).contains(new Fault(Kind.CONFLICT, 7, "GrGr", 0));
    }

    @Test
    void greenThatTurnsRedWithoutYellowIsAFault() {
        monitor.observe("rrGr", 0);
        assertThat(monitor.observe("Ggrr", 5)).contains(new Fault(Kind.MISSING_YELLOW, 5, "Ggrr", 2));
    }

    @Test
    void theFirstFaultStaysUntilItIsCleared() {
        monitor.observe("GrGr", 7);
        monitor.observe("yryr", 8);
        assertThat(monitor.fault()).map(Fault::seconds).contains(7.0);
        monitor.clear();
        assertThat(monitor.fault()).isEmpty();
    }
}
