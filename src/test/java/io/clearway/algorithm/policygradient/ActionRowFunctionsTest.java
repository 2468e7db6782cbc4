package io.clearway.algorithm.policygradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.ActionRows;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import io.clearway.setting.InvalidSetting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rows of two features; agent a has two actions, agent b three. */
class ActionRowFunctionsTest {
    private static final ComputePool POOL = new ComputePool(1);
    private static final Task TWO = task(new AgentSpec("a", 4, 2), new AgentSpec("b", 6, 3));
    private static final Task ONE = task(new AgentSpec("c", 8, 4));
    private static final int SAMPLES = 64;

    @AfterAll
    static void close() {
        POOL.close();
    }

    private static Task task(AgentSpec... agents) {
        List<String> names = List.of(agents).stream().map(AgentSpec::id).toList();
        return new Task(new AgentGraph(names, List.of()), List.of(agents), 10);
    }

    private static ActionRowFunctions functions(Task task) {
        return new ActionRowFunctions(JointShape.of(task), ActionRows.of(task), List.of(16), 10, 1, POOL);
    }

    private static float[] logits(ActionRowFunctions functions, int agent, float[][] local) {
        return functions.snapshot().get(agent).apply(local);
    }

    @Test
    void atFirstALogitIsThePreferenceOfTheRuleTimesTheScale() {
        try (ActionRowFunctions functions = functions(TWO)) {
            float[][] local = {{0.5f, 7, 1, -3}, {0.1f, 1, 0.2f, 2, 0.3f, 3}};
            assertThat(logits(functions, 0, local)).startsWith(5, 10);
            assertThat(logits(functions, 1, local)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void whatOneAgentLearnsHoldsForOthersWithOtherNumbersOfActionsInAnyOrder() throws IOException {
        try (ActionRowFunctions teacher = functions(TWO);
                ActionRowFunctions pupil = functions(ONE)) {
            learnToFollowTheSecondFeature(teacher);
            copy(teacher, pupil);
            float[] ordered = logits(pupil, 0, new float[][] {{0.5f, 0, 0.5f, 1, 0.5f, 2, 0.5f, 3}});
            assertThat(ordered[0]).isLessThan(ordered[1]);
            assertThat(ordered[1]).isLessThan(ordered[2]);
            assertThat(ordered[2]).isLessThan(ordered[3]);
            float[] turned = logits(pupil, 0, new float[][] {{0.5f, 3, 0.5f, 2, 0.5f, 1, 0.5f, 0}});
            for (int action = 0; action < 4; action++) {
                assertThat(turned[3 - action]).isCloseTo(ordered[action], within(1e-4f));
            }
        }
    }

    @Test
    void whatActsIsWhatIsTrained() {
        try (ActionRowFunctions functions = functions(TWO)) {
            learnToFollowTheSecondFeature(functions);
            AgentTensor states = states(new Random(9));
            AgentTensor trained = functions.forward(states, new int[] {3});
            float[][] local = {new float[4], new float[6]};
            for (int agent = 0; agent < 2; agent++) {
                System.arraycopy(states.values(), states.at(agent, 3), local[agent], 0, local[agent].length);
                float[] acting = logits(functions, agent, local);
                for (int action = 0; action < 2 + agent; action++) {
                    assertThat(acting[action]).isCloseTo(trained.get(agent, 0, action), within(1e-4f));
                }
            }
        }
    }

    @Test
    void observationsThatAreNoRowsAreRefusedWithTheMend() {
        assertThatThrownBy(() -> ActionRows.of(task(new AgentSpec("a", 4, 2), new AgentSpec("b", 7, 3))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("agent b observes 7 values for 3 actions, which are no rows of 2")
                .hasMessageContaining("observation=stages");
    }

    private static AgentTensor states(Random chance) {
        AgentTensor states = AgentTensor.zeros(2, SAMPLES, 6);
        for (int i = 0; i < states.values().length; i++) {
            states.values()[i] = chance.nextFloat();
        }
        return states;
    }

    /** Ascends on the second feature of the chosen action: the gradient of Σ_a logit_a (x_a − mean x). */
    private static void learnToFollowTheSecondFeature(ActionRowFunctions functions) {
        Random chance = new Random(5);
        int[] samples = new int[SAMPLES];
        for (int k = 0; k < SAMPLES; k++) {
            samples[k] = k;
        }
        for (int step = 0; step < 200; step++) {
            AgentTensor states = states(chance);
            AgentTensor logits = functions.forward(states, samples);
            AgentTensor gradients = logits.zerosLike();
            for (int agent = 0; agent < 2; agent++) {
                int actions = 2 + agent;
                for (int k = 0; k < SAMPLES; k++) {
                    double mean = 0;
                    for (int action = 0; action < actions; action++) {
                        mean += states.get(agent, k, 2 * action + 1) / (double) actions;
                    }
                    for (int action = 0; action < actions; action++) {
                        double above = states.get(agent, k, 2 * action + 1) - mean;
                        gradients.set(agent, k, action, (float) -above / SAMPLES);
                    }
                }
            }
            functions.learn(gradients, Adam.of(0.01));
        }
    }

    private static void copy(ActionRowFunctions from, ActionRowFunctions to) throws IOException {
        var bytes = new ByteArrayOutputStream();
        from.writeTo(new DataOutputStream(bytes));
        to.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
