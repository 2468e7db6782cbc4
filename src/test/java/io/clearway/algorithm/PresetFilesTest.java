package io.clearway.algorithm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.a2c.AdvantageActorCritic;
import io.clearway.algorithm.a2c.method.CommNet;
import io.clearway.algorithm.a2c.method.ConseNet;
import io.clearway.algorithm.a2c.method.Dial;
import io.clearway.algorithm.a2c.method.FPrint;
import io.clearway.algorithm.a2c.method.Ia2c;
import io.clearway.algorithm.a2c.method.Ic3Net;
import io.clearway.algorithm.a2c.method.NeurComm;
import io.clearway.algorithm.dmpo.Dmpo;
import io.clearway.algorithm.mag.Mag;
import io.clearway.algorithm.offpolicy.OffPolicyActorCritic;
import io.clearway.algorithm.ppo.Ppo;
import io.clearway.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The presets on file against values of the papers and of their authors' code, and no file for nothing. */
class PresetFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/presets");
    private static final Pattern BASE = Pattern.compile("\"extends\": \"([^\"]+)\"");

    private static final List<String> DMPO_COLUMNS = List.of(
            "policyRate",
            "valueRate",
            "valueRadius",
            "innerSteps",
            "epochs",
            "targetDivergence",
            "rollouts",
            "rolloutLength",
            "modelBatch",
            "modelWarmUpUpdates",
            "modelUpdates");

    private static final List<String> PPO_COLUMNS = List.of(
            "innerSteps",
            "epochs",
            "policyRate",
            "valueRate",
            "clip",
            "targetDivergence",
            "valueRadius",
            "advantageRadius");

    private static final Map<String, Algorithm> ALGORITHMS = Stream.of(
                    Dmpo.localized(),
                    Dmpo.independent(),
                    Dmpo.nonAdjacent(),
                    new Mag(),
                    Ppo.decentralized(),
                    Ppo.centralizedCritic(),
                    new AdvantageActorCritic(new Ia2c()),
                    new AdvantageActorCritic(new ConseNet()),
                    new AdvantageActorCritic(new FPrint()),
                    new AdvantageActorCritic(new NeurComm()),
                    new AdvantageActorCritic(new CommNet()),
                    new AdvantageActorCritic(new Dial()),
                    new AdvantageActorCritic(new Ic3Net()),
                    new OffPolicyActorCritic())
            .collect(Collectors.toMap(Algorithm::name, algorithm -> algorithm));

    @ParameterizedTest
    @CsvSource({
        "paper-grid,         1e-4, 1e-4, 1, 10, 10, 7.5e-3, 2048, 25, 512, 20000, 200",
        "paper-monaco,       1e-4, 1e-4, 1, 10, 10, 7.5e-3, 2048, 25, 128, 20000, 100",
        "paper-new-york,     5e-4, 5e-4, 1, 20, 10, 1e-2,    512, 15,  64,  1000,  50",
        "paper-catch-up,     2e-4, 5e-4, 2, 10, 10, 7.5e-3, 2048, 25, 512,  2000, 200",
        "paper-slow-down,    5e-4, 5e-4, 2,  8,  8, 7.5e-3, 1024, 25, 512, 50000, 5000",
        "paper-ring,         1e-5, 1e-5, 1, 10, 10, 1e-2,   2048, 25, 256, 20000, 100",
        "paper-figure-eight, 5e-5, 5e-5, 1, 10, 10, 7.5e-3, 2048, 25, 256, 20000,  50",
        "paper-pandemic,     2e-4, 5e-4, 1, 10,  5, 7.5e-3, 2048, 25, 512, 20000, 200"
    })
    void dmpoHasTheValuesOfItsAuthorsFiles(ArgumentsAccessor row) {
        Map<String, Object> values = values("dmpo", requireNonNull(row.getString(0)));
        for (int column = 0; column < DMPO_COLUMNS.size(); column++) {
            String field = DMPO_COLUMNS.get(column);
            double expected = requireNonNull(row.getDouble(column + 1));
            assertThat(values.get(field))
                    .as(field)
                    .isInstanceOfSatisfying(
                            Number.class,
                            number -> assertThat(number.doubleValue()).isEqualTo(expected));
        }
        assertThat(values)
                .containsEntry("advantageRadius", values.get("valueRadius"))
                .containsEntry("discount", 0.99)
                .containsEntry("lambda", 0.5)
                .containsEntry("replayEpisodes", 15)
                .containsEntry("modelErrorThreshold", -1.0)
                .containsEntry("warmStart", "")
                .containsEntry("sharing", "none");
    }

    @ParameterizedTest
    @CsvSource({
        "paper-2022-catch-up,     3e-4, 3e-4, 3e-4, '[64, 64]',   '[16, 16]', 2, 0.2,   50, 20000",
        "paper-2022-slow-down,    3e-4, 3e-4, 3e-4, '[64, 64]',   '[16, 16]', 2, 0.1,   50, 20000",
        "paper-2022-figure-eight, 5e-5, 5e-5, 5e-4, '[64, 64]',   '[16, 16]', 3, 0.15,  50, 20000",
        "paper-2022-ring,         5e-4, 5e-4, 5e-4, '[64, 64]',   '[16, 16]', 3, 0.2,   50, 20000",
        "paper-2022-grid,         5e-4, 5e-4, 2e-4, '[128, 128]', '[64, 64]', 1, 0.2,   50, 20000"
    })
    void dmpoHasTheValuesOfTableOneOf2022(
            String preset,
            double valueRate,
            double policyRate,
            double modelRate,
            String hidden,
            String modelHidden,
            int radius,
            double clip,
            int modelUpdates,
            int modelWarmUpUpdates) {
        Map<String, Object> values = values("dmpo", preset);
        assertThat(values)
                .containsEntry("valueRate", valueRate)
                .containsEntry("policyRate", policyRate)
                .containsEntry("modelRate", modelRate)
                .containsEntry("policyRadius", 1)
                .containsEntry("modelRadius", 1)
                .containsEntry("valueRadius", radius)
                .containsEntry("advantageRadius", radius)
                .containsEntry("rolloutLength", 25)
                .containsEntry("clip", clip)
                .containsEntry("modelUpdates", modelUpdates)
                .containsEntry("modelWarmUpUpdates", modelWarmUpUpdates);
        assertThat(values.get("hidden")).hasToString(hidden);
        assertThat(values.get("modelHidden")).hasToString(modelHidden);
    }

    @ParameterizedTest
    @CsvSource({
        "cppo, paper-grid,         1,  1, 5e-5, 5e-5, 0.2,  7.5e-3, -1,  0, '[512, 512]',   '[]'",
        "cppo, paper-monaco,       1,  1, 5e-4, 5e-4, 0.2,  7.5e-3, -1,  0, '[1024, 1024]', '[2048, 2048]'",
        "cppo, paper-catch-up,     1,  5, 5e-5, 5e-5, 0.2,  7.5e-3, -1,  0, '[64, 64]',     '[]'",
        "cppo, paper-slow-down,    1,  1, 5e-5, 5e-4, 0.2,  7.5e-3, -1,  0, '[64, 64]',     '[]'",
        "cppo, paper-ring,        10,  1, 5e-4, 5e-4, 0.15, 7.5e-3, -1,  0, '[64, 64]',     '[]'",
        "cppo, paper-figure-eight, 10, 5, 5e-5, 5e-5, 0.15, 7.5e-3, -1, -1, '[64, 64]',     '[]'",
        "cppo, paper-new-york,     1, 10, 5e-4, 5e-4, 0.2,  0.01,   -1, -1, '[128, 128]',   '[]'",
        "dppo, paper-grid,         1, 10, 5e-5, 5e-4, 0.2,  0.01,    1,  1, '[256, 256]',   '[]'",
        "dppo, paper-monaco,       1, 10, 5e-4, 5e-4, 0.2,  0.01,    1,  1, '[512, 512]',   '[]'",
        "dppo, paper-catch-up,     1, 10, 5e-5, 5e-4, 0.2,  0.01,    2,  2, '[64, 64]',     '[]'",
        "dppo, paper-slow-down,    1, 10, 5e-5, 7e-4, 0.2,  0.01,    2,  2, '[64, 64]',     '[]'",
        "dppo, paper-ring,         1, 10, 5e-4, 5e-4, 0.2,  0.01,    1,  1, '[64, 64]',     '[]'",
        "dppo, paper-figure-eight, 1, 10, 5e-5, 5e-4, 0.2,  0.01,    1,  1, '[64, 64]',     '[]'",
        "dppo, paper-new-york,     1, 10, 5e-4, 5e-4, 0.2,  0.01,    1,  1, '[128, 128]',   '[]'"
    })
    void proximalPolicyOptimizationHasTheValuesOfItsAuthorsFiles(
            String algorithm, String preset, ArgumentsAccessor row) {
        Map<String, Object> values = values(algorithm, preset);
        for (int column = 0; column < PPO_COLUMNS.size(); column++) {
            String field = PPO_COLUMNS.get(column);
            double expected = requireNonNull(row.getDouble(column + 2));
            assertThat(values.get(field))
                    .as(field)
                    .isInstanceOfSatisfying(
                            Number.class,
                            number -> assertThat(number.doubleValue()).isEqualTo(expected));
        }
        assertThat(values.get("hidden")).hasToString(row.getString(PPO_COLUMNS.size() + 2));
        assertThat(values.get("valueHidden")).hasToString(row.getString(PPO_COLUMNS.size() + 3));
        assertThat(values).containsEntry("lambda", 0.5).containsEntry("entropyWeight", 0.0);
    }

    /** The launcher of the authors' code has one κ for both; a comparison is like for like. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "paper-grid",
                "paper-monaco",
                "paper-new-york",
                "paper-catch-up",
                "paper-slow-down",
                "paper-ring",
                "paper-figure-eight"
            })
    void dmpoAndDppoHearEquallyFar(String preset) {
        for (String radius : List.of("policyRadius", "valueRadius", "advantageRadius")) {
            assertThat(values("dppo", preset))
                    .containsEntry(radius, values("dmpo", preset).get(radius));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dmpo, paper-ring, modelProbability, 1.0",
        "dmpo, paper-figure-eight, clip, 0.15",
        "dmpo, paper-figure-eight, rewardWeight, 1.0",
        "dmpo, paper-grid, rewardWeight, 10.0",
        "dmpo, paper-new-york, warmUpEpisodes, 10",
        "dmpo, platoon, episodesPerRound, 1",
        "dppo, platoon, episodesPerRound, 4",
        "dmpo, paper-pandemic, 'modelHidden', '[24, 24]'",
        "impo, paper-ring, valueRadius, 0",
        "impo, paper-pandemic, epochs, 5",
        "dppo, paper-pandemic, policyRate, 2.0E-4",
        "cppo, paper-pandemic, valueRadius, -1",
        "dppo, paper-catch-up, policyRate, 5.0E-5",
        "dppo, paper-slow-down, valueRate, 7.0E-4",
        "dppo, paper-monaco, targetDivergence, 0.01",
        "cppo, paper-ring, innerSteps, 10",
        "cppo, paper-new-york, epochs, 10",
        "cppo, paper-catch-up, valueRadius, -1",
        "mag, paper, modelUpdates, 60",
        "mag, paper, modelErrorThreshold, -1.0",
        "mpo-na, paper-ring, observedGraph, non-adjacent",
        "mpo-na, paper-ring, nonAdjacentDivisor, 3",
        "mpo-na, paper-figure-eight, nonAdjacentDivisor, 3",
        "mpo-na, paper-grid, nonAdjacentDivisor, 2",
        "mpo-na, paper-catch-up, nonAdjacentDivisor, 2",
        "ia2c, paper-ring, learningRate, 0.005",
        "ia2c, paper-ring, spatialDiscount, 0.0",
        "ia2c, paper-figure-eight, learningRate, 5.0E-5",
        "ic3net, paper-ring, learningRate, 5.0E-4",
        "ic3net, paper-new-york, learningRate, 5.0E-4",
        "ic3net, paper-new-york, entropyWeight, 0.05",
        "ic3net, paper-new-york, spatialDiscount, 0.0",
        "neurcomm, paper-new-york, spatialDiscount, 0.9",
        "neurcomm, paper-new-york, entropyWeight, 0.01",
        "off-policy-ac, paper, consensusEvery, 1",
        "off-policy-ac, paper, entropyWeight, 0.0"
    })
    void aValueIsThatOfThePaper(String algorithm, String preset, String field, String value) {
        assertThat(values(algorithm, preset).get(field)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({
        "ia2c,     0.9,  0.9, 1.0, 0.8,  8",
        "consenet, 0.9,  0.9, 1.0, 0.8,  8",
        "fprint,   0.95, 0.9, 1.0, 0.9,  8",
        "neurcomm, 1.0,  0.9, 1.0, 1.0, 50",
        "commnet,  1.0,  0.9, 1.0, 1.0, 50",
        "dial,     1.0,  0.9, 1.0, 1.0, 50",
        "ic3net,   0.0,  0.0, 0.0, 0.0, 50"
    })
    void actorCriticsHaveTheValuesOfChu2020(
            String algorithm, double grid, double monaco, double catchUp, double slowDown, double platoonUnit) {
        Map<String, Double> discounts = Map.of(
                "paper", grid,
                "paper-grid", grid,
                "paper-monaco", monaco,
                "paper-catch-up", catchUp,
                "paper-slow-down", slowDown);
        discounts.forEach(
                (preset, discount) -> assertThat(values(algorithm, preset)).containsEntry("spatialDiscount", discount));
        for (String signals : List.of("paper-grid", "paper-monaco")) {
            assertThat(values(algorithm, signals))
                    .containsEntry("entropyWeight", 0.01)
                    .containsEntry("batch", 120)
                    .containsEntry("rewardUnit", 0.0);
        }
        for (String platoon : List.of("paper-catch-up", "paper-slow-down")) {
            assertThat(values(algorithm, platoon))
                    .containsEntry("entropyWeight", 0.05)
                    .containsEntry("batch", 60)
                    .containsEntry("rewardUnit", platoonUnit);
        }
        for (String road : List.of("paper-ring", "paper-figure-eight")) {
            assertThat(values(algorithm, road))
                    .containsEntry("entropyWeight", 0.0)
                    .containsEntry("hidden", 64)
                    .containsEntry("execution", "greedy");
        }
    }

    @Test
    void everyFileIsAPresetOrExtendedByOne() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Set<String> names = files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace(".json", ""))
                    .filter(name -> !name.endsWith("/index"))
                    .collect(Collectors.toSet());
            Set<String> used = names.stream()
                    .flatMap(name -> BASE.matcher(text(name)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            ALGORITHMS
                    .values()
                    .forEach(algorithm ->
                            algorithm.presets().keySet().forEach(preset -> used.add(algorithm.name() + "/" + preset)));
            assertThat(names).isNotEmpty().isSubsetOf(used);
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".json"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, Object> values(String name, String preset) {
        Algorithm algorithm = requireNonNull(ALGORITHMS.get(name));
        Settings complete = algorithm.complete(new Settings(Map.of(Algorithm.PRESET, preset)));
        return Settings.asMap(complete.over(algorithm.defaults()));
    }
}
