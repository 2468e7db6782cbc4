package io.clearway.deployments.live;

import io.clearway.deployments.ModeTrips;
import io.clearway.metric.TravelMode;
import io.clearway.simulation.trips.VehicleLoss;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adds up what trips have lost, from samples of the vehicles in the network: a vehicle that is missing has ended its
 * trip, with what it had lost in the sample before. What it loses in the last seconds before its end is not seen, and
 * what it had lost before the first sample does not count.
 */
final class TripMeter {
    /** Simulated time between two samples. */
    static final double SAMPLE_SECONDS = 5;

    private static final double RECENT_SECONDS = 900;
    private static final double MINUTE = 60;

    private final Map<TravelMode, Totals> totals = new EnumMap<>(TravelMode.class);
    private final Deque<Past> minutes = new ArrayDeque<>();
    private Map<String, Seen> seen = new HashMap<>();
    private double sampledSeconds = Double.NEGATIVE_INFINITY;

    /** A vehicle: what it had lost when it was seen first in the first sample, else 0, and in the last one. */
    private record Seen(TravelMode mode, double before, double lost) {}

    /** Trips that ended, and what they lost. */
    private record Totals(int trips, double lost) {
        static final Totals NONE = new Totals(0, 0);

        Totals and(Seen vehicle) {
            return new Totals(trips + 1, lost + vehicle.lost() - vehicle.before());
        }
    }

    /** The totals at an earlier time. */
    private record Past(double seconds, Map<TravelMode, Totals> totals) {}

    /** Whether another sample is due. */
    boolean isDue(double seconds) {
        return seconds >= sampledSeconds + SAMPLE_SECONDS;
    }

    /** Takes what the vehicles in the network have lost. */
    void sample(double seconds, List<VehicleLoss> losses) {
        boolean first = minutes.isEmpty();
        Map<String, Seen> now = new HashMap<>();
        for (VehicleLoss loss : losses) {
            Seen known = seen.remove(loss.vehicle());
            double before = known == null ? (first ? loss.seconds() : 0) : known.before();
            now.put(loss.vehicle(), new Seen(loss.mode(), before, loss.seconds()));
        }
        seen.values()
                .forEach(ended -> totals.merge(ended.mode(), Totals.NONE.and(ended), (sum, one) -> sum.and(ended)));
        seen = now;
        sampledSeconds = seconds;
        remember(seconds);
    }

    /** Keeps the totals of each minute, back to the last one that is not recent any more. */
    private void remember(double seconds) {
        if (minutes.isEmpty() || seconds >= minutes.getLast().seconds() + MINUTE) {
            minutes.addLast(new Past(seconds, new EnumMap<>(totals)));
        }
        while (minutes.size() > 1 && secondOldest() <= seconds - RECENT_SECONDS) {
            minutes.removeFirst();
        }
    }

    private double secondOldest() {
        var oldest = minutes.iterator();
        oldest.next();
        return oldest.next().seconds();
    }

    /** The trips of each mode that has any. */
    List<ModeTrips> trips() {
        return totals.keySet().stream().map(this::trips).toList();
    }

    private ModeTrips trips(TravelMode mode) {
        Totals all = Objects.requireNonNull(totals.get(mode));
        Totals before = minutes.getFirst().totals().getOrDefault(mode, Totals.NONE);
        return new ModeTrips(
                mode.key(), all.trips(), all.lost(), all.trips() - before.trips(), all.lost() - before.lost());
    }
}
