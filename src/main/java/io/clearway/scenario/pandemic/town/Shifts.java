package io.clearway.scenario.pandemic.town;

/** Shifts of the staff of hospitals, six days a week: half of them at night, half in nine hours of the day. */
final class Shifts {
    private static final double AT_NIGHT = 0.5;
    private static final int NIGHT_BEGINS = 22;
    private static final int NIGHT_ENDS = 7;
    private static final int LATEST_START = 12;
    private static final int HOURS = 9;
    private static final int DAYS = 6;

    private Shifts() {}

    static OpeningHours draw(Draws draws) {
        OpeningHours shift;
        if (draws.happens(AT_NIGHT)) {
            shift = OpeningHours.daily(0, NIGHT_ENDS).and(NIGHT_BEGINS, OpeningHours.HOURS);
        } else {
            int start = draws.between(NIGHT_ENDS, LATEST_START);
            shift = OpeningHours.daily(start, start + HOURS);
        }
        int firstDay = draws.below(2);
        return shift.from(firstDay, firstDay + DAYS - 1);
    }
}
