package io.clearway.deployments.live;

import org.slf4j.Logger;

/**
 * Failures in a row of something that is tried again and again: the log names the first, and when they are over, how
 * many there were. For one thread.
 */
final class FailureStreak {
    private final Logger log;
    private final String what;
    private int failures;

    /** @param what fails, and of which deployment, for the log */
    FailureStreak(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** One more failure. */
    void failed(RuntimeException error) {
        failures++;
        if (failures == 1) {
            log.warn("{}: {}. The deployment continues; further failures are counted", what, error.toString());
        }
    }

    /** It succeeded, or is not tried again. */
    void over() {
        if (failures > 0) {
            log.warn("{}: over after {} failures", what, failures);
        }
        failures = 0;
    }
}
