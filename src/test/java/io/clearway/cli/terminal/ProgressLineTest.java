package io.clearway.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private ProgressLine line(boolean terminal, boolean color) {
        return new ProgressLine(out, new Console(out, out, terminal, color));
    }

    @Test
    void inColorsTheBarIsGreenAndAllElseAsBefore() {
        for (boolean color : List.of(true, false)) {
            ProgressLine line = line(true, color);
            line.show(0.25, "a long text", Duration.ofSeconds(10));
            line.show(1, "done", Duration.ofSeconds(40));
            line.end();
        }
        List<String> lines = text().lines().toList();
        int half = lines.size() / 2;
        assertThat(text()).startsWith("\r[\u001b[32m█████\u001b[0m···············]  25 %");
        assertThat(lines.subList(0, half).stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")))
                .containsExactlyElementsOf(lines.subList(half, lines.size()));
    }

    @Test
    void aQuarterInTenSecondsLeavesThirty() {
        line(true, false).show(0.25, "episode 5", Duration.ofSeconds(10));
        assertThat(text()).isEqualTo("\r[█████···············]  25 %  episode 5  0:30 left");
    }

    @Test
    void aRoundThatGoesBeyondTheEndIsTheEnd() {
        line(true, false).show(8, "episode 8", Duration.ofSeconds(10));
        assertThat(text()).isEqualTo("\r[████████████████████] 100 %  episode 8");
    }

    @Test
    void aShorterLineCoversALongerOne() {
        ProgressLine line = line(true, false);
        line.show(0, "a long text", Duration.ZERO);
        line.show(1, "done", Duration.ZERO);
        assertThat(text()).endsWith("done       ");
    }

    @Test
    void aFileGetsALineEveryTenthOnly() {
        ProgressLine line = line(false, false);
        for (int percent = 0; percent <= 100; percent++) {
            line.show(percent / 100.0, "x", Duration.ofSeconds(percent));
        }
        assertThat(text().lines()).hasSize(11);
        assertThat(text()).doesNotContain("\r");
    }
}
