package io.clearway.algorithm.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Trajectory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A street of three agents whose states are noise and, times a coupling, the state of another one the step before. */
class LocalityDependenceTest {
    private static final int AGENTS = 3;
    private static final Task STREET = new Task(
            new AgentGraph(
                    List.of("a", "b", "c"), List.of(new AgentGraph.Link("a", "b"), new AgentGraph.Link("b", "c"))),
            List.of(new AgentSpec("a", 1, 2), new AgentSpec("b", 1, 2), new AgentSpec("c", 1, 2)),
            2000);

    /** The middle one hears all, the outer ones do not hear each other. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.8})
    void whatComesFromTwoHopsAwayIsFoundAndMeasured(double coupling) {
        // x' = c x + noise has variance 1 / (1 − c²); known, it moves the mean of what is predicted by c x
        double apart = coupling / Math.sqrt(1 - coupling * coupling);
        double expected = 2 / Math.PI * Math.atan(0.5 * apart);
        assertThat(dependence(1, coupling, 2)).isCloseTo(expected, within(0.06));
    }

    @Test
    void whatComesFromANeighborIsNoDependence() {
        assertThat(dependence(1, 0.8, 1)).isLessThan(0.06);
    }

    @Test
    void whatNobodyIsBeyondIsZero() {
        assertThat(dependence(2, 0.8, 2)).isZero();
    }

    @Test
    void littlePlayTellsNothing() {
        assertThat(measured(1, List.of(episode(10, 0.8, 2)))).doesNotContainKey(Metric.DEPENDENCE);
    }

    private static double dependence(int radius, double coupling, int hops) {
        Double found = measured(radius, List.of(episode(2000, coupling, hops))).get(Metric.DEPENDENCE);
        return found == null ? Double.NaN : found;
    }

    private static Map<Metric, Double> measured(int radius, List<EpisodeBuffer> episodes) {
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        new LocalityDependence(STREET, radius).report(episodes, measured, new SplittableRandom(4));
        return measured;
    }

    /** The state of a and c follows that of c and a, or of b, by the number of hops; b's is noise. */
    private static EpisodeBuffer episode(int length, double coupling, int hops) {
        var chance = new SplittableRandom(3);
        double[] state = new double[AGENTS];
        List<JointObservation> seen = new ArrayList<>(List.of(observation(state)));
        List<JointAction> actions = new ArrayList<>();
        List<JointReward> rewards = new ArrayList<>();
        for (int time = 0; time < length; time++) {
            double left = state[hops];
            double right = state[2 - hops];
            state = new double[] {
                coupling * left + chance.nextGaussian(), chance.nextGaussian(), coupling * right + chance.nextGaussian()
            };
            seen.add(observation(state));
            actions.add(JointAction.of(chance.nextInt(2), chance.nextInt(2), chance.nextInt(2)));
            rewards.add(JointReward.of(0, 0, 0));
        }
        return EpisodeBuffer.of(new Trajectory(seen, actions, rewards, false), JointShape.of(STREET));
    }

    private static JointObservation observation(double[] state) {
        float[][] local = new float[AGENTS][];
        for (int agent = 0; agent < AGENTS; agent++) {
            local[agent] = new float[] {(float) state[agent]};
        }
        boolean[][] legal = {{true, true}, {true, true}, {true, true}};
        return JointObservation.of(local, legal);
    }
}
