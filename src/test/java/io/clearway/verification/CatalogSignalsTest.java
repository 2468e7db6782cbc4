package io.clearway.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.SumoCatalog;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No signal of our networks can show anything unsafe, whatever a controller chooses. */
class CatalogSignalsTest {
    /** The maximum red that the scenarios' settings allow at most. */
    private static final double LONGEST_WAIT = 180;

    @ParameterizedTest
    @CsvSource({
        "grid-5x5, standard",
        "grid-5x5, owner",
        "grid-5x5, paper",
        "monaco, standard",
        "monaco, owner",
        "new-york, standard"
    })
    void everyReachableStateOfEverySignalIsSafe(String scenario, String timings) {
        LiveScenario signals = (LiveScenario) SumoCatalog.scenario(scenario);
        LiveInterface live = signals.live(new Settings(Map.of("timings", timings)));
        List<SignalVerification> verified = SignalVerifier.verify(live);
        assertThat(verified).hasSameSizeAs(live.signals()).allSatisfy(signal -> {
            assertThat(signal.violations()).as(signal.light()).isEmpty();
            assertThat(signal.longestWaitSeconds()).as(signal.light()).isLessThanOrEqualTo(LONGEST_WAIT);
        });
    }
}
