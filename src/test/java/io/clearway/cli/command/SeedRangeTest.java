package io.clearway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SeedRangeTest {
    private final SeedRange.Converter converter = new SeedRange.Converter();

    @Test
    void rangesAndSingleSeedsMix() {
        assertThat(converter.convert("1, 5,10-12").seeds()).containsExactly(1L, 5L, 10L, 11L, 12L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "3-1", "1-", "-", "1,,2", "0-99999999"})
    void whatIsNoSeedIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
