package io.clearway.events.measures;

/** How long some detector of a group is occupied: those that overlap count once. */
final class Occupancy {
    private int on;
    private long since;
    private long total;

    /** A detector of the group goes on or off. */
    void change(boolean toOn, long tenths) {
        total = until(tenths);
        since = tenths;
        on = Math.max(0, on + (toOn ? 1 : -1));
    }

    /** Occupied time from the beginning of the log to a time not before the last change. */
    long until(long tenths) {
        return total + (on > 0 ? tenths - since : 0);
    }
}
