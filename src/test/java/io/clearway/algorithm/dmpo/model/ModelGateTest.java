package io.clearway.algorithm.dmpo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelGateTest {
    private static final ModelError GOOD = new ModelError(0.4, 0.3, 0.05);
    private static final ModelError BAD = new ModelError(1e6, 3, 0.9);

    private static ModelSettings.Imagination threshold(double value) {
        return new Settings(Map.of("modelErrorThreshold", value))
                .over(ModelSettings.DEFAULTS)
                .imagination();
    }

    @Test
    void aThresholdLetsGoodModelsIn() {
        assertThat(threshold(0.5).admits(GOOD)).isTrue();
        assertThat(threshold(0.5).admits(BAD)).isFalse();
        assertThat(threshold(0.35).admits(GOOD)).isFalse();
    }

    @Test
    void withoutAGateEveryModelThatWasFittedIs() {
        assertThat(threshold(-1).admits(BAD)).isTrue();
        assertThat(threshold(-1).admits(ModelError.UNKNOWN)).isFalse();
    }

    @Test
    void anythingBelowIsRefused() {
        assertThatThrownBy(() -> threshold(-0.5))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("modelErrorThreshold")
                .hasMessageContaining("-1 for no gate");
    }
}
