package io.clearway.scenario;

import io.clearway.events.recording.RecordedSignals;
import io.clearway.network.JointObservation;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.timing.TimingSheet;
import java.util.List;

/** How a scenario observes a simulation that it does not own, and what its actions mean there. */
public interface LiveInterface {
    /** The signals in the order of the agents. */
    List<LiveSignal> signals();

    /** The times that these signals keep to. */
    TimingSheet timings();

    /** The traffic lights as the scenario's network has them, in the order of the agents. */
    List<RoadNetwork.TrafficLight> lights();

    /** The signals as event logs describe them, in the order of the agents; none where no log can be written. */
    default RecordedSignals recorded() {
        return RecordedSignals.NONE;
    }

    /** What has to be read; its lights are those of {@link #signals}, in order. */
    SubscriptionSpec subscriptions();

    /** Simulated time between decisions that the scenario is made for. */
    double decisionSeconds();

    /** A fresh observer for one deployment. */
    Observer observer();

    /**
     * Lane indices of {@link SubscriptionSpec#lanes} by signal and link, in the order of the agents, for the papers'
     * queue.
     */
    int[][] laneOfLink();

    /**
     * Whether vehicles wait, by signal in the order of the agents and by signal index.
     *
     * @param readings by {@link #subscriptions}
     */
    boolean[][] waiting(Readings readings);

    /** The scenario's observation function, apart from any environment; used by one thread at a time. */
    @FunctionalInterface
    interface Observer {
        /**
         * The observation of the agents.
         *
         * @param readings by {@link #subscriptions}
         * @param shown what each signal shows, in the order of the agents
         */
        JointObservation observe(Readings readings, List<Shown> shown);
    }

    /**
     * What a signal shows.
     *
     * @param phase index of the controller's phase; −1 when it shows none of them
     * @param seconds for how long; since the decision for it, its transition included
     * @param free which of the controller's phases the signal may go to now
     */
    record Shown(int phase, double seconds, List<Boolean> free) {
        public Shown {
            free = List.copyOf(free);
        }
    }
}
