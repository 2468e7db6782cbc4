package io.clearway.wiring.postgres;

/** The embedded PostgreSQL cannot be used: what is wrong, and what to do. */
public final class PostgresFailure extends RuntimeException {
    private final String hint;

    PostgresFailure(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    PostgresFailure(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
