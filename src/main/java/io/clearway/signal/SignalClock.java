package io.clearway.signal;

import java.util.Arrays;

/** How long a signal has shown its state, and how long each movement has been without green, from observed states. */
public final class SignalClock {
    private final double[] lastGreen;
    private String state;
    private double since;
    private double now;

    /** A clock that starts with a first observation. */
    public SignalClock(String state, double seconds) {
        this.state = state;
        this.since = seconds;
        this.now = seconds;
        this.lastGreen = new double[state.length()];
        Arrays.fill(lastGreen, seconds);
    }

    /**
     * Adds an observation.
     *
     * @param seconds simulated or real time, never earlier than the observation before
     */
    public void observe(String shown, double seconds) {
        if (shown.length() != lastGreen.length || seconds < now) {
            throw new IllegalArgumentException(
                    "State '%s' at %s s does not follow '%s' at %s s".formatted(shown, seconds, state, now));
        }
        for (int index = 0; index < lastGreen.length; index++) {
            if (Phase.isGreen(shown.charAt(index)) || Phase.isGreen(state.charAt(index))) {
                lastGreen[index] = seconds;
            }
        }
        if (!shown.equals(state)) {
            state = shown;
            since = seconds;
        }
        now = seconds;
    }

    /** State shown last. */
    public String state() {
        return state;
    }

    /** Seconds for which that state has been shown. */
    public double ageSeconds() {
        return now - since;
    }

    /** Seconds since a movement last had green; 0 while it has. */
    public double redSeconds(int index) {
        return now - lastGreen[index];
    }
}
