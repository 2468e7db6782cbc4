package io.clearway.scenario.mdp;

import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Seeds;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.SensedObservation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Walks through a random MDP; the seed of an episode draws its first state and all transitions. */
final class RandomMdpEnvironment implements MeasuredEnvironment {
    private final MdpSettings settings;
    private final MdpProblem problem;
    private final RandomMdp mdp;
    private final AgentGraph graph;
    private final List<AgentSpec> agents;
    private RandomGenerator chance = new Seeds(0).generator("episode", 0);
    private boolean running;
    private int state;
    private int time;
    private double sum;

    RandomMdpEnvironment(MdpSettings settings) {
        this.settings = settings;
        this.problem = settings.problem();
        this.mdp = problem.draw();
        this.graph = RandomMdpScenario.graph(settings);
        this.agents = RandomMdpScenario.agents(settings);
    }

    @Override
    public AgentGraph graph() {
        return graph;
    }

    @Override
    public List<AgentSpec> agents() {
        return agents;
    }

    @Override
    public int horizon() {
        return settings.horizon();
    }

    @Override
    public JointObservation reset(long seed) {
        chance = new Seeds(seed).generator("episode", 0);
        state = chance.nextInt(mdp.states());
        time = 0;
        sum = 0;
        running = true;
        return observe();
    }

    /** Each agent's local reward is an equal share of R(s, a), so that they sum to the shared reward. */
    @Override
    public Step step(JointAction action) {
        if (!running) {
            throw new IllegalStateException("No episode is running; reset the environment first");
        }
        int joint = mdp.joint(choices(action));
        double reward = mdp.reward(state, joint);
        state = mdp.next(state, joint, chance.nextDouble());
        time++;
        sum += reward;
        running = time < settings.horizon();
        double[] shares = new double[mdp.agents()];
        Arrays.fill(shares, reward / shares.length);
        return new Step(observe(), JointReward.of(shares), false, !running);
    }

    private int[] choices(JointAction action) {
        if (action.agents() != mdp.agents()) {
            throw new IllegalArgumentException(
                    "%d agents need as many choices, not %d".formatted(mdp.agents(), action.agents()));
        }
        int[] choices = new int[mdp.agents()];
        for (int agent = 0; agent < choices.length; agent++) {
            choices[agent] = action.choice(agent);
            if (choices[agent] < 0 || choices[agent] >= mdp.actions()) {
                throw new IllegalArgumentException(
                        "Agent %d may not choose %d; give 0 to %d".formatted(agent, choices[agent], mdp.actions() - 1));
            }
        }
        return choices;
    }

    /** Every agent sees the state as a one-hot code. */
    private JointObservation observe() {
        float[] seen = new float[mdp.states()];
        seen[state] = 1;
        boolean[] all = new boolean[mdp.actions()];
        Arrays.fill(all, true);
        float[][] local = new float[mdp.agents()][];
        boolean[][] legal = new boolean[mdp.agents()][];
        Arrays.fill(local, seen);
        Arrays.fill(legal, all);
        return new SensedObservation(
                JointObservation.of(local, legal), Collections.nCopies(mdp.agents(), new MdpReadings(problem, state)));
    }

    @Override
    public Map<Metric, Double> measurements() {
        return Map.of(
                Metric.PAPER_REWARD, sum / Math.max(1, time), Metric.LEARNER_RETURN, sum, Metric.DECISIONS, (double)
                        time);
    }

    @Override
    public Map<Metric, Double> finish() {
        running = false;
        return measurements();
    }

    @Override
    public String simulator() {
        return "none";
    }

    /** There is nothing to free. */
    @Override
    public void close() {
        running = false;
    }
}
