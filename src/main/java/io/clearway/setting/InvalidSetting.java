package io.clearway.setting;

/** A setting that cannot be used: the field, the given value, and a hint how to correct it. */
public class InvalidSetting extends IllegalArgumentException {
    private final String field;
    private final String given;
    private final String hint;

    /**
     * @param field path of the field as the user wrote it, such as {@code settings.clip}
     * @param given what was given, as text
     * @param hint what to do, such as {@code "give a number from 0 to 1"}
     */
    public InvalidSetting(String field, Object given, String hint) {
        super("%s: '%s' cannot be used; %s".formatted(field, given, hint));
        this.field = field;
        this.given = String.valueOf(given);
        this.hint = hint;
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

    /** The same complaint about a field further in, such as {@code clip} within {@code algorithmSettings}. */
    public final InvalidSetting within(String outer) {
        return new InvalidSetting(outer + "." + field, given, hint);
    }
}
