package io.clearway.signal;

/**
 * Whether a detector is stuck at presence: the max-presence diagnostic of field detectors (NTCIP 1202,
 * {@code vehicleDetectorMaxPresence}), counted in services instead of minutes, since a queue may rightly stand for
 * minutes. A queue that is served moves, and its count changes; a detector that reports the same vehicles through
 * several services is suspect until it reports anything else. Used by one thread at a time.
 */
public final class MaxPresence {
    /** By then the first of a standing queue have left. */
    private static final double SERVICE_SECONDS = 5;
    /** A green that lasts longer, such as one that the detector itself keeps, counts as several services. */
    private static final double LONGEST_SERVICE_SECONDS = 30;

    private static final int SERVICES = 3;
    /** Whoever yields may find no gap in a whole green. */
    private static final int YIELDING_SERVICES = 10;

    private Reading reading = Reading.NOTHING;
    private double now = Double.NaN;
    private boolean green;
    private double greenSeconds;
    private boolean prior;
    private boolean blocked;
    private boolean flowed;
    private int services;
    private int yielding;

    /** A detector of which nothing is known. */
    public MaxPresence() {
        beginService();
    }

    /**
     * What a detector reports.
     *
     * @param vehicles on it
     * @param halting of those
     */
    public record Reading(int vehicles, int halting) {
        static final Reading NOTHING = new Reading(0, 0);
    }

    /**
     * What the signal does for the detector's vehicles.
     *
     * @param green whether one of their movements has green
     * @param priority whether one of them has priority
     * @param blocked whether they may have no room behind the signal
     * @param neighborsFlow whether vehicles of another approach lane leave
     */
    public record Service(boolean green, boolean priority, boolean blocked, boolean neighborsFlow) {}

    /**
     * Adds an observation.
     *
     * @param seconds simulated or real time, never earlier than the observation before
     */
    public void observe(double seconds, Reading reported, Service service) {
        if (!reported.equals(reading)) {
            reading = reported;
            services = 0;
            yielding = 0;
            beginService();
        }
        take(service, green && !Double.isNaN(now) ? seconds - now : 0);
        green = service.green();
        now = seconds;
    }

    private void take(Service service, double servedSeconds) {
        greenSeconds += servedSeconds;
        flowed |= service.neighborsFlow();
        prior |= service.priority();
        // also in yellow: who stands behind the signal then stood there during the green
        blocked |= service.blocked() && (green || service.green());
        boolean ends = green && !service.green();
        if (ends || greenSeconds >= LONGEST_SERVICE_SECONDS) {
            endService();
        }
    }

    private void endService() {
        // a signal at which nobody moves, or can, tells nothing of a detector
        if (greenSeconds >= SERVICE_SECONDS && flowed && !blocked) {
            services += prior ? 1 : 0;
            yielding++;
        }
        beginService();
    }

    private void beginService() {
        greenSeconds = 0;
        flowed = false;
        prior = false;
        blocked = false;
    }

    /** Whether it reports vehicles that no service moves. */
    public boolean isSuspect() {
        return !reading.equals(Reading.NOTHING) && (services >= SERVICES || yielding >= YIELDING_SERVICES);
    }
}
