package io.clearway.scenario.atsc.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.network.AgentGraph;
import io.clearway.network.JointReward;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RewardKindTest {
    private static final RewardTask TASK = new RewardTask(
            new AgentGraph(List.of("a", "b", "c"), List.of(new AgentGraph.Link("a", "b"))), OptionalDouble.of(10), 4);

    @ParameterizedTest
    @EnumSource
    void everyAgentHasAFiniteRewardThatMoreTrafficDoesNotRaise(RewardKind kind) {
        SignalReward reward = kind.of(TASK);
        JointReward few = reward.of(new Traffic(2, new int[] {1, 0}, 0));
        JointReward many = reward.of(new Traffic(20, new int[] {9, 12}, 30));
        assertThat(few.agents()).isEqualTo(3);
        for (int agent = 0; agent < 3; agent++) {
            assertThat(few.of(agent)).isFinite();
            assertThat(many.of(agent)).isLessThan(few.of(agent));
        }
    }

    @Test
    void thePaperCountsHaltingVehiclesOfEachLinkUpToItsLimit() {
        JointReward reward = RewardKind.PAPER.of(TASK).of(new Traffic(50, new int[] {3, 12}, 9));
        assertThat(reward.of(0)).isEqualTo(-(3 + 10) / 4.0);
    }

    @Test
    void theAreaCountsHalfOfTheNeighborsAndAShareOfThoseThatWait() {
        JointReward reward = RewardKind.AREA.of(TASK).of(new Traffic(8, new int[] {}, 6));
        assertThat(reward.of(0)).isCloseTo(-(8 + 4 + 2) / 100.0, within(1e-12));
        assertThat(reward.of(2)).isCloseTo(-(8 + 2) / 100.0, within(1e-12));
    }

    @Test
    void theSystemSumsToAllVehiclesInAndBeforeTheNetwork() {
        JointReward reward = RewardKind.SYSTEM.of(TASK).of(new Traffic(8, new int[] {}, 6));
        // 9 approach; 40 run, so 13 elsewhere are shared by three, as are the 6 outside: all entries are equally full
        assertThat(reward.of(0)).isCloseTo(-(9 + 13 / 3.0 + 2) / 100, within(1e-12));
        assertThat(reward.sum()).isCloseTo(-(40 + 6) / 100.0, within(1e-12));
    }

    @Test
    void theSystemHasThoseThatWaitOutsideCountWhereEntriesAreFull() {
        JointReward reward = RewardKind.SYSTEM.of(TASK).of(new Traffic(8, new int[] {}, 17) {
            @Override
            public double[] fullnessOfEntries(int agent) {
                return new double[][] {{1}, {0.5}, {}}[agent];
            }
        });
        assertThat(reward.of(0)).isCloseTo(-(9 + 13 / 3.0 + 16) / 100, within(1e-12));
        assertThat(reward.of(1)).isCloseTo(-(9 + 13 / 3.0 + 1) / 100, within(1e-12));
        assertThat(reward.of(2)).isCloseTo(-(9 + 13 / 3.0) / 100, within(1e-12));
    }

    /** The same at every signal. */
    private static class Traffic implements SignalTraffic {
        private final int vehicles;
        private final int[] halting;
        private final int waitingToEnter;

        Traffic(int vehicles, int[] halting, int waitingToEnter) {
            this.vehicles = vehicles;
            this.halting = halting;
            this.waitingToEnter = waitingToEnter;
        }

        @Override
        public int vehiclesOnIncoming(int agent) {
            return vehicles;
        }

        @Override
        public int vehiclesApproaching(int agent) {
            return vehicles + 1;
        }

        @Override
        public double[] fullnessOfEntries(int agent) {
            return new double[] {0.5};
        }

        @Override
        public int[] haltingBeforeLinks(int agent) {
            return halting.clone();
        }

        @Override
        public int running() {
            return 5 * vehicles;
        }

        @Override
        public int waitingToEnter() {
            return waitingToEnter;
        }
    }
}
