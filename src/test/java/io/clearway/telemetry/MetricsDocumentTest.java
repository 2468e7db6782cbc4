package io.clearway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/metrics.md is made from the code: {@code ./mvnw test -Dtest=MetricsDocumentTest -Dclearway.docs=write}. */
class MetricsDocumentTest {
    private static final Path PAGE = Path.of("docs", "metrics.md");
    private static final Pattern NAME = Pattern.compile("\\bclearway_[a-z_]+");
    /** What Prometheus makes of one timer or summary. */
    private static final String PARTS = "_(bucket|sum|count|max)$";

    @Test
    void thePageHoldsWhatTheCodeHas() throws IOException {
        if ("write".equals(System.getProperty("clearway.docs"))) {
            Files.writeString(PAGE, MetricsPage.text());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(MetricsPage.text());
    }

    @Test
    void dashboardsAndRulesOnlyNameWhatThereIs() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("docker"))) {
            var named = all.filter(file -> file.toString().matches(".*\\.(json|yml)"))
                    .flatMap(MetricsDocumentTest::names)
                    .map(name -> name.replaceFirst(PARTS, ""))
                    .distinct()
                    .toList();
            assertThat(named).hasSizeGreaterThan(30);
            assertThat(MetricsPage.names()).containsAll(named);
        }
    }

    @Test
    void aMetersNameIsItsOwn() {
        assertThat(MetricsPage.names()).doesNotHaveDuplicates();
    }

    private static Stream<String> names(Path file) {
        try {
            return NAME.matcher(Files.readString(file)).results().map(match -> match.group());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
