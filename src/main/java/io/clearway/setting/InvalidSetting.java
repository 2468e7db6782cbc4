package io.clearway.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A setting that cannot be used: the field, the given value, and a hint how to correct it. It may stand for several of
 * them; then it is about the first, and {@link #all} has every one.
 */
public class InvalidSetting extends IllegalArgumentException {
    private final String field;
    private final String given;
    private final String hint;
    private final transient List<InvalidSetting> others;

    /**
     * @param field path of the field as the user wrote it, such as {@code settings.clip}
     * @param given what was given, as text
     * @param hint what to do, such as {@code "give a number from 0 to 1"}
     */
    public InvalidSetting(String field, Object given, String hint) {
        super(sentence(field, given, hint));
        this.field = field;
        this.given = String.valueOf(given);
        this.hint = hint;
        this.others = List.of();
    }

    private InvalidSetting(InvalidSetting first, List<InvalidSetting> others, String message) {
        super(message);
        this.field = first.field;
        this.given = first.given;
        this.hint = first.hint;
        this.others = List.copyOf(others);
    }

    /** Several complaints as one; there must be one. */
    static InvalidSetting together(List<InvalidSetting> complaints) {
        InvalidSetting first = complaints.get(0);
        if (complaints.size() == 1) {
            return first;
        }
        String message = complaints.stream()
                .map(one -> sentence(one.field, one.given, one.hint))
                .collect(Collectors.joining("\n"));
        return new InvalidSetting(first, complaints.subList(1, complaints.size()), message);
    }

    /** Path of the field. */
    public final String field() {
        return field;
    }

    /** What was given. */
    public final String given() {
        return given;
    }

    /** What to do, such as {@code "give a number from 0 to 1"}. */
    public final String hint() {
        return hint;
    }

    /** Every complaint that it stands for, each alone; the first is about {@link #field}. */
    public final List<InvalidSetting> all() {
        List<InvalidSetting> all = new ArrayList<>();
        all.add(others.isEmpty() ? this : new InvalidSetting(field, given, hint));
        all.addAll(others);
        return all;
    }

    /** The same complaint about a field further in, such as {@code clip} within {@code algorithmSettings}. */
    public final InvalidSetting within(String outer) {
        return mapped(one -> new InvalidSetting(outer + "." + one.field, one.given, one.hint));
    }

    /** The same with each of the complaints that it stands for replaced by another, such as one that has its line. */
    public final InvalidSetting mapped(UnaryOperator<InvalidSetting> each) {
        return together(all().stream().map(each).toList());
    }

    private static String sentence(String field, Object given, String hint) {
        return "%s: '%s' cannot be used; %s".formatted(field, given, hint);
    }
}
