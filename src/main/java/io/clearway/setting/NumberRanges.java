package io.clearway.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Whole numbers as people write them: {@code 100-119}, {@code 3}, {@code 1,5,10-12}. */
public final class NumberRanges {
    /** Numbers that may be given in all. */
    public static final int MOST = 10_000;

    private static final String TOO_MANY = "give up to %d seeds in all".formatted(MOST);

    private NumberRanges() {}

    /**
     * The numbers in the order written.
     *
     * @param field that holds them
     * @throws InvalidSetting on the field, where a part is no number or no range from low to high, or there are more
     *     than {@value #MOST}
     */
    public static List<Long> parse(String field, String text) {
        List<Long> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            add(field, part.strip(), numbers);
        }
        return numbers;
    }

    private static void add(String field, String part, List<Long> numbers) {
        try {
            String[] ends = part.split("-", 2);
            long first = Long.parseLong(ends[0].strip());
            long last = ends.length == 2 ? Long.parseLong(ends[1].strip()) : first;
            if (last < first || last - first >= MOST) {
                throw new InvalidSetting(field, part, "give a range of up to %d seeds, first to last".formatted(MOST));
            }
            if (numbers.size() + (last - first) >= MOST) {
                throw new InvalidSetting(field, part, TOO_MANY);
            }
            LongStream.rangeClosed(first, last).forEach(numbers::add);
        } catch (NumberFormatException noNumber) {
            throw new InvalidSetting(field, part, "write seeds as 100-119, 3 or 1,5,10-12");
        }
    }
}
