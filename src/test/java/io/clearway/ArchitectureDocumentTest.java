package io.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureDocumentTest {
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|.*\\| ([a-z –]+) \\|");

    @Test
    void theDocumentAndTheArchitectureTestHoldTheSameMap() throws IOException {
        assertThat(rows()).isEqualTo(ArchitectureTest.MAP);
    }

    @Test
    void everyPackageStandsOnTheMap() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("src/main/java/io/clearway"))) {
            assertThat(entries.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .isSubsetOf(rows().stream().map(Map.Entry::getKey).toList());
        }
    }

    private static List<Map.Entry<String, List<String>>> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/architecture.md")).stream()
                .takeWhile(line -> !line.startsWith("## Rooms"))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> Map.entry(row.group(1), words(row.group(2))))
                .toList();
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(" ", -1))
                .filter(word -> !word.equals("–"))
                .toList();
    }
}
