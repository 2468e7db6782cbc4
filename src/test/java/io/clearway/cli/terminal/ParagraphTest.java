package io.clearway.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ParagraphTest {
    private static String printed(String text) {
        var bytes = new ByteArrayOutputStream();
        new Paragraph("  ", new PrintStream(bytes, true, StandardCharsets.UTF_8)).print(text);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void linesBreakBetweenWordsWithinEightyColumns() {
        String text = "word ".repeat(60).strip();
        assertThat(printed(text).lines())
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(80)
                        .startsWith("  ")
                        .endsWith("word"));
        assertThat(printed(text).replaceAll("\\s+", " ").strip()).isEqualTo(text);
    }

    @Test
    void aWordLongerThanALineStandsAlone() {
        String path = "x".repeat(100);
        assertThat(printed("see " + path).lines()).containsExactly("  see", "    " + path);
    }
}
