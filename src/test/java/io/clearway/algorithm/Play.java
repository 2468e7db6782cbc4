package io.clearway.algorithm;

import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Environment;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import io.clearway.network.Trajectory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Plays episodes for tests. */
public final class Play {
    private Play() {}

    public static Trajectory episode(Environment environment, Controller controller, long seed) {
        List<JointObservation> observations = new ArrayList<>(List.of(environment.reset(seed)));
        List<JointAction> actions = new ArrayList<>();
        List<JointReward> rewards = new ArrayList<>();
        Step step;
        do {
            JointAction action = controller.act(observations.get(observations.size() - 1));
            step = environment.step(action);
            actions.add(action);
            rewards.add(step.reward());
            observations.add(step.observation());
        } while (!step.last());
        return new Trajectory(observations, actions, rewards, step.terminated());
    }

    public static List<Trajectory> episodes(
            Environment environment, ControllerSource controllers, long firstSeed, int count) {
        return LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(seed -> episode(environment, controllers.fresh(seed), seed))
                .toList();
    }

    /** A learner's round, as the training loop plays it. */
    public static List<Trajectory> round(Environment environment, Learner learner, long firstSeed) {
        List<Trajectory> round = new ArrayList<>();
        for (int episode = 0; episode < learner.episodesPerRound(); episode++) {
            long seed = firstSeed + episode - episode % learner.episodesPerSeed();
            round.add(episode(environment, learner.behaviorPolicy(episode, seed), seed));
        }
        return round;
    }

    /** Mean undiscounted return of all agents together. */
    public static double meanReturn(List<Trajectory> episodes) {
        return episodes.stream()
                .mapToDouble(episode ->
                        episode.rewards().stream().mapToDouble(JointReward::sum).sum())
                .average()
                .orElseThrow();
    }

    /** Draws among the legal actions. */
    public static Controller random(long seed) {
        var chance = new SplittableRandom(seed);
        return observation -> {
            int[] choices = new int[observation.agents()];
            for (int agent = 0; agent < choices.length; agent++) {
                do {
                    choices[agent] = chance.nextInt(observation.legal(agent).length);
                } while (!observation.legal(agent)[choices[agent]]);
            }
            return JointAction.of(choices);
        };
    }
}
