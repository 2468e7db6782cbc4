package io.clearway.algorithm.offpolicy;

import io.clearway.algorithm.experience.Minibatches;
import io.clearway.neural.AgentTensor;
import java.util.stream.IntStream;

/**
 * The consensus step of Algorithm 2, by which each agent estimates how much likelier the others would now do what they
 * did, without knowing their policies (Li and Jia, Section IV-A).
 */
final class ConsensusStep {
    private static final int MINIBATCH = 1024;

    private final ConsensusMatrix matrix;
    private final int averagings;

    /** @param averagings times that (46) is applied in a step; 1 in the paper */
    ConsensusStep(ConsensusMatrix matrix, int averagings) {
        this.matrix = matrix;
        this.averagings = averagings;
    }

    /** β and x of every stored experience take in the present policies (Eq. 44–45), then x ← W x (Eq. 46). */
    void run(DecentralizedReplay replay, SquashedActors actors) {
        int[] all = IntStream.range(0, replay.size()).toArray();
        Minibatches.forEach(all, Math.min(MINIBATCH, all.length), (places, count) -> {
            AgentTensor outputs = actors.outputs(states(replay, places));
            for (int agent = 0; agent < matrix.size(); agent++) {
                for (int row = 0; row < count; row++) {
                    SquashedPolicy policy = actors.policy(outputs, agent, row);
                    replay.renew(agent, places[row], policy.logDensity(replay.before(agent, places[row])));
                }
            }
        });
        for (int k = 0; k < averagings; k++) {
            replay.average(matrix);
        }
    }

    /** Numbers that all agents together receive from their neighbors in a step. */
    long numbersSent(DecentralizedReplay replay) {
        return (long) averagings * matrix.edgeEnds() * replay.size();
    }

    private AgentTensor states(DecentralizedReplay replay, int[] places) {
        int size = replay.state(0).length;
        AgentTensor states = AgentTensor.zeros(matrix.size(), places.length, size);
        for (int agent = 0; agent < matrix.size(); agent++) {
            for (int row = 0; row < places.length; row++) {
                System.arraycopy(replay.state(places[row]), 0, states.values(), states.at(agent, row), size);
            }
        }
        return states;
    }

    /** c^i of an experience as agent i estimates it: N x^i − β^i (Eq. 40 with Lemma 2). */
    double estimated(DecentralizedReplay replay, int agent, int place) {
        return matrix.size() * replay.consensus(agent, place) - replay.ratio(agent, place);
    }

    /** The exact c^i of an experience, which no agent knows: Σ_j β^j − β^i (Eq. 40); to measure the estimate. */
    double exact(DecentralizedReplay replay, int agent, int place) {
        double sum = 0;
        for (int other = 0; other < matrix.size(); other++) {
            sum += other == agent ? 0 : replay.ratio(other, place);
        }
        return sum;
    }
}
