package io.clearway.algorithm.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.experience.ActionRanges;
import io.clearway.algorithm.maddpg.JointReplay.Decision;
import io.clearway.network.ActionSpace.Box;
import io.clearway.network.ActionSpace.Interval;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.neural.ActingNetworks;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An update of two agents: the first observes two values and chooses one number, the second one value and two. */
class MaddpgUpdateTest {
    private static final double DISCOUNT = 0.9;
    private static final double PENALTY = 0.05;
    private static final double UNIT = 2;
    private static final List<AgentSpec> AGENTS = List.of(
            new AgentSpec("a", 2, Box.of(-2, 4)),
            new AgentSpec("b", 1, new Box(List.of(new Interval(-1, 1), new Interval(0, 10)))));
    private static final ActionRanges RANGES = new ActionRanges(AGENTS, "any");
    private static final JointLayout LAYOUT = new JointLayout(AGENTS, RANGES);

    private final ComputePool pool = new ComputePool(1);
    private final AgentNetworks actorNetworks = networks(List.of(2, 6, 2), 1);
    private final AgentNetworks actorTargets = networks(List.of(2, 6, 2), 1);
    private final AgentNetworks criticNetworks = networks(List.of(6, 8, 1), 2);
    private final AgentNetworks criticTargets = networks(List.of(6, 8, 1), 2);
    private final FollowedNetworks actors = new FollowedNetworks(actorNetworks, actorTargets);
    private final FollowedNetworks critics = new FollowedNetworks(criticNetworks, criticTargets);
    private final JointMinibatch batch = batch();

    private AgentNetworks networks(List<Integer> sizes, long seed) {
        return AgentNetworks.create(2, new PerceptronShape(sizes, Activation.TANH), seed, pool);
    }

    private MaddpgUpdate update(double rate, double targetRate) {
        return new MaddpgUpdate(
                LAYOUT,
                actors,
                critics,
                new MaddpgUpdate.Terms(DISCOUNT, PENALTY, Adam.of(rate), Adam.of(rate), targetRate));
    }

    private static JointMinibatch batch() {
        SplittableRandom chance = new SplittableRandom(3);
        return new JointMinibatch(
                LAYOUT,
                IntStream.range(0, 5)
                        .mapToObj(row -> new Decision(
                                drawn(chance, 3), drawn(chance, 3), drawn(chance, 2), drawn(chance, 3), row == 4))
                        .toList());
    }

    private static float[] drawn(SplittableRandom chance, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) chance.nextDouble(-1, 1);
        }
        return values;
    }

    @AfterEach
    void close() {
        actors.close();
        critics.close();
        pool.close();
    }

    /** r_i / unit + γ Q_i′(x′, μ_1′(o_1′), μ_2′(o_2′)), each network asked by itself; nothing follows the last row. */
    @Test
    void targetsFollowTheTargetNetworks() {
        actorTargets.moveToward(networks(List.of(2, 6, 2), 7), 0.5);
        criticTargets.moveToward(networks(List.of(6, 8, 1), 8), 0.5);
        AgentTensor targets = update(0.01, 0.01).targets(batch, UNIT);
        ActingNetworks policies = actorTargets.snapshot();
        ActingNetworks values = criticTargets.snapshot();
        for (int row = 0; row < 5; row++) {
            Decision decision = batch.decisions().get(row);
            float[] x = decision.followers();
            float[] first = policies.outputs(0, new float[] {x[0], x[1]});
            float[] second = policies.outputs(1, new float[] {x[2], 0});
            float[] input = {
                x[0],
                x[1],
                x[2],
                (float) Math.tanh(first[0]),
                (float) Math.tanh(second[0]),
                (float) Math.tanh(second[1])
            };
            for (int agent = 0; agent < 2; agent++) {
                double later = row == 4 ? 0 : DISCOUNT * values.outputs(agent, input)[0];
                assertThat((double) targets.get(agent, row, 0))
                        .isCloseTo(decision.rewards()[agent] / UNIT + later, within(1e-5));
            }
        }
    }

    /** Lowe et al., Eq. 5, beside differences of each agent's own loss; the others' actions are those of the replay. */
    @Test
    void actorGradientsAreTheDerivativesOfTheLoss() {
        MaddpgUpdate update = update(0.01, 0.01);
        AgentTensor outputs = actors.outputs(batch.observations());
        AgentTensor gradients = update.gradients(batch, outputs);
        float step = 1e-2f;
        for (int agent = 0; agent < 2; agent++) {
            for (int row = 0; row < 5; row++) {
                for (int i = 0; i < LAYOUT.numbers(agent); i++) {
                    float middle = outputs.get(agent, row, i);
                    outputs.set(agent, row, i, middle + step);
                    double above = update.loss(batch, outputs);
                    outputs.set(agent, row, i, middle - step);
                    double below = update.loss(batch, outputs);
                    outputs.set(agent, row, i, middle);
                    // the loss is a mean over the two agents, each gradient that of an agent's own loss
                    double slope = 2 * (above - below) / (2 * step);
                    assertThat((double) gradients.get(agent, row, i)).isCloseTo(slope, within(2e-4));
                }
            }
        }
        assertThat(gradients.get(0, 0, 1)).isZero();
        assertThat(gradients.get(1, 0, 1)).isNotZero();
    }

    @Test
    void updatesLowerTheErrorsOfCriticsAndMoveTargetsSlowly() {
        float[] before = criticTargets.parameters(1);
        MaddpgUpdate update = update(0.01, 0.25);
        double first = update.run(batch, UNIT).valueLoss();
        float[] learned = criticNetworks.parameters(1);
        float[] after = criticTargets.parameters(1);
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isCloseTo(0.75f * before[i] + 0.25f * learned[i], within(1e-6f));
        }
        double last = first;
        for (int k = 0; k < 300; k++) {
            last = update.run(batch, UNIT).valueLoss();
        }
        assertThat(last).isLessThan(first / 10);
    }

    @Test
    void policiesReadTheirOwnObservationAndActWithinTheirIntervals() {
        TanhPolicies policies = new TanhPolicies(actors.snapshot(), LAYOUT, RANGES);
        JointObservation seen = JointObservation.of(new float[][] {{0.3f, -1}, {2}}, new boolean[2][0]);
        JointObservation other = JointObservation.of(new float[][] {{0.3f, -1}, {-5}}, new boolean[2][0]);
        JointAction action = policies.greedy().act(seen);
        double first = Math.tanh(actors.snapshot().outputs(0, new float[] {0.3f, -1})[0]);
        double third = Math.tanh(actors.snapshot().outputs(1, new float[] {2, 0})[1]);
        assertThat(action.value(0, 0)).isCloseTo(1 + 3 * first, within(1e-6));
        assertThat(action.value(1, 1)).isCloseTo(5 + 5 * third, within(1e-6));
        assertThat(policies.greedy().act(other).value(0, 0)).isEqualTo(action.value(0, 0));
        var noisy = policies.exploring(0.5, new SplittableRandom(1));
        double squares = 0;
        for (int k = 0; k < 4000; k++) {
            JointAction drawn =
                    policies.exploring(0.01, new SplittableRandom(k)).act(seen);
            squares += Math.pow((drawn.value(0, 0) - action.value(0, 0)) / 3, 2);
            assertThat(noisy.act(seen).value(1, 1)).isBetween(0.0, 10.0);
        }
        assertThat(Math.sqrt(squares / 4000)).isCloseTo(0.01, within(5e-4));
    }
}
