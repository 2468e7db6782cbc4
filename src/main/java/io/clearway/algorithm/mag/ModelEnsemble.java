package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.JointModel;
import io.clearway.algorithm.dmpo.model.LocalDynamics;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.AgentTensor;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Stochastic local models P̂^i: several of them per agent, one of which each agent draws for each step, independently
 * of the others.
 */
record ModelEnsemble(JointShape shape, List<LocalDynamics> members) implements JointModel {
    @Override
    public Prediction predict(AgentTensor states, ActionMasks legal, AgentTensor actions, RandomGenerator chance) {
        List<Prediction> all = members.stream()
                .map(member -> member.predict(states, legal, actions, chance))
                .toList();
        int[][] drawn = new int[states.agents()][states.rows()];
        int[][] place = new int[states.agents()][states.rows()];
        for (int agent = 0; agent < states.agents(); agent++) {
            Arrays.setAll(drawn[agent], row -> chance.nextInt(members.size()));
            Arrays.setAll(place[agent], row -> row);
        }
        return Prediction.gathered(shape, all, drawn, place);
    }
}
