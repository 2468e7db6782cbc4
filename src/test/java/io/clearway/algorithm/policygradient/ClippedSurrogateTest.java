package io.clearway.algorithm.policygradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.experience.DiscreteActions;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;
import io.clearway.network.AgentSpec;
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
    private final float[] oldLogits = new float[2 * SAMPLES * ACTIONS];
    private final float[] logits = new float[2 * SAMPLES * ACTIONS];
    private final float[] advantages = new float[2 * SAMPLES];

    ClippedSurrogateTest() {
        for (int row = 0; row < 2 * SAMPLES; row++) {
            for (int action = 0; action < ACTIONS; action++) {
                play.legal()[row * ACTIONS + action] = action != row % 4;
                oldLogits[row * ACTIONS + action] = (float) chance.nextGaussian();
                logits[row * ACTIONS + action] =
                        oldLogits[row * ACTIONS + action] + 0.3f * (float) chance.nextGaussian();
            }
            play.actions()[row] = row % 4 == 0 ? 1 : row % 4 == 1 ? 2 : 0;
            advantages[row] = (float) chance.nextGaussian();
        }
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        var loss = new ClippedSurrogate(0.2, 0.1);
        float[] gradients = loss.of(play, all, logits, oldLogits, advantages).gradients();
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < logits.length; i++) {
            float kept = logits[i];
            logits[i] = kept + 1e-3f;
            double above = total(loss);
            logits[i] = kept - 1e-3f;
            double below = total(loss);
            logits[i] = kept;
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
                .gradients();
        for (int i = 0; i < gradients.length; i++) {
            if (!play.legal()[i]) {
                assertThat(gradients[i]).isZero();
            }
        }
    }

    @Test
    void beforeAnyStepTheRatioIsOneAndNothingDiverged() {
        var outcome = new ClippedSurrogate(0.2, 0).of(play, all, oldLogits, oldLogits, advantages);
        double mean = 0;
        for (float advantage : advantages) {
            mean += advantage / advantages.length;
        }
        assertThat(outcome.divergence()).isZero();
        assertThat(outcome.loss()).isCloseTo(-mean, within(1e-6));
    }

    @Test
    void moreEntropyIsASmallerLoss() {
        float[] flat = new float[logits.length];
        float[] none = new float[advantages.length];
        for (int row = 0; row < 2 * SAMPLES; row++) {
            flat[row * ACTIONS + (int) play.actions()[row]] = 1;
        }
        float[] gradients =
                new ClippedSurrogate(0.2, 0.1).of(play, all, flat, flat, none).gradients();
        assertThat(gradients[(int) play.actions()[0]]).isPositive();
    }

    @Test
    void aRatioBeyondTheClipHasNoGradientWhereItWouldGoFurther() {
        float[] moved = oldLogits.clone();
        float[] gain = new float[advantages.length];
        for (int row = 0; row < 2 * SAMPLES; row++) {
            moved[row * ACTIONS + (int) play.actions()[row]] += 5;
            gain[row] = 1;
        }
        float[] oldOnes = new float[oldLogits.length];
        var outcome = new ClippedSurrogate(0.2, 0).of(play, all, movedFromFlat(), oldOnes, gain);
        assertThat(outcome.gradients()).containsOnly(0);
        assertThat(outcome.loss()).isCloseTo(-1.2, within(1e-6));
    }

    private float[] movedFromFlat() {
        float[] moved = new float[logits.length];
        for (int row = 0; row < 2 * SAMPLES; row++) {
            moved[row * ACTIONS + (int) play.actions()[row]] = 5;
        }
        return moved;
    }
}
