package io.clearway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.catalog.Catalog;
import io.clearway.simulation.TrafficSimulator;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every setting is explained, in the words of the documentation. */
class ExplanationsTest {
    private static Collection<Algorithm> algorithms() {
        TrafficSimulator none = (TrafficSimulator) Proxy.newProxyInstance(
                ExplanationsTest.class.getClassLoader(),
                new Class<?>[] {TrafficSimulator.class},
                (proxy, call, given) -> {
                    throw new UnsupportedOperationException("nothing is simulated here");
                });
        return Catalog.standard(none, Path.of("sumo-networks")).algorithms();
    }

    @Test
    void everySettingOfEveryAlgorithmHasAnExplanation() {
        assertThat(algorithms()).hasSizeGreaterThan(10).allSatisfy(algorithm -> {
            AlgorithmSummary summary = AlgorithmSummary.of(algorithm);
            assertThat(summary.explanations().keySet())
                    .as(summary.name())
                    .containsAll(summary.defaults().keySet());
            assertThat(summary.explanations().values()).as(summary.name()).noneMatch(String::isBlank);
        });
    }

    @Test
    void theyAreTheWordsOfTheDocumentation() throws IOException {
        String documented = Files.readString(Path.of("docs", "algorithms.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                        .replace("`", "")
                        .replace("\\|", "|"))
                .collect(Collectors.joining("\n"));
        assertThat(algorithms())
                .allSatisfy(algorithm -> AlgorithmSummary.of(algorithm)
                        .explanations()
                        .forEach((setting, text) -> assertThat(documented)
                                .as("%s of %s", setting, algorithm.name())
                                .contains("| " + text + " |")));
    }
}
