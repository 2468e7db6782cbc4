package io.clearway.report.comparison;

import io.clearway.training.ConfidenceInterval;
import io.clearway.training.EpisodeResult;
import java.util.function.ToDoubleFunction;

/**
 * One measure before and after.
 *
 * @param group what it is about: all, a corridor, a mode of travel, a signal, an approach, a movement
 * @param subject who of them
 * @param measure name of the measure
 * @param unit its unit
 * @param before mean over the seeds
 * @param after mean over the seeds
 * @param change interval of the paired differences after − before, with which way is better
 */
public record ComparedMeasure(
        Group group,
        String subject,
        String measure,
        String unit,
        ConfidenceInterval before,
        ConfidenceInterval after,
        Change change) {
    /** What a measure is about. */
    public enum Group {
        ALL("all"),
        CORRIDOR("corridor"),
        MODE("mode of travel"),
        SIGNAL("signal"),
        APPROACH("approach"),
        MOVEMENT("movement");

        private final String word;

        Group(String word) {
            this.word = word;
        }

        /** For people. */
        public String word() {
            return word;
        }
    }

    /**
     * A paired difference.
     *
     * @param moreIsBetter whether more is better; else it is worse
     * @param certain whether it counts what happened, so that it needs no interval
     */
    public record Change(ConfidenceInterval difference, boolean moreIsBetter, boolean certain) {
        /** Whether the interval lies on the better side of 0. */
        public boolean better() {
            return moreIsBetter ? above() : below();
        }

        /** Whether the interval lies on the worse side of 0. */
        public boolean worse() {
            return moreIsBetter ? below() : above();
        }

        private boolean above() {
            return certain ? difference.mean() > 0 : difference.known() && difference.aboveZero();
        }

        private boolean below() {
            return certain ? difference.mean() < 0 : difference.known() && difference.belowZero();
        }

        /** In words. */
        public String word() {
            return better() ? "better" : worse() ? "worse" : "not distinguishable";
        }
    }

    /** One whose change is judged by its interval. */
    static ComparedMeasure of(PairedEpisodes episodes, Group group, String subject, Figure figure) {
        return of(episodes, group, subject, figure, false);
    }

    /** One that counts what happened on the seeds: any change of it is one. */
    static ComparedMeasure certain(PairedEpisodes episodes, Group group, String subject, Figure figure) {
        return of(episodes, group, subject, figure, true);
    }

    private static ComparedMeasure of(
            PairedEpisodes episodes, Group group, String subject, Figure figure, boolean certain) {
        return new ComparedMeasure(
                group,
                subject,
                figure.name(),
                figure.unit(),
                episodes.before(figure.of()),
                episodes.after(figure.of()),
                new Change(episodes.difference(figure.of()), figure.moreIsBetter(), certain));
    }

    /** Whom it is about, in words. */
    public String about() {
        return group == Group.ALL ? "all" : "%s %s".formatted(group.word(), subject);
    }

    /** The change in words. */
    public String sentence() {
        return "%s, %s: %s (%s instead of %s)"
                .formatted(
                        about(),
                        measure,
                        inUnit(change.difference().signedText()),
                        after.meanText(),
                        before.meanText());
    }

    /** A number with the unit of this measure, where it has one. */
    String inUnit(String number) {
        return unit.equals("1") ? number : number + " " + unit;
    }

    /** A figure of an episode. */
    record Figure(String name, String unit, boolean moreIsBetter, ToDoubleFunction<EpisodeResult> of) {}
}
