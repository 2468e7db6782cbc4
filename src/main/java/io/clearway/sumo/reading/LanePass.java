package io.clearway.sumo.reading;

/** The way of one vehicle over one watched lane. */
final class LanePass {
    private final PlacesOfLane places;
    private final Arrival arrival;
    private double front = Double.NaN;
    private double due = Double.NEGATIVE_INFINITY;
    private long under;

    /** How a vehicle came onto a lane. */
    enum Arrival {
        /** Over its beginning, from another road. */
        DRIVING,
        /** From the lane beside, or into the network: it stands over places without having driven over them. */
        SIDEWAYS,
        /** It has driven over the whole lane within a step. */
        THROUGH
    }

    LanePass(PlacesOfLane places, Arrival arrival) {
        this.places = places;
        this.arrival = arrival;
    }

    PlacesOfLane places() {
        return places;
    }

    Arrival arrival() {
        return arrival;
    }

    /** Position of the vehicle's front, from the lane's beginning and beyond its end, in meters. */
    double front() {
        return front;
    }

    void frontAt(double meters) {
        front = meters;
    }

    /** Whether a front at this position has reached a place, or its rear has left one, since {@link #awaitNext}. */
    boolean isDue(double meters) {
        return meters >= due;
    }

    /** Computes the position of the front at which something happens next: most steps on a lane pass nothing. */
    void awaitNext(double lengthMeters) {
        due = Double.POSITIVE_INFINITY;
        for (int place = 0; place < places.count(); place++) {
            double at = places.meters()[place];
            if (at > front) {
                due = Math.min(due, at);
            } else if (isOver(place)) {
                due = Math.min(due, at + lengthMeters);
            }
        }
    }

    /** Whether the vehicle is over a place of the lane. */
    boolean isOver(int place) {
        return (under & 1L << place) != 0;
    }

    void over(int place, boolean now) {
        under = now ? under | 1L << place : under & ~(1L << place);
    }

    boolean isOverAny() {
        return under != 0;
    }
}
