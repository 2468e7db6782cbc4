package io.clearway.algorithm;

import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Trajectory;
import java.util.Map;
import java.util.Optional;

/** Something that learns episode by episode. Used by one thread at a time; owns native memory until closed. */
public interface Learner extends AutoCloseable {
    /** The lesson it wants before its next own episode; empty when it wants none, or no more. */
    Optional<Lesson> lesson();

    /** Takes in an episode that the lesson's rule played. */
    Map<Metric, Double> study(Trajectory demonstration);

    /** Chooses actions of the learner's own next episode, with exploration. */
    Controller explorer();

    /** Learns from an episode that {@link #explorer} played; what it measured on the way. */
    Map<Metric, Double> learn(Trajectory experience);

    /** The greedy policy as it is now; later learning does not change it. */
    ControllerSource policy();

    /** Everything needed to go on exactly from here: networks, optimizers, memory, counters. */
    byte[] save();

    @Override
    void close();

    /**
     * An episode to be shown by a rule controller.
     *
     * @param rule name of one of the scenario's controllers
     */
    record Lesson(String rule) {}
}
