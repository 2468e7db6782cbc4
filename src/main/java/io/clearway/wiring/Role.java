package io.clearway.wiring;

import io.clearway.setting.InvalidSetting;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What one process does of the service's work; {@code clearway.role}. */
enum Role {
    /** Answers REST and works on runs. */
    ALL(true, true),
    /** Answers REST, drives live simulations, and leaves the runs to workers on the same database. */
    API(true, false),
    /** Works on runs; answers nothing but health and metrics. */
    WORKER(false, true);

    static final String SETTING = "clearway.role";

    private final boolean answers;
    private final boolean works;

    Role(boolean answers, boolean works) {
        this.answers = answers;
        this.works = works;
    }

    /**
     * The role of a name.
     *
     * @throws InvalidSetting when there is none of that name
     */
    static Role of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.settingValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidSetting(
                        SETTING,
                        name,
                        "use one of: "
                                + Arrays.stream(values())
                                        .map(Role::settingValue)
                                        .collect(Collectors.joining(", "))));
    }

    /** Whether it answers REST. */
    boolean answers() {
        return answers;
    }

    /** Whether it works on runs. */
    boolean works() {
        return works;
    }

    /** Whether it leaves a part to other processes, which must then share its database. */
    boolean isPart() {
        return !answers || !works;
    }

    String settingValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
