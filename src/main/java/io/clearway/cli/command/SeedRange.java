package io.clearway.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Seeds as people write them: {@code 100-119}, {@code 3}, {@code 1,5,10-12}.
 *
 * @param seeds in the order written
 */
public record SeedRange(List<Long> seeds) {
    private static final int MOST = 10_000;

    public SeedRange {
        seeds = List.copyOf(seeds);
    }

    /** Reads what the user wrote. */
    public static final class Converter implements ITypeConverter<SeedRange> {
        @Override
        public SeedRange convert(String text) {
            List<Long> seeds = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                add(part.strip(), seeds);
            }
            return new SeedRange(seeds);
        }

        private static void add(String part, List<Long> seeds) {
            try {
                String[] ends = part.split("-", 2);
                long first = Long.parseLong(ends[0]);
                long last = ends.length == 2 ? Long.parseLong(ends[1]) : first;
                if (last < first || last - first >= MOST) {
                    throw new TypeConversionException(
                            "'%s' is no range of up to %d seeds, first to last".formatted(part, MOST));
                }
                LongStream.rangeClosed(first, last).forEach(seeds::add);
            } catch (NumberFormatException noNumber) {
                throw new TypeConversionException("'%s' is no seed; write 100-119, 3 or 1,5,10-12".formatted(part));
            }
        }
    }
}
