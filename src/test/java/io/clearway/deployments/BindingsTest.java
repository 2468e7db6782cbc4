package io.clearway.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.Checkpoint;
import io.clearway.catalog.UnknownName;
import io.clearway.runs.Checkpoints;
import io.clearway.scenario.SumoCatalog;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Controllers by name, in the catalog of this machine's SUMO. */
class BindingsTest {
    private final Bindings bindings = new Bindings(SumoCatalog.open(), new NoCheckpoints());

    private Binding bound(String scenario, String name) {
        SumoCatalog.scenario(scenario);
        return bindings.bind(scenario, new ControllerChoice.Named(name));
    }

    @Test
    void aPolicyThatComesWithClearwayIsBoundByItsNameToAnyNetworkThatItFits() {
        assertThat(bound("monaco", "monaco-dppo").controllers()).isNotNull();
        assertThat(bound("grid-5x5", "signals-dppo").controllers()).isNotNull();
    }

    @Test
    void oneOfAnotherProblemIsRefused() {
        assertThatThrownBy(() -> bound("monaco", "catch-up-dmpo"))
                .hasMessageContaining("scenario: 'monaco' cannot be used")
                .hasMessageContaining("the policy was learned on catch-up");
    }

    @Test
    void anUnknownNameIsToldWhatThereIs() {
        assertThatThrownBy(() -> bound("monaco", "monaco-dpo"))
                .isInstanceOf(UnknownName.class)
                .hasMessageContaining("monaco-dpo")
                .hasMessageContaining("gating")
                .hasMessageContaining("monaco-dppo");
    }

    private static final class NoCheckpoints implements Checkpoints {
        @Override
        public Optional<Checkpoint> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public Optional<CheckpointInfo> findPolicy(UUID run) {
            return Optional.empty();
        }

        @Override
        public List<CheckpointInfo> list(UUID run) {
            return List.of();
        }
    }
}
