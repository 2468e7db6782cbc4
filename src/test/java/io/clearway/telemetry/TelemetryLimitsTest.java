package io.clearway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.setting.InvalidSetting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TelemetryLimitsTest {
    @Test
    void namesBeyondTheLimitBecomeOne() {
        NameLimit limit = new NameLimit(2);
        assertThat(limit.of("grid")).isEqualTo("grid");
        assertThat(limit.of("ring")).isEqualTo("ring");
        assertThat(limit.of("monaco")).isEqualTo("other");
        assertThat(limit.of("monaco")).isEqualTo("other");
        assertThat(limit.of("grid")).isEqualTo("grid");
        assertThat(limit.leftOut()).isEqualTo(1);
    }

    @Test
    void anInvalidLimitIsNamedWithAHint() {
        assertThatThrownBy(() -> new TelemetrySettings(-1, 1, 1, Duration.ofSeconds(5)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("clearway.telemetry.deployments")
                .hasMessageContaining("from 0 to 100000");
        assertThatThrownBy(() -> new TelemetrySettings(1, 1, 1, Duration.ZERO))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("clearway.telemetry.refresh")
                .hasMessageContaining("100ms");
    }
}
