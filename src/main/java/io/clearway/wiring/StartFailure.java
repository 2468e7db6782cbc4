package io.clearway.wiring;

import io.clearway.setting.InvalidSetting;
import io.clearway.wiring.postgres.PostgresFailure;
import io.clearway.wiring.web.PortsTaken;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Why the service cannot start, in one line with what to do. */
final class StartFailure {
    private static final String OTHER_PORT = "choose another with --port or server.port";

    private StartFailure() {}

    /** Knows what our own parts complain of. */
    static final class Analyzer implements FailureAnalyzer {
        @Override
        public @Nullable FailureAnalysis analyze(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof PostgresFailure postgres) {
                    return new FailureAnalysis(postgres.getMessage(), postgres.hint(), postgres);
                }
                if (cause instanceof PortsTaken taken) {
                    return new FailureAnalysis(taken.getMessage(), OTHER_PORT, taken);
                }
                if (cause instanceof InvalidSetting invalid) {
                    return new FailureAnalysis(
                            "%s: '%s' cannot be used".formatted(invalid.field(), invalid.given()),
                            invalid.hint(),
                            invalid);
                }
                if (cause instanceof SQLException database) {
                    return new FailureAnalysis(
                            "The database cannot be used: " + database.getMessage(),
                            "check spring.datasource.url, .username and .password",
                            database);
                }
            }
            return null;
        }
    }

    /** Prints a failure in one line. */
    static final class Reporter implements FailureAnalysisReporter {
        @Override
        public void report(FailureAnalysis analysis) {
            String action = analysis.getAction();
            System.err.println("clearway: cannot start: " + oneLine(analysis.getDescription())
                    + (action == null ? "" : "; " + oneLine(action)));
        }

        private static String oneLine(String text) {
            return text.strip().replaceAll("\\s*\\R\\s*", " ");
        }
    }
}
