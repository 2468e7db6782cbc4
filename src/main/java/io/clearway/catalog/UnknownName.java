package io.clearway.catalog;

import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Suggestion;
import java.util.Collection;

/** A name that the catalog does not hold. */
public final class UnknownName extends InvalidSetting {
    /**
     * @param field field that the name was given in, such as {@code scenario}
     * @param given the name
     * @param known all names that would do
     */
    public UnknownName(String field, String given, Collection<String> known) {
        super(field, given, Suggestion.oneOf(given, known));
    }
}
