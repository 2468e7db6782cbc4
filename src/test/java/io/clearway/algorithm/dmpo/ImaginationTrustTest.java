package io.clearway.algorithm.dmpo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImaginationTrustTest {
    private final ImaginationTrust trust = new ImaginationTrust(1);

    private boolean fell(double returned) {
        return trust.fell(returned, () -> ("policies of " + returned).getBytes(StandardCharsets.UTF_8));
    }

    private void goThrough(double... returns) {
        for (double returned : returns) {
            assertThat(fell(returned)).isFalse();
        }
    }

    @Test
    void policiesThatLoseATenthOfAllThatWasGainedGoBackToTheBest() {
        goThrough(70, 140, 630, 600, 570);
        trust.went(0.08);
        assertThat(fell(320)).isTrue();
        assertThat(trust.radius()).isEqualTo(0.04);
        assertThat(trust.incumbent()).asString(StandardCharsets.UTF_8).isEqualTo("policies of 600.0");
    }

    @Test
    void returnsThatVaryAsTheyAlwaysDidAreNoLoss() {
        goThrough(-1800, -1850, -70, -20, -60, -25, -80, -30);
        assertThat(trust.radius()).isEqualTo(1);
    }

    @Test
    void whereNothingWasGainedYetOnlyALossBeyondTheVariationCounts() {
        goThrough(-400, -440, -410, -450, -400);
        trust.went(0.1);
        assertThat(fell(-600)).isTrue();
    }

    @Test
    void afterAReturnTwoRoundsAreWaitedFor() {
        goThrough(0, 100, 100, 100, 100);
        trust.went(3);
        assertThat(fell(10)).isTrue();
        goThrough(90);
        assertThat(trust.radius()).isEqualTo(0.5);
        goThrough(95);
        assertThat(trust.radius()).isEqualTo(0.55);
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        goThrough(70, 140, 630, 600);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        trust.writeTo(new DataOutputStream(written));
        ImaginationTrust read = new ImaginationTrust(1);
        read.readFrom(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));
        assertThat(read.incumbent()).isEqualTo(trust.incumbent());
        assertThat(read.fell(100, () -> new byte[0])).isTrue();
        assertThat(fell(100)).isTrue();
        assertThat(read.radius()).isEqualTo(trust.radius());
    }
}
