package io.clearway.scenario.atsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.setting.Settings;
import io.clearway.signal.Adversary;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.SignalTiming;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is requested at the signals of the benchmarks, the independent monitor never trips on what they show. */
class EnvelopeOnNetworksTest {
    private static final int SECONDS = 3_000;
    private static final Path NETWORKS = Path.of("sumo-networks");

    @ParameterizedTest
    @CsvSource({
        "grid-5x5, standard", "grid-5x5, owner", "grid-5x5, paper",
        "monaco, standard", "monaco, owner", "monaco, paper"
    })
    void anyWishesBecomeALegalStretchOfStates(String name, String timings) {
        ListeningSimulator.requireSumo();
        LiveInterface live = live(name, timings);
        List<LiveSignal> signals = live.signals();
        for (int agent = 0; agent < signals.size(); agent++) {
            LiveSignal signal = signals.get(agent);
            TrafficLight light = live.lights().get(agent);
            for (double override : List.of(0.0, 0.05)) {
                Adversary adversary = new Adversary(light, signal.timing(), signal.phases(), agent);
                assertThat(adversary.play(SECONDS, override)).as(signal.light()).isEmpty();
                assertThat(adversary.stagesShown())
                        .as(signal.light())
                        .isEqualTo(signal.phases().size());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"grid-5x5", "monaco"})
    void standardTimesAreNeverShorterThanTheOwnersNorThoseOfThePapers(String name) {
        ListeningSimulator.requireSumo();
        List<LiveSignal> owner = live(name, "owner").signals();
        List<LiveSignal> paper = live(name, "paper").signals();
        List<LiveSignal> standard = live(name, "standard").signals();
        for (int agent = 0; agent < standard.size(); agent++) {
            requireNoShorter(standard.get(agent).timing(), owner.get(agent).timing());
            requireNoShorter(standard.get(agent).timing(), paper.get(agent).timing());
        }
    }

    private static void requireNoShorter(SignalTiming longer, SignalTiming shorter) {
        assertThat(shorter.intergreens().entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(longer.intergreens().seconds(entry.ending(), entry.beginning()))
                        .isGreaterThanOrEqualTo(entry.seconds()));
    }

    private static LiveInterface live(String name, String timings) {
        AtscDefinition definition = name.equals("monaco")
                ? DefinitionReader.read(NETWORKS.resolve("monaco"))
                : Grid5x5.definition(NETWORKS);
        return new SignalScenario(definition, new ListeningSimulator(readings -> {}))
                .live(new Settings(Map.of("timings", timings)));
    }
}
