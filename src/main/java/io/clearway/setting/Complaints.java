package io.clearway.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what is wrong with several parts of a request, so that all of it can be told at once. */
public final class Complaints {
    private final List<InvalidSetting> all = new ArrayList<>();

    /** A part of the request; empty where it is wrong, which is remembered. */
    public <T> Optional<T> check(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (InvalidSetting wrong) {
            add(wrong);
            return Optional.empty();
        }
    }

    /** Remembers a complaint with all that it consists of. */
    public void add(InvalidSetting wrong) {
        all.addAll(wrong.all());
    }

    /** Throws all complaints as one, if there are any. */
    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw InvalidSetting.together(all);
        }
    }
}
