package io.clearway.wiring.postgres;

/** The embedded PostgreSQL cannot be used: what is wrong, and how to mend it. */
public final class PostgresFailure extends RuntimeException {
    private final String mend;

    PostgresFailure(String message, String mend) {
        super(message);
        this.mend = mend;
    }

    PostgresFailure(String message, String mend, Throwable cause) {
        super(message, cause);
        this.mend = mend;
    }

    /** What to do about it. */
    public String mend() {
        return mend;
    }
}
