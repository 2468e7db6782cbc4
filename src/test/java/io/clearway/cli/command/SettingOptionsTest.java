package io.clearway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SettingOptionsTest {
    @Test
    void aValueIsANumberATruthOrAText() {
        assertThat(value("64")).isEqualTo(64L);
        assertThat(value("-0.5")).isEqualTo(-0.5);
        assertThat(value("true")).isEqualTo(true);
        assertThat(value("max-pressure")).isEqualTo("max-pressure");
        assertThat(value("")).isEqualTo("");
    }

    @Test
    void valuesWithCommasBetweenThemAreAList() {
        assertThat(value("64,64")).isEqualTo(List.of(64L, 64L));
        assertThat(value("queue, phase")).isEqualTo(List.of("queue", "phase"));
        assertThat(value("queue,")).isEqualTo(List.of("queue", ""));
    }

    @Test
    void bracketsMakeAListOfAnyLength() {
        assertThat(value("[64]")).isEqualTo(List.of(64L));
        assertThat(value("[]")).isEqualTo(List.of());
        assertThat(value("[1, two]")).isEqualTo(List.of(1L, "two"));
    }

    @Test
    void quotationMarksMakeAText() {
        assertThat(value("\"a,b\"")).isEqualTo("a,b");
        assertThat(value("\"64\"")).isEqualTo("64");
        assertThat(value("\"64\",\"true\"")).isEqualTo(List.of("64", "true"));
    }

    private static Object value(String text) {
        SettingOptions options = new SettingOptions();
        new CommandLine(options).parseArgs("--set", "name=" + text);
        return options.algorithm().values().getOrDefault("name", "nothing");
    }
}
