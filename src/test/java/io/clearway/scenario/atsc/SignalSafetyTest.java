package io.clearway.scenario.atsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.setting.Settings;
import io.clearway.signal.ConflictMonitor;
import io.clearway.simulation.Readings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real SUMO shows at the 25 signals of the grid, second by second. */
class SignalSafetyTest {
    private static final int SOME_DECISIONS = 40;

    private final List<ConflictMonitor> monitors = new ArrayList<>();
    private final Set<String> shown = new TreeSet<>();
    private final SignalScenario scenario =
            new SignalScenario(Grid5x5.definition(Path.of("sumo-networks")), new ListeningSimulator(this::listen));

    @ParameterizedTest
    @ValueSource(strings = {"random", "greedy", "max-pressure", "fixed-time"})
    void noSignalEverShowsAConflictOrLeavesOutYellow(String rule) {
        ListeningSimulator.requireSumo();
        for (ControlledSignal signal : scenario.network().signals()) {
            monitors.add(new ConflictMonitor(signal.conflicts()));
        }
        try (MeasuredEnvironment environment =
                scenario.open(scenario.settingsFor(rule, Settings.none()), SamplingMode.EVERY_SECOND)) {
            Controller controller =
                    Objects.requireNonNull(scenario.controllers().get(rule)).fresh(5);
            JointObservation seen = environment.reset(5);
            for (int decision = 0; decision < SOME_DECISIONS; decision++) {
                seen = environment.step(controller.act(seen)).observation();
            }
        }
        assertThat(monitors).allSatisfy(monitor -> assertThat(monitor.fault()).isEmpty());
        assertThat(shown).anyMatch(state -> state.contains("y")).anyMatch(state -> state.contains("G"));
    }

    private void listen(Readings readings) {
        for (int signal = 0; signal < monitors.size(); signal++) {
            monitors.get(signal).observe(readings.lightState(signal), readings.seconds());
            shown.add(readings.lightState(signal));
        }
    }
}
