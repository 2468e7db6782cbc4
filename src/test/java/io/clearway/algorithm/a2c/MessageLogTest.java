package io.clearway.algorithm.a2c;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.JointObservation;
import io.clearway.neural.AgentTensor;
import org.junit.jupiter.api.Test;

class MessageLogTest {
    private static final AgentTensor NOTHING = AgentTensor.zeros(1, 1, 1);

    /** What an environment gives its controllers: more than trajectories keep. */
    private record Sensed(JointObservation forLearners) implements JointObservation {
        @Override
        public int agents() {
            return forLearners.agents();
        }

        @Override
        public float[] local(int agent) {
            return forLearners.local(agent);
        }

        @Override
        public boolean[] legal(int agent) {
            return forLearners.legal(agent);
        }
    }

    private static JointObservation observation() {
        return JointObservation.of(new float[][] {{1}}, new boolean[][] {{true}});
    }

    @Test
    void itsEpisodeIsRecognizedByTheFirstObservationThatTheTrajectoryKept() {
        JointObservation kept = observation();
        MessageLog log = new MessageLog();
        log.add(new Sensed(kept), NOTHING, NOTHING, NOTHING);
        log.add(new Sensed(observation()), NOTHING, NOTHING, NOTHING);

        assertThat(log.beganWith(kept)).isTrue();
        assertThat(log.beganWith(observation())).isFalse();
    }
}
