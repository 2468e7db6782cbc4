package io.clearway.algorithm.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Trajectory;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureScalesTest {
    @Test
    void aScaleIsTheDistanceFromTheMeanOfTheActions() {
        // one agent, two actions: features differ by 2, by nothing, and by rounding
        float third = 1 / 3f;
        JointObservation seen = JointObservation.of(
                new float[][] {{1, 5, third, 3, 5, Math.nextUp(third)}}, new boolean[][] {{true, true}});
        Trajectory episode =
                new Trajectory(List.of(seen, seen), List.of(JointAction.of(0)), List.of(JointReward.of(0.0)), false);
        double[] scales = FeatureScales.of(List.of(episode), 3);
        assertThat(scales[0]).isCloseTo(1, within(1e-12));
        assertThat(scales[1]).isZero();
        assertThat(scales[2]).isZero();
    }
}
