package io.clearway.telemetry;

import io.clearway.setting.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what is exported; {@code clearway.telemetry.*}. What is beyond a limit is omitted and counted.
 *
 * @param deployments deployments with meters of their own at the same time
 * @param intersections intersections with meters of their own at the same time, over all deployments
 * @param scenarios scenarios distinguished by name
 * @param refresh time between two polls of the database
 */
@ConfigurationProperties("clearway.telemetry")
public record TelemetrySettings(
        @DefaultValue("100") int deployments,
        @DefaultValue("2000") int intersections,
        @DefaultValue("100") int scenarios,
        @DefaultValue("5s") Duration refresh) {
    private static final int MOST = 100_000;
    private static final Duration SHORTEST_REFRESH = Duration.ofMillis(100);
    private static final Duration LONGEST_REFRESH = Duration.ofHours(1);

    public TelemetrySettings {
        inRange("deployments", deployments);
        inRange("intersections", intersections);
        inRange("scenarios", scenarios);
        if (refresh.compareTo(SHORTEST_REFRESH) < 0 || refresh.compareTo(LONGEST_REFRESH) > 0) {
            throw new InvalidSetting("clearway.telemetry.refresh", refresh, "give a time from 100ms to 1h");
        }
    }

    private static void inRange(String field, int value) {
        if (value < 0 || value > MOST) {
            throw new InvalidSetting(
                    "clearway.telemetry." + field, value, "give a whole number from 0 to %d".formatted(MOST));
        }
    }
}
