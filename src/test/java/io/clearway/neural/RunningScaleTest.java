package io.clearway.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RunningScaleTest {
    @Test
    void samplesGiveTheirMeanAndDeviationAndAreScaledByThem() {
        RunningScale scale = new RunningScale(2);
        float[] samples = {0, 5, 2, 5, 4, 5, 6, 5};
        for (int row = 0; row < 4; row++) {
            scale.add(samples, 2 * row);
        }
        assertThat(scale.mean(0)).isEqualTo(3);
        assertThat(scale.deviation(0)).isCloseTo(Math.sqrt(5), within(1e-12));
        assertThat(scale.deviation(1)).isEqualTo(1);
        float[] row = {8, 7};
        scale.scale(row, 0, 2);
        assertThat(row).containsExactly(2, 2);
        scale.scale(samples, 0, 10);
        assertThat(samples[0]).isCloseTo((float) (-3 / Math.sqrt(5)), within(1e-6f));
        assertThat(samples[1]).isZero();
    }

    @Test
    void aRestoredScaleGoesOnExactlyAndACopyStaysAsItWas() throws IOException {
        RunningScale scale = new RunningScale(1);
        scale.add(new float[] {0.1f}, 0);
        scale.add(new float[] {0.7f}, 0);
        RunningScale copy = scale.copy();
        RunningScale restored = new RunningScale(1);
        restored.readFrom(written(scale));
        scale.add(new float[] {3}, 0);
        restored.add(new float[] {3}, 0);
        assertThat(restored.mean(0)).isEqualTo(scale.mean(0));
        assertThat(restored.deviation(0)).isEqualTo(scale.deviation(0));
        assertThat(restored.count()).isEqualTo(3);
        assertThat(copy.count()).isEqualTo(2);
        assertThat(copy.mean(0)).isLessThan(scale.mean(0));
    }

    @Test
    void aScaleOfOtherFeaturesIsRefused() {
        assertThatThrownBy(() -> new RunningScale(2).readFrom(written(new RunningScale(3))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("3 features")
                .hasMessageContaining("2");
    }

    private static DataInputStream written(RunningScale scale) throws IOException {
        var bytes = new ByteArrayOutputStream();
        scale.writeTo(new DataOutputStream(bytes));
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
