package io.clearway.scenario.pandemic;

import java.util.ArrayList;
import java.util.List;

/**
 * A stage for every day, the same for all agents.
 *
 * @param untilNoticed whether days are counted from the one on which ten persons are known to be infected, with stage 0
 *     before
 * @param parts in their order
 * @param last stage after the parts
 */
record Schedule(boolean untilNoticed, List<Part> parts, int last) {
    /** A stage up to a day, which is not included. */
    record Part(int stage, int endDay) {}

    Schedule {
        parts = List.copyOf(parts);
    }

    /** The same stage on all days. */
    static Schedule always(int stage) {
        return new Schedule(false, List.of(), stage);
    }

    /** The strictest stage for some days, then one less after every so many days. */
    static Schedule easing(int strictest, int days, int eachDays) {
        List<Part> parts = new ArrayList<>();
        for (int stage = strictest; stage > 0; stage--) {
            int end = days + (strictest - stage) * eachDays;
            if (parts.isEmpty() || eachDays > 0) {
                parts.add(new Part(stage, end));
            }
        }
        return new Schedule(true, parts, 0);
    }

    /**
     * The stage of a day.
     *
     * @param day since the schedule began
     */
    int stage(int day) {
        return parts.stream()
                .filter(part -> day < part.endDay())
                .findFirst()
                .map(Part::stage)
                .orElse(last);
    }
}
