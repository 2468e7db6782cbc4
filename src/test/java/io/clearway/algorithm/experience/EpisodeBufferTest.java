package io.clearway.algorithm.experience;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Trajectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two steps of two agents, of which the second sees and may do less. */
class EpisodeBufferTest {
    private static final JointShape SHAPE =
            new JointShape(List.of(new AgentSpec("a", 2, 2), new AgentSpec("b", 1, 1)), 2, new DiscreteActions(2));

    private static EpisodeBuffer episode() {
        return EpisodeBuffer.of(
                new Trajectory(
                        List.of(seen(1), seen(2), seen(3)),
                        List.of(JointAction.of(1, 0), JointAction.of(0, 0)),
                        List.of(JointReward.of(4, 5), JointReward.of(6, 7)),
                        true),
                SHAPE);
    }

    private static JointObservation seen(float value) {
        boolean[][] legal = {{value > 2, true}, {true}};
        return JointObservation.of(new float[][] {{value, -value}, {10 * value}}, legal);
    }

    @Test
    void inAFileTheAgentsOfATimeStandTogether() throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(written()));
        assertThat(in.readInt()).isEqualTo(2);
        assertThat(in.readBoolean()).isTrue();
        assertThat(in.readInt()).isZero();
        for (float state : new float[] {1, -1, 10, 0, 2, -2, 20, 0, 3, -3, 30, 0}) {
            assertThat(in.readFloat()).isEqualTo(state);
        }
        for (float reward : new float[] {4, 5, 6, 7}) {
            assertThat(in.readFloat()).isEqualTo(reward);
        }
        for (float action : new float[] {1, 0, 0, 0}) {
            assertThat(in.readFloat()).isEqualTo(action);
        }
        for (float staying : new float[] {0, 0}) {
            assertThat(in.readFloat()).isEqualTo(staying);
        }
        boolean[] legal = {false, true, true, false, false, true, true, false, true, true, true, false};
        for (boolean mask : legal) {
            assertThat(in.readBoolean()).isEqualTo(mask);
        }
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(written()));
        EpisodeBuffer read = EpisodeBuffer.readFrom(in, SHAPE);
        RolloutBatch restored = RolloutBatch.of(List.of(read), SHAPE, 1);
        RolloutBatch original = RolloutBatch.of(List.of(episode()), SHAPE, 1);
        assertThat(restored.segments()).isEqualTo(original.segments());
        assertThat(restored.states().values()).containsExactly(1, -1, 2, -2, 10, 0, 20, 0);
        assertThat(restored.lastStates().values()).containsExactly(3, -3, 30, 0);
        assertThat(restored.actions().values())
                .containsExactly(original.actions().values());
        assertThat(restored.rewards().values()).containsExactly(4, 6, 5, 7);
        assertThat(restored.legal().values()).containsExactly(original.legal().values());
    }

    private static byte[] written() throws IOException {
        var bytes = new ByteArrayOutputStream();
        episode().writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
