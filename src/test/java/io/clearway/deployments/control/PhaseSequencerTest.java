package io.clearway.deployments.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.signal.SafetyLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseSequencerTest {
    @Test
    void betweenGreensComeYellowAndThenAllRed() {
        assertThat(shown("GGr", "rgG", new SafetyLimits(5, 3, 2, 60)))
                .containsExactly("ygr", "ygr", "ygr", "rgr", "rgr", "rgG");
    }

    @Test
    void withoutAllRedTheNextGreenFollowsOnTheYellow() {
        assertThat(shown("GGr", "rgG", SafetyLimits.of(5, 3)))
                .containsExactly("ygr", "ygr", "ygr", "rgG", "rgG", "rgG");
    }

    @Test
    void whereNothingLosesItsGreenThereIsNothingToClear() {
        assertThat(shown("Grr", "GGr", new SafetyLimits(5, 3, 2, 60))).containsOnly("GGr");
    }

    private static List<String> shown(String from, String to, SafetyLimits limits) {
        PhaseSequencer sequencer = new PhaseSequencer(from, limits);
        sequencer.transitionTo(to, 100);
        List<String> shown = new ArrayList<>();
        for (int second = 100; second < 106; second++) {
            sequencer.tick(second);
            shown.add(sequencer.shown());
        }
        return shown;
    }
}
