package io.clearway.simulation.trips;

import io.clearway.metric.TripMeasures;
import io.clearway.metric.TripMeasures.DelayPercentiles;
import io.clearway.metric.TripMeasures.Emissions;
import io.clearway.metric.TripMeasures.TripCounts;
import io.clearway.metric.TripMeasures.TripTimes;
import io.clearway.simulation.trips.Trip.Times;
import io.clearway.simulation.trips.Trip.TripState;
import org.HdrHistogram.Histogram;

/** Sums over trips, and the distribution of their delays to three digits. */
final class TripSums {
    private static final int DIGITS = 3;
    private static final double TICKS_PER_SECOND = 100;
    private final Histogram delays = new Histogram(DIGITS);
    private int due;
    private int arrived;
    private int notInserted;
    private double delay;
    private double timeLoss;
    private double travel;
    private double waiting;
    private long stops;
    private Emissions emissions = new Emissions(0, 0);
    private int emitting;

    void add(Trip trip) {
        Times times = trip.times();
        due++;
        double itsDelay = times.timeLoss() + times.departDelay();
        delay += itsDelay;
        delays.recordValue(Math.round(Math.max(0, itsDelay) * TICKS_PER_SECOND));
        timeLoss += times.timeLoss();
        waiting += times.waiting();
        stops += trip.stops();
        if (trip.emissions().recorded()) {
            emissions = new Emissions(
                    emissions.fuelKilograms() + trip.emissions().fuelKilograms(),
                    emissions.carbonDioxideKilograms() + trip.emissions().carbonDioxideKilograms());
            emitting++;
        }
        arrived += trip.state() == TripState.ARRIVED ? 1 : 0;
        notInserted += trip.state() == TripState.NOT_INSERTED ? 1 : 0;
        travel += trip.state() == TripState.ARRIVED ? times.duration() : times.duration() + times.departDelay();
    }

    TripMeasures measures() {
        if (due == 0) {
            return TripMeasures.NONE;
        }
        return new TripMeasures(
                new TripCounts(due, arrived, notInserted),
                new TripTimes(delay / due, timeLoss / due, travel / due, waiting / due, (double) stops / due),
                new DelayPercentiles(percentile(50), percentile(85), percentile(95)),
                emitting > 0 ? emissions : Emissions.NOT_RECORDED);
    }

    private double percentile(double percent) {
        return delays.getValueAtPercentile(percent) / TICKS_PER_SECOND;
    }
}
