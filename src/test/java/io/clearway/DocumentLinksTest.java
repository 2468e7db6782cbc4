package io.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
        List<Path> links = documents().flatMap(DocumentLinksTest::links).toList();
        assertThat(links).isNotEmpty().allSatisfy(target -> assertThat(target).exists());
    }

    private static Stream<Path> documents() throws IOException {
        try (Stream<Path> below = Files.walk(Path.of("docs"))) {
            List<Path> pages =
                    below.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(Path.of("README.md")), pages.stream());
        }
    }

    private static Stream<Path> links(Path document) {
        try {
            return LINK.matcher(Files.readString(document))
                    .results()
                    .map(link -> document.resolveSibling(link.group(1)).normalize());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
