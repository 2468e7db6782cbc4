package io.clearway.scenario.pandemic.town;

/**
 * Hours of a week. Days are counted from Monday, day 0 of an episode.
 *
 * @param hours bit h is set for the hour that begins at h
 * @param days bit d is set for weekday d, 0 for Monday
 */
public record OpeningHours(int hours, int days) {
    /** Hours of a day. */
    public static final int HOURS = 24;

    /** Days of a week. */
    public static final int WEEK = 7;

    /** Every hour of every day. */
    public static final OpeningHours ALWAYS = new OpeningHours((1 << HOURS) - 1, (1 << WEEK) - 1);

    static final int MONDAY = 0;
    static final int TUESDAY = 1;
    static final int FRIDAY = 4;
    static final int SATURDAY = 5;
    static final int SUNDAY = 6;

    /** Every day from one hour to another, which is not included. */
    static OpeningHours daily(int from, int to) {
        return new OpeningHours(bits(from, to), ALWAYS.days);
    }

    /** The same with further hours. */
    OpeningHours and(int from, int to) {
        return new OpeningHours(hours | bits(from, to), days);
    }

    /** The same from one weekday to another only, both included. */
    OpeningHours from(int firstDay, int lastDay) {
        return new OpeningHours(hours, bits(firstDay, lastDay + 1));
    }

    private static int bits(int from, int to) {
        return (1 << to) - (1 << from);
    }

    /**
     * Whether an hour is among them.
     *
     * @param day since the beginning of the episode
     * @param hour of that day
     */
    public boolean include(int day, int hour) {
        return (hours >> hour & 1) != 0 && (days >> day % WEEK & 1) != 0;
    }
}
