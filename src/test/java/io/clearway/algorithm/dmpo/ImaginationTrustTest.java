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
        return trust.fell(returned, ("policies of " + returned).getBytes(StandardCharsets.UTF_8));
    }

    private void goThrough(double... returns) {
        for (double returned : returns) {
            assertThat(fell(returned)).isFalse();
        }
    }

    @Test
    void policiesThatLoseAFifthOfAllThatWasGainedGoBackToTheBest() {
        goThrough(70, 140, 630, 570, 320);
        trust.went(0.08);
        assertThat(fell(370)).isTrue();
        assertThat(trust.radius()).isEqualTo(0.04);
        assertThat(trust.incumbent()).asString(StandardCharsets.UTF_8).isEqualTo("policies of 570.0");
    }

    @Test
    void aSingleCollisionIsNoLoss() {
        goThrough(-1900, -2300, -330, -130, -1870, -540, -560, -430, -200, -420, -1900, -360, -130);
        assertThat(trust.radius()).isEqualTo(1);
    }

    @Test
    void returnsThatVaryAsTheyAlwaysDidAreNoLoss() {
        goThrough(-1800, -1850, -70, -20, -60, -25, -80, -30, -90, -80, -85);
        assertThat(trust.radius()).isEqualTo(1);
    }

    @Test
    void whereNothingWasGainedYetOnlyALossBeyondTheVariationCounts() {
        goThrough(-400, -440, -410, -450, -400, -600);
        trust.went(0.1);
        assertThat(fell(-600)).isTrue();
    }

    @Test
    void afterAReturnTwoRoundsAreWaitedFor() {
        goThrough(0, 100, 100, 100, 100, 10);
        trust.went(3);
        assertThat(fell(10)).isTrue();
        goThrough(10);
        assertThat(trust.radius()).isEqualTo(0.5);
        goThrough(95);
        assertThat(trust.radius()).isEqualTo(0.55);
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        goThrough(70, 140, 630, 570, 320);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        trust.writeTo(new DataOutputStream(written));
        ImaginationTrust read = new ImaginationTrust(1);
        read.readFrom(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));
        assertThat(read.incumbent()).isEqualTo(trust.incumbent());
        assertThat(read.fell(370, new byte[0])).isTrue();
        assertThat(fell(370)).isTrue();
        assertThat(read.radius()).isEqualTo(trust.radius());
    }
}
