package io.clearway.algorithm.maddpg;

import io.clearway.algorithm.maddpg.JointReplay.Decision;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;

/** One update of Algorithm 1 of Lowe et al.: a step of each critic, a step of each actor, then the target networks. */
final class MaddpgUpdate {
    private final JointLayout layout;
    private final FollowedNetworks actors;
    private final FollowedNetworks critics;
    private final Terms terms;

    /**
     * What is learned, and how.
     *
     * @param discount γ
     * @param outputPenalty weight of the mean of u² in an actor's loss
     * @param critic optimizer of the critics
     * @param actor optimizer of the actors
     * @param targetRate τ
     */
    record Terms(double discount, double outputPenalty, Adam critic, Adam actor, double targetRate) {}

    MaddpgUpdate(JointLayout layout, FollowedNetworks actors, FollowedNetworks critics, Terms terms) {
        this.layout = layout;
        this.actors = actors;
        this.critics = critics;
        this.terms = terms;
    }

    /**
     * What an update saw, means over agents and samples.
     *
     * @param valueLoss squared error of the critics
     * @param policyLoss −Q_i at the actors' own actions, and the penalty
     */
    record Outcome(double valueLoss, double policyLoss) {}

    /**
     * One update.
     *
     * @param unit what rewards are measured in
     */
    Outcome run(JointMinibatch batch, double unit) {
        double valueLoss = evaluate(batch, unit);
        double policyLoss = improve(batch);
        critics.followWithTargets(terms.targetRate());
        actors.followWithTargets(terms.targetRate());
        return new Outcome(valueLoss, policyLoss);
    }

    private double evaluate(JointMinibatch batch, double unit) {
        AgentTensor targets = targets(batch, unit);
        AgentTensor values = critics.outputs(batch.played());
        AgentTensor gradients = values.zerosLike();
        double loss = 0;
        for (int k = 0; k < values.values().length; k++) {
            double error = values.values()[k] - targets.values()[k];
            loss += error * error / values.values().length;
            gradients.values()[k] = (float) (2 * error / batch.size());
        }
        critics.learn(gradients, terms.critic());
        return loss;
    }

    /** y_i = r_i + γ Q_i′(x′, a_1′, …, a_n′), a_j′ = μ_j′(o_j′), by the target networks (Lowe et al., Eq. 6). */
    AgentTensor targets(JointMinibatch batch, double unit) {
        AgentTensor outputs = actors.targetOutputs(batch.followers());
        AgentTensor targets = critics.targetOutputs(batch.following(outputs));
        for (int agent = 0; agent < layout.agents(); agent++) {
            for (int row = 0; row < batch.size(); row++) {
                Decision decision = batch.decisions().get(row);
                double later = decision.end() ? 0 : terms.discount() * targets.get(agent, row, 0);
                targets.set(agent, row, 0, (float) (decision.rewards()[agent] / unit + later));
            }
        }
        return targets;
    }

    private double improve(JointMinibatch batch) {
        AgentTensor outputs = actors.outputs(batch.observations());
        double loss = loss(batch, outputs);
        actors.learn(gradients(batch, outputs), terms.actor());
        return loss;
    }

    /** Mean over agents of −Q_i(x, a) at a_i = tanh(u_i), and of the penalty. */
    double loss(JointMinibatch batch, AgentTensor outputs) {
        AgentTensor values = critics.outputs(batch.withOwn(outputs));
        double loss = 0;
        for (int agent = 0; agent < layout.agents(); agent++) {
            for (int row = 0; row < batch.size(); row++) {
                loss -= values.get(agent, row, 0);
                for (int i = 0; i < layout.numbers(agent); i++) {
                    double output = outputs.get(agent, row, i);
                    loss += terms.outputPenalty() * output * output / layout.numbers(agent);
                }
            }
        }
        return loss / values.values().length;
    }

    /** Of each agent's loss, the mean over the samples, with respect to its outputs u (Lowe et al., Eq. 5). */
    AgentTensor gradients(JointMinibatch batch, AgentTensor outputs) {
        AgentTensor slopes = critics.slopes(critics.outputs(batch.withOwn(outputs)));
        AgentTensor gradients = outputs.zerosLike();
        for (int agent = 0; agent < layout.agents(); agent++) {
            int at = layout.observations() + layout.actionAt(agent);
            double penalty = 2 * terms.outputPenalty() / layout.numbers(agent);
            for (int row = 0; row < batch.size(); row++) {
                for (int i = 0; i < layout.numbers(agent); i++) {
                    double output = outputs.get(agent, row, i);
                    double action = Math.tanh(output);
                    double gradient = -slopes.get(agent, row, at + i) * (1 - action * action) + penalty * output;
                    gradients.set(agent, row, i, (float) (gradient / batch.size()));
                }
            }
        }
        return gradients;
    }
}
