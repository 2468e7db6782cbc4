package io.clearway.algorithm.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.experience.ActionRanges;
import io.clearway.network.ActionSpace;
import io.clearway.network.AgentSpec;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The three steps of Algorithm 2, on three agents in a row and one state. */
class StepsTest {
    private static final int AGENTS = 3;
    private static final ActionRanges RANGES =
            new ActionRanges(Collections.nCopies(AGENTS, new AgentSpec("a", 1, ActionSpace.Box.of(-1, 1))), "any");
    private static final SquashedActors.Descriptions DESCRIPTIONS =
            new SquashedActors.Descriptions(RANGES, DeviationRange.between(0.2, 1.25));
    private static final float[] STATE = {1};
    private static final AgentTensor STATES = AgentTensor.of(AGENTS, 1, 1, 1, 1, 1);

    private final ComputePool pool = new ComputePool(1);
    private final AgentNetworks actorNetworks = networks(List.of(1, 2), 1);
    private final AgentNetworks criticNetworks = networks(List.of(2, 16, 1), 2);
    private final SquashedActors actors = new SquashedActors(actorNetworks, DESCRIPTIONS);
    private final LocalCritics critics = new LocalCritics(1, criticNetworks, networks(List.of(2, 16, 1), 3));
    private final ConsensusStep consensus = new ConsensusStep(new ConsensusMatrix(ConsensusMatrixTest.path(AGENTS)), 1);
    private final SplittableRandom chance = new SplittableRandom(5);

    private AgentNetworks networks(List<Integer> sizes, long seed) {
        return AgentNetworks.create(AGENTS, new PerceptronShape(sizes, Activation.TANH), seed, pool);
    }

    @AfterEach
    void close() {
        actors.close();
        critics.close();
        pool.close();
    }

    /** The agent's policy has this mean and the deviation 0.5, whatever the state. */
    private void setMean(int agent, double mean) {
        actorNetworks.setParameters(agent, new float[] {0, 0, (float) mean, 0});
    }

    /** Experience of policies with mean 0; the reward is a function of the third agent's action alone. */
    private DecentralizedReplay replay(int count) {
        IntStream.range(0, AGENTS).forEach(agent -> setMean(agent, 0));
        DecentralizedReplay replay = new DecentralizedReplay(1, RANGES, AGENTS, count);
        var then = new SquashedGaussian(0, Math.log(0.5));
        for (int k = 0; k < count; k++) {
            double[] before = chance.doubles(AGENTS)
                    .map(any -> 0.5 * chance.nextGaussian())
                    .toArray();
            double[] densities = new double[AGENTS];
            for (int agent = 0; agent < AGENTS; agent++) {
                densities[agent] = then.logDensity(before[agent]);
            }
            replay.store(STATE, each(before), densities, Math.tanh(before[2]), STATE, false);
        }
        return replay;
    }

