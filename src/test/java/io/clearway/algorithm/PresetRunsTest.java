package io.clearway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.a2c.AdvantageActorCritic;
import io.clearway.algorithm.a2c.method.CommNet;
import io.clearway.algorithm.a2c.method.Ia2c;
import io.clearway.algorithm.a2c.method.Ic3Net;
import io.clearway.algorithm.dmpo.Dmpo;
import io.clearway.algorithm.mag.Mag;
import io.clearway.algorithm.ppo.Ppo;
import io.clearway.metric.Metric;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The papers' presets learn: a few rounds of a small game, with fewer imagined rollouts and steps of the models. */
class PresetRunsTest {
    private static final int ROUNDS = 2;
    private static final Map<String, Object> SHORT = Map.ofEntries(
            Map.entry("warmUpEpisodes", 2),
            Map.entry("modelWarmUpUpdates", 2),
            Map.entry("modelUpdates", 2),
            Map.entry("modelBatch", 8),
            Map.entry("modelMembers", 2),
            Map.entry("candidates", 2),
            Map.entry("planLength", 2),
            Map.entry("rollouts", 8),
            Map.entry("rolloutLength", 5),
            Map.entry("modelProbability", 1.0));

    static Stream<Arguments> presets() {
        List<String> roads = List.of("paper-ring", "paper-figure-eight");
        return Stream.of(
                        of(Dmpo.localized(), List.of("paper", "paper-2022-grid", "paper-2022-catch-up")),
                        of(
                                Dmpo.localized(),
                                List.of("paper-2022-slow-down", "paper-2022-ring", "paper-2022-figure-eight")),
                        of(Dmpo.nonAdjacent(), roads),
                        of(new Mag(), List.of("paper")),
                        of(Ppo.centralizedCritic(), List.of("paper-ring", "paper-figure-eight", "paper-new-york")),
                        of(new AdvantageActorCritic(new Ia2c()), roads),
                        of(new AdvantageActorCritic(new Ic3Net()), List.of("paper-ring", "paper-new-york")),
                        of(new AdvantageActorCritic(new CommNet()), List.of("paper-ring", "paper-new-york")))
                .flatMap(some -> some);
    }

    private static Stream<Arguments> of(Algorithm algorithm, List<String> presets) {
        return presets.stream().map(preset -> Arguments.of(algorithm.name(), preset, algorithm));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("presets")
    void itLearns(String name, String preset, Algorithm algorithm) {
        // vehicles on closed roads choose real numbers
        boolean road = preset.endsWith("ring") || preset.endsWith("eight");
        SmallGame game = road ? SmallGame.twoTanks() : SmallGame.twoJunctions();
        try (Learner learner = algorithm.start(game.task(), settings(algorithm, preset), new Seeds(5))) {
            byte[] first = learner.save();
            Map<Metric, Double> measured = Map.of();
            for (int round = 0; round < ROUNDS; round++) {
                measured = learner.learn(Play.round(game.open(), learner, 10L * round));
            }
            assertThat(measured).as("%s %s", name, preset).containsKeys(Metric.POLICY_LOSS, Metric.VALUE_LOSS);
            assertThat(measured.values()).allSatisfy(value -> assertThat(value).isFinite());
            assertThat(learner.save()).isNotEqualTo(first);
            if (measured.containsKey(Metric.IMAGINED_SHARE)) {
                // a model of four steps of training is let in: there is no gate
                assertThat(measured).containsEntry(Metric.IMAGINED_SHARE, 1.0);
            }
        }
    }

    private static Settings settings(Algorithm algorithm, String preset) {
        Settings complete = algorithm.complete(new Settings(Map.of(Algorithm.PRESET, preset)));
        Map<String, Object> shorter = new LinkedHashMap<>(SHORT);
        shorter.keySet().retainAll(Settings.asMap(algorithm.defaults()).keySet());
        return complete.changedBy(shorter);
    }
}
