package io.clearway.scenario.pandemic.town;

/**
 * Who somebody is; none of it changes within an episode.
 *
 * @param age in years, 1 to 100
 * @param highRisk whether an infection is more severe
 * @param home place
 * @param occupation what the days are filled with
 * @param work place of work or school; {@link #NOWHERE} without
 * @param workHours when the person is there
 */
public record Person(int age, boolean highRisk, int home, Occupation occupation, int work, OpeningHours workHours) {
    /** No place. */
    public static final int NOWHERE = -1;

    private static final int OF_AGE_FOR_BARS = 21;

    /** Whether the person belongs to a place, and is no visitor there. */
    public boolean isMemberOf(int place) {
        return place == home || place == work;
    }

    /** Whether bars let the person in. */
    public boolean mayEnterBars() {
        return age >= OF_AGE_FOR_BARS;
    }
}
