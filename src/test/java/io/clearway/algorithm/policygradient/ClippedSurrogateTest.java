package io.clearway.algorithm.policygradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.experience.DiscreteActions;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;
import io.clearway.network.AgentSpec;
import io.clearway.neural.AgentTensor;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClippedSurrogateTest {
    private static final int SAMPLES = 40;
    private static final int ACTIONS = 3;
    private static final JointShape SHAPE = new JointShape(
            List.of(new AgentSpec("a", 1, 3), new AgentSpec("b", 1, 3)), 1, new DiscreteActions(ACTIONS));

    private final SplittableRandom chance = new SplittableRandom(5);
    private final RolloutBatch play = RolloutBatch.empty(SHAPE, SAMPLES, List.of(new Segment(0, SAMPLES, 0, true)));
    private final int[] all = play.samples();
    private final AgentTensor oldLogits = AgentTensor.zeros(2, SAMPLES, ACTIONS);
    private final AgentTensor logits = AgentTensor.zeros(2, SAMPLES, ACTIONS);
    private final AgentTensor advantages = AgentTensor.zeros(2, SAMPLES, 1);

    ClippedSurrogateTest() {
        for (int agent = 0; agent < 2; agent++) {
            for (int row = 0; row < SAMPLES; row++) {
                for (int action = 0; action < ACTIONS; action++) {
                    play.legal().values()[play.legal().at(agent, row) + action] = action != row % 4;
                    float old = (float) chance.nextGaussian();
                    oldLogits.set(agent, row, action, old);
                    logits.set(agent, row, action, old + 0.3f * (float) chance.nextGaussian());
                }
                play.actions().set(agent, row, 0, row % 4 == 0 ? 1 : row % 4 == 1 ? 2 : 0);
                advantages.set(agent, row, 0, (float) chance.nextGaussian());
            }
        }
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        var loss = new ClippedSurrogate(0.2, 0.1);
        float[] gradients =
                loss.of(play, all, logits, oldLogits, advantages).gradients().values();
        float[] moved = logits.values();
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < moved.length; i++) {
            float kept = moved[i];
            moved[i] = kept + 1e-3f;
            double above = total(loss);
            moved[i] = kept - 1e-3f;
            double below = total(loss);
            moved[i] = kept;
            largest = Math.max(largest, Math.abs(gradients[i]));
            worst = Math.max(worst, Math.abs((above - below) / 2e-3 - gradients[i]));
        }
        assertThat(largest).isGreaterThan(0.01);
        assertThat(worst).isLessThan(1e-3 * largest);
    }

    /** Every agent's loss is its own mean over the minibatch; their sum has the same gradients. */
    private double total(ClippedSurrogate loss) {
        var outcome = loss.of(play, all, logits, oldLogits, advantages);
        return 2 * (outcome.loss() - loss.entropyWeight() * outcome.entropy());
    }

    @Test
    void illegalActionsGetNoGradient() {
        float[] gradients = new ClippedSurrogate(0.2, 0.1)
                .of(play, all, logits, oldLogits, advantages)
                .gradients()
                .values();
        for (int i = 0; i < gradients.length; i++) {
            if (!play.legal().values()[i]) {
                assertThat(gradients[i]).isZero();
            }
        }
    }

    @Test
    void beforeAnyStepTheRatioIsOneAndNothingDiverged() {
        var outcome = new ClippedSurrogate(0.2, 0).of(play, all, oldLogits, oldLogits, advantages);
        double mean = 0;
        for (float advantage : advantages.values()) {
            mean += advantage / advantages.values().length;
        }
        assertThat(outcome.divergence()).isZero();
        assertThat(outcome.loss()).isCloseTo(-mean, within(1e-6));
    }

    @Test
    void moreEntropyIsASmallerLoss() {
        AgentTensor flat = likely(1);
        AgentTensor gradients = new ClippedSurrogate(0.2, 0.1)
                .of(play, all, flat, flat, advantages.zerosLike())
                .gradients();
        assertThat(gradients.get(0, 0, 1)).isPositive();
    }

    @Test
    void aRatioBeyondTheClipHasNoGradientWhereItWouldGoFurther() {
        AgentTensor gain = advantages.map(any -> 1);
        var outcome = new ClippedSurrogate(0.2, 0).of(play, all, likely(5), logits.zerosLike(), gain);
        assertThat(outcome.gradients().values()).containsOnly(0);
        assertThat(outcome.loss()).isCloseTo(-1.2, within(1e-6));
    }

    /** Logits of 0, but for the actions that were taken. */
    private AgentTensor likely(float logit) {
        AgentTensor likely = logits.zerosLike();
        for (int agent = 0; agent < 2; agent++) {
            for (int row = 0; row < SAMPLES; row++) {
                likely.set(agent, row, (int) play.actions().get(agent, row, 0), logit);
            }
        }
        return likely;
    }
}
