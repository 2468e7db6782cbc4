package io.clearway.setting;

/** A setting that cannot be used: which field, what was given, and how to mend it. */
public class InvalidSetting extends IllegalArgumentException {
    private final String field;
    private final String given;
    private final String hint;

    /**
     * @param field path of the field as the user wrote it, such as {@code settings.clip}
     * @param given what was given, as text
     * @param mend what to do, such as {@code "give a number from 0 to 1"}
     */
    public InvalidSetting(String field, Object given, String mend) {
        super("%s: '%s' cannot be used; %s".formatted(field, given, mend));
        this.field = field;
        this.given = String.valueOf(given);
        this.hint = mend;
    }

    /** Path of the field. */
    public final String field() {
        return field;
    }

    /** What was given. */
    public final String given() {
        return given;
    }

    /** How to mend it. */
    public final String hint() {
        return hint;
    }

    /** The same complaint about a field further in, such as {@code clip} within {@code algorithmSettings}. */
    public final InvalidSetting within(String outer) {
        return new InvalidSetting(outer + "." + field, given, hint);
    }
}
