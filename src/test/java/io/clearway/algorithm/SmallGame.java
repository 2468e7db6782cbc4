package io.clearway.algorithm;

import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Environment;
import io.clearway.network.JointAction;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;

/**
 * A game that is small enough for its best play to be known.
 *
 * @param task its agents
 * @param environment opens it
 * @param best return of the best play of the episode with a seed
 * @param random plays at random
 * @param rule a sensible way to play, to be shown to learners
 */
public record SmallGame(
        Task task,
        Supplier<Environment> environment,
        LongToDoubleFunction best,
        ControllerSource random,
        ControllerSource rule) {

    /** Discrete actions. */
    public static SmallGame twoJunctions() {
        return new SmallGame(
                TwoJunctions.task(), TwoJunctions::new, TwoJunctions::optimum, Play::random, SmallGame::longerQueue);
    }

    /** Real numbers as actions. */
    public static SmallGame twoTanks() {
        return new SmallGame(TwoTanks.task(), TwoTanks::new, TwoTanks::optimum, TwoTanks::random, TwoTanks::best);
    }

    /** Real numbers as actions, several at once and not as many for each agent. */
    public static SmallGame splitTanks() {
        return new SmallGame(
                SplitTanks.task(),
                SplitTanks::new,
                TwoTanks::optimum,
                SplitTanks.split(TwoTanks::random),
                SplitTanks.split(TwoTanks::best));
    }

    /** A game to play. */
    public Environment open() {
        return environment.get();
    }

    double optimum(long seed) {
        return best.applyAsDouble(seed);
    }

    /** Serves the longer queue, when it may. */
    private static Controller longerQueue(long seed) {
        return observation -> {
            int[] choices = new int[observation.agents()];
            for (int agent = 0; agent < choices.length; agent++) {
                int longer = observation.local(agent)[0] >= observation.local(agent)[1] ? 0 : 1;
                choices[agent] = observation.legal(agent)[longer] ? longer : 1 - longer;
            }
            return JointAction.of(choices);
        };
    }
}
