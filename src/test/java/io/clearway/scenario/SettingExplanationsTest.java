package io.clearway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.setting.Settings;
import org.junit.jupiter.api.Test;

/** Every setting of every scenario is explained, and nothing else is. */
class SettingExplanationsTest {
    @Test
    void everySettingOfEveryScenarioHasAnExplanation() {
        assertThat(SumoCatalog.names()).hasSizeGreaterThan(5).allSatisfy(name -> {
            Record defaults = SumoCatalog.named(name).defaults();
            assertThat(SettingExplanations.of(defaults).keySet())
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(
                            Settings.asMap(defaults).keySet());
            assertThat(SettingExplanations.of(defaults).values()).as(name).noneMatch(String::isBlank);
        });
    }
}
