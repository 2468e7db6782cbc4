package io.clearway.algorithm.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ActionMasksTest {
    private final ActionMasks masks = ActionMasks.empty(2, 2, 3);

    @Test
    void anAgentOfFewerActionsHasTheOthersIllegal() {
        masks.set(1, 0, true, true);
        assertThat(masks.values()).containsSubsequence(true, true).hasSize(12);
        assertThat(masks.legal(1, 0, 1)).isTrue();
        assertThat(masks.legal(1, 0, 2)).isFalse();
        assertThat(masks.legal(0, 0, 1)).isFalse();
    }

    @Test
    void masksAreStackedAgentByAgent() {
        masks.set(0, 1, false, false, true);
        ActionMasks more = ActionMasks.empty(2, 1, 3);
        more.set(1, 0, true);
        ActionMasks high = ActionMasks.stack(List.of(more, masks));
        assertThat(high).hasToString("[2 agents][3 rows][3 actions]");
        assertThat(high.legal(1, 0, 0)).isTrue();
        assertThat(high.legal(0, 2, 2)).isTrue();
    }

    @Test
    void masksOfOtherShapesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionMasks.stack(List.of(masks, ActionMasks.empty(2, 1, 2))))
                .withMessageContaining("[2 agents][1 rows][2 actions]")
                .withMessageContaining("[2 agents][2 rows][3 actions]");
    }
}
