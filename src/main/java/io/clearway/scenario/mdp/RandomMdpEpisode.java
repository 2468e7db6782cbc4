package io.clearway.scenario.mdp;

import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Seeds;
import io.clearway.scenario.Episode;
import io.clearway.scenario.SensedObservation;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A walk through a random MDP; the seed of the episode draws its first state and all transitions. */
final class RandomMdpEpisode implements Episode {
    private final MdpProblem problem;
    private final RandomMdp mdp;
    private final RandomGenerator chance;
    private int state;
    private int time;
    private double sum;

    RandomMdpEpisode(MdpProblem problem, RandomMdp mdp, long seed) {
        this.problem = problem;
        this.mdp = mdp;
        this.chance = new Seeds(seed).generator("episode", 0);
        this.state = chance.nextInt(mdp.states());
    }

    @Override
    public JointObservation begin() {
        return observe();
    }

    /** Every agent observes the state as a one-hot code. */
    private JointObservation observe() {
        float[] oneHot = new float[mdp.states()];
        oneHot[state] = 1;
        boolean[] all = new boolean[mdp.actions()];
        Arrays.fill(all, true);
        float[][] local = new float[mdp.agents()][];
        boolean[][] legal = new boolean[mdp.agents()][];
        Arrays.fill(local, oneHot);
        Arrays.fill(legal, all);
        return new SensedObservation(
                JointObservation.of(local, legal), Collections.nCopies(mdp.agents(), new MdpReadings(problem, state)));
    }

    /** Each agent's local reward is an equal share of R(s, a), so that they sum to the shared reward. */
    @Override
    public Outcome step(JointAction action, int decision) {
        int[] choices = new int[mdp.agents()];
        Arrays.setAll(choices, action::choice);
        int joint = mdp.joint(choices);
        double reward = mdp.reward(state, joint);
        state = mdp.next(state, joint, chance.nextDouble());
        time++;
        sum += reward;
        double[] shares = new double[mdp.agents()];
        Arrays.fill(shares, reward / shares.length);
        return new Outcome(observe(), JointReward.of(shares), false);
    }

    @Override
    public Map<Metric, Double> measurements() {
        return Map.of(
                Metric.PAPER_REWARD, sum / Math.max(1, time), Metric.LEARNER_RETURN, sum, Metric.DECISIONS, (double)
                        time);
    }

    @Override
    public Map<Metric, Double> finish() {
        return measurements();
    }
}
