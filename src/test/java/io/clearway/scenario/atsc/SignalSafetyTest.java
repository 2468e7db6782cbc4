package io.clearway.scenario.atsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.monitor.SignalMonitor;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.setting.Settings;
import io.clearway.simulation.Readings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real SUMO shows at the 25 signals of the grid, second by second. */
class SignalSafetyTest {
    private static final int SOME_DECISIONS = 40;

    private final List<SignalMonitor> monitors = new ArrayList<>();
    private final Set<String> shown = new TreeSet<>();
    private final SignalScenario scenario =
            new SignalScenario(Grid5x5.definition(Path.of("sumo-networks")), new ListeningSimulator(this::listen));

    @ParameterizedTest
    @CsvSource({
        "random, standard",
        "greedy, standard",
        "max-pressure, standard",
        "max-pressure, owner",
        "random, paper",
        "fixed-time, owner"
    })
    void noSignalEverShowsWhatItsTimingSheetForbids(String rule, String timings) {
        ListeningSimulator.requireSumo();
        Settings settings = scenario.settingsFor(rule, new Settings(Map.of("timings", timings)));
        LiveInterface live = scenario.live(settings);
        for (int signal = 0; signal < live.signals().size(); signal++) {
            monitors.add(new SignalMonitor(
                    live.lights().get(signal), live.signals().get(signal).timing()));
        }
        try (MeasuredEnvironment environment = scenario.open(settings, SamplingMode.EVERY_SECOND)) {
            Controller controller =
                    Objects.requireNonNull(scenario.controllers().get(rule)).fresh(5);
            JointObservation seen = environment.reset(5);
            for (int decision = 0; decision < SOME_DECISIONS; decision++) {
                seen = environment.step(controller.act(seen)).observation();
            }
        }
        assertThat(monitors)
                .hasSize(25)
                .allSatisfy(monitor -> assertThat(monitor.trip()).isEmpty());
        assertThat(shown).anyMatch(state -> state.contains("y")).anyMatch(state -> state.contains("G"));
    }

    private void listen(Readings readings) {
        for (int signal = 0; signal < monitors.size(); signal++) {
            monitors.get(signal).observe(readings.lightState(signal), readings.seconds(), index -> false);
            shown.add(readings.lightState(signal));
        }
    }
}
