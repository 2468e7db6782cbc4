package io.clearway.scenario.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Theorem 2 of Li and Jia on small MDPs with exact critics. */
class PolicyImprovementTest {
    private static final MdpProblem PROBLEM = new MdpProblem(new MdpSize(6, 3, 3), 5, 0.9, false);
    private final RandomMdp mdp = PROBLEM.draw();
    private final ExactValues values = new ExactValues(mdp, PROBLEM.discount());
    private final PolicyImprovement improvement = new PolicyImprovement(values);

    @Test
    void everyStepInTurnImprovesTheValueOfEveryState() {
        ProductPolicy policy = ProductPolicy.uniform(mdp);
        double[] value = values.of(policy);
        double risen = 0;
        for (int k = 0; k < 30; k++) {
            policy = improvement.step(policy, k);
            double[] next = values.of(policy);
            for (int state = 0; state < mdp.states(); state++) {
                assertThat(next[state]).isGreaterThanOrEqualTo(value[state] - 1e-9);
                risen += next[state] - value[state];
            }
            value = next;
        }
        assertThat(risen).isGreaterThan(mdp.states());
        assertThat(value).containsExactly(values.of(improvement.inTurns(ProductPolicy.uniform(mdp))), within(1e-9));
    }

    @Test
    void whereTheTurnsEndNobodyAloneCanImprove() {
        ProductPolicy end = improvement.inTurns(ProductPolicy.uniform(mdp));
        double[] value = values.of(end);
        for (int agent = 0; agent < mdp.agents(); agent++) {
            double[][] local = values.of(end, agent, value);
            for (int state = 0; state < mdp.states(); state++) {
                assertThat(local[state][ProductPolicy.best(local[state])]).isCloseTo(value[state], within(1e-8));
            }
        }
    }

    @Test
    void theOptimumSatisfiesBellmansEquationAndIsAboveTheTurns() {
        double[] best = values.of(improvement.optimum());
        double[] turns = values.of(improvement.inTurns(ProductPolicy.uniform(mdp)));
        double[] iterated = new double[mdp.states()];
        for (int sweep = 0; sweep < 400; sweep++) {
            iterated = bellman(iterated);
        }
        assertThat(best).containsExactly(iterated, within(1e-9));
        for (int state = 0; state < mdp.states(); state++) {
            assertThat(turns[state]).isLessThanOrEqualTo(best[state] + 1e-9);
        }
    }

    /** One sweep of value iteration. */
    private double[] bellman(double[] value) {
        double[] next = new double[mdp.states()];
        for (int state = 0; state < mdp.states(); state++) {
            next[state] = Double.NEGATIVE_INFINITY;
            for (int joint = 0; joint < mdp.jointActions(); joint++) {
                next[state] = Math.max(next[state], values.ofJoint(state, joint, value));
            }
        }
        return next;
    }

    @Test
    void oneAgentThatChoosesForAllReachesTheOptimumInItsTurns() {
        ExactValues central = new ExactValues(mdp.asOneAgent(), PROBLEM.discount());
        ProductPolicy end = new PolicyImprovement(central).inTurns(ProductPolicy.uniform(central.mdp()));
        assertThat(central.of(end)).containsExactly(values.of(improvement.optimum()), within(1e-8));
    }

    @Test
    void anAgentsValuesAverageToTheValueOfTheState() {
        ProductPolicy uniform = ProductPolicy.uniform(mdp);
        double[] value = values.of(uniform);
        for (int agent = 0; agent < mdp.agents(); agent++) {
            double[][] local = values.of(uniform, agent, value);
            for (int state = 0; state < mdp.states(); state++) {
                double mean = (local[state][0] + local[state][1] + local[state][2]) / 3;
                assertThat(mean).isCloseTo(value[state], within(1e-9));
            }
        }
    }
}
