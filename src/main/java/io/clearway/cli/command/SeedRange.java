package io.clearway.cli.command;

import io.clearway.setting.InvalidSetting;
import io.clearway.setting.NumberRanges;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Seeds as people write them: {@code 100-119}, {@code 3}, {@code 1,5,10-12}.
 *
 * @param seeds in the order written
 */
public record SeedRange(List<Long> seeds) {
    public SeedRange {
        seeds = List.copyOf(seeds);
    }

    /** Reads what the user wrote. */
    public static final class Converter implements ITypeConverter<SeedRange> {
        @Override
        public SeedRange convert(String text) {
            try {
                return new SeedRange(NumberRanges.parse("seeds", text));
            } catch (InvalidSetting refused) {
                throw new TypeConversionException("'%s' cannot be used; %s".formatted(refused.given(), refused.hint()));
            }
        }
    }
}