    private static double[][] each(double... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> new double[] {number}).toArray(double[][]::new);
    }

    /** β = (0.3, −0.6, 0.9): after one averaging x = (0, 0.2, 0.4). */
    @Test
    void estimatesByHand() {
        DecentralizedReplay replay = new DecentralizedReplay(1, RANGES, AGENTS, 1);
        replay.store(STATE, each(new double[AGENTS]), new double[] {-1, -1, -1}, 0, STATE, false);
        replay.renew(0, 0, -0.7);
        replay.renew(1, 0, -1.6);
        replay.renew(2, 0, -0.1);
        replay.average(new ConsensusMatrix(ConsensusMatrixTest.path(AGENTS)));
        assertThat(estimates(replay, 0)).containsExactly(new double[] {-0.3, 1.2, 0.3}, within(1e-12));
        assertThat(exact(replay, 0)).containsExactly(new double[] {0.3, 1.2, -0.3}, within(1e-12));
        // the first agent's β rises by 0.3: x = (0.3, 0.2, 0.4), then averaged
        replay.renew(0, 0, -0.4);
        replay.average(new ConsensusMatrix(ConsensusMatrixTest.path(AGENTS)));
        double[] x = {0.8 / 3, 0.3, 1.0 / 3};
        assertThat(estimates(replay, 0))
                .containsExactly(new double[] {3 * x[0] - 0.6, 3 * x[1] + 0.6, 3 * x[2] - 0.9}, within(1e-12));
    }

    @Test
    void aNewExperienceHasNoWeightYetEvenInAnOldPlace() {
        DecentralizedReplay replay = replay(4);
        setMean(0, 0.4);
        consensus.run(replay, actors);
        assertThat(replay.ratio(0, 0)).isNotZero();
        replay.store(STATE, each(new double[AGENTS]), new double[AGENTS], 0, STATE, true);
        assertThat(replay.size()).isEqualTo(4);
        assertThat(replay.end(0)).isTrue();
        assertThat(estimates(replay, 0)).containsOnly(0.0);
    }

    @Test
    void consensusFindsTheOthersRatiosWhilePoliciesChange() {
        DecentralizedReplay replay = replay(1500);
        for (int step = 1; step <= 20; step++) {
            setMean(0, 0.02 * step);
            setMean(2, -0.01 * step);
            consensus.run(replay, actors);
            double before = replay.before(0, 7)[0];
            double expected = new SquashedGaussian(0.02 * step, Math.log(0.5)).logDensity(before)
                    - new SquashedGaussian(0, Math.log(0.5)).logDensity(before);
            assertThat(replay.ratio(0, 7)).isCloseTo(expected, within(1e-5));
            assertThat(replay.ratio(1, 7)).isCloseTo(0, within(1e-6));
        }
        for (int step = 0; step < 60; step++) {
            consensus.run(replay, actors);
        }
        for (int place : new int[] {0, 7, 1023, 1024, 1499}) {
            assertThat(estimates(replay, place)).containsExactly(exact(replay, place), within(1e-6));
        }
    }

    private double[] estimates(DecentralizedReplay replay, int place) {
        return IntStream.range(0, AGENTS)
                .mapToDouble(agent -> consensus.estimated(replay, agent, place))
                .toArray();
    }

    private double[] exact(DecentralizedReplay replay, int place) {
        return IntStream.range(0, AGENTS)
                .mapToDouble(agent -> consensus.exact(replay, agent, place))
                .toArray();
    }

    /** The third agent now acts around 0.3: its neighbors' critics must value that, from experience of before. */
    @Test
    void weightsTurnOldExperienceIntoThePresentPoliciesValues() {
        DecentralizedReplay replay = replay(4000);
        setMean(2, 0.3);
        for (int step = 0; step < 60; step++) {
            consensus.run(replay, actors);
        }
        double expected = meanAction(0.3);
        assertThat(valueOfFirstAgent(replay, 1e9)).isCloseTo(expected, within(0.04));
        assertThat(expected).isGreaterThan(0.2);
    }

    @Test
    void weightsThatAreAllCutLeaveTheOldValues() {
        DecentralizedReplay replay = replay(4000);
        setMean(2, 0.3);
        for (int step = 0; step < 60; step++) {
            consensus.run(replay, actors);
        }
        assertThat(valueOfFirstAgent(replay, 1e-3)).isCloseTo(meanAction(0), within(0.04));
    }

    private double valueOfFirstAgent(DecentralizedReplay replay, double largestWeight) {
        var terms = new EvaluationStep.Terms(0, 0, largestWeight, Adam.of(3e-3));
        var evaluation = new EvaluationStep(terms, actors, critics, consensus);
        List<RandomGenerator> chances = List.of(chance, chance.split(), chance.split());
        for (int step = 0; step < 500; step++) {
            evaluation.run(Minibatch.draw(replay, 256, chances), replay, 1, chances);
        }
        return critics.values(STATES, actions(0, 0, 0)).get(0, 0, 0);
    }

    /** E tanh(u), u ~ N(mean, 0.5²). */
    private double meanAction(double mean) {
        var own = new SplittableRandom(9);
        return IntStream.range(0, 100_000)
                .mapToDouble(any -> Math.tanh(mean + 0.5 * own.nextGaussian()))
                .average()
                .orElseThrow();
    }

    /** y = r / unit + γ (Q̂(s̃, ã) − α log π(ã)), and r / unit alone where the process ended. */
    @Test
    void targetsByHand() {
        IntStream.range(0, AGENTS).forEach(agent -> setMean(agent, 0));
        DecentralizedReplay replay = new DecentralizedReplay(1, RANGES, AGENTS, 2);
        List<RandomGenerator> chances = List.of(chance, chance.split(), chance.split());
        replay.store(STATE, each(new double[AGENTS]), new double[AGENTS], 6, STATE, true);
        var evaluation =
                new EvaluationStep(new EvaluationStep.Terms(0.9, 0.5, 10, Adam.of(1e-3)), actors, critics, consensus);
        AgentTensor ended = evaluation.targets(Minibatch.draw(replay, 1, chances), 3, chances);
        assertThat(ended.values()).containsExactly(2, 2, 2);
        DecentralizedReplay goingOn = new DecentralizedReplay(1, RANGES, AGENTS, 2);
        goingOn.store(STATE, each(new double[AGENTS]), new double[AGENTS], 6, STATE, false);
        Minibatch batch = Minibatch.draw(goingOn, 1, chances);
        var noise = new SplittableRandom(77);
        double before = new SquashedGaussian(0, Math.log(0.5)).before(new SplittableRandom(77).nextGaussian());
        AgentTensor targets = evaluation.targets(batch, 3, List.of(noise, chance, chance));
        float value = critics.targetValues(STATES, actions((float) Math.tanh(before), 0, 0))
                .get(0, 0, 0);
        double entropy = -new SquashedGaussian(0, Math.log(0.5)).logPolicy(before);
        assertThat((double) targets.get(0, 0, 0)).isCloseTo(2 + 0.9 * (value + 0.5 * entropy), within(1e-5));
    }

    @Test
    void slopesOfCriticsAgreeWithFiniteDifferences() {
        AgentTensor at = actions(0.2f, -0.4f, 0.7f);
        AgentTensor slopes = critics.slopes(critics.values(STATES, at));
        AgentTensor above = critics.values(STATES, at.map(action -> action + 0.01f));
        AgentTensor below = critics.values(STATES, at.map(action -> action - 0.01f));
        for (int agent = 0; agent < AGENTS; agent++) {
            float difference = (above.get(agent, 0, 0) - below.get(agent, 0, 0)) / 0.02f;
            assertThat(slopes.get(agent, 0, 0)).isCloseTo(difference, within(2e-3f));
        }
    }

    private static AgentTensor actions(float... actions) {
        return AgentTensor.of(AGENTS, 1, 1, actions);
    }

    /** Critics that know Q = −(a − 0.5)² pull every actor's action to 0.5. */
    @Test
    void actorsClimbTheirCritics() {
        DecentralizedReplay replay = replay(64);
        List<RandomGenerator> chances = List.of(chance, chance.split(), chance.split());
        teach(chances.get(0));
        var improvement = new ImprovementStep(actors, critics, 0, Adam.of(0.02));
        for (int step = 0; step < 300; step++) {
            improvement.run(Minibatch.draw(replay, 32, chances), chances);
        }
        AgentTensor outputs = actors.outputs(STATES);
        for (int agent = 0; agent < AGENTS; agent++) {
            SquashedGaussian policy = actors.policy(outputs, agent, 0).numbers().get(0);
            assertThat(Math.tanh(policy.mean())).isCloseTo(0.5, within(0.1));
            // a larger spread is worse, so it shrinks from 0.5 to the bound of 0.2
            assertThat(Math.exp(policy.logDeviation())).isLessThan(0.3);
        }
    }

    private void teach(RandomGenerator chance) {
        int size = 64;
        AgentTensor states = AgentTensor.zeros(AGENTS, size, 1).map(zero -> 1);
        for (int step = 0; step < 800; step++) {
            AgentTensor actions = states.map(any -> (float) (2 * chance.nextDouble() - 1));
            AgentTensor gradients = critics.values(states, actions);
            float[] values = gradients.values();
            for (int i = 0; i < values.length; i++) {
                float off = actions.values()[i] - 0.5f;
                values[i] = (values[i] + off * off) / size;
            }
            critics.learn(gradients, Adam.of(0.01));
        }
    }

    @Test
    void targetNetworksFollowSlowly() {
        AgentTensor actions = actions(0, 0, 0);
        float[] before = critics.targetValues(STATES, actions).values();
        assertThat(critics.values(STATES, actions).values()).isEqualTo(before);
        critics.learn(AgentTensor.of(AGENTS, 1, 1, 1, 1, 1), Adam.of(0.1));
        assertThat(critics.targetValues(STATES, actions).values()).isEqualTo(before);
        critics.followWithTargets(1);
        float[] after = critics.values(STATES, actions).values();
        assertThat(after).isNotEqualTo(before);
        assertThat(critics.targetValues(STATES, actions).values()).isEqualTo(after);
    }
}
