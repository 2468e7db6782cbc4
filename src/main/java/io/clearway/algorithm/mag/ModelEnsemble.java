package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.JointModel;
import io.clearway.algorithm.dmpo.model.LocalDynamics;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.JointShape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Stochastic local models P̂^i: several of them per agent, one of which each agent draws for each step, independently
 * of the others.
 */
record ModelEnsemble(JointShape shape, List<LocalDynamics> members) implements JointModel {
    @Override
    public Prediction predict(float[] states, boolean[] legal, float[] actions, int batch, RandomGenerator chance) {
        List<Prediction> all = members.stream()
                .map(member -> member.predict(states, legal, actions, batch, chance))
                .toList();
        int[] drawn = new int[actions.length];
        int[] place = new int[actions.length];
        Arrays.setAll(drawn, row -> chance.nextInt(members.size()));
        Arrays.setAll(place, row -> row);
        return Prediction.gathered(shape, all, drawn, place);
    }
}
