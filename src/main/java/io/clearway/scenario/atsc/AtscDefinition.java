package io.clearway.scenario.atsc;

import io.clearway.network.AgentGraph;
import io.clearway.signal.Phase;
import io.clearway.simulation.NetworkSource;
import java.nio.file.Path;
import java.util.List;

/**
 * A signal-control problem as data.
 *
 * @param name in the catalog
 * @param description one line for people
 * @param origin whose problem it is, where its data come from and under which license, in one line
 * @param network where the roads come from
 * @param demand who drives
 * @param signals the agents, in order
 * @param neighbors which agents are connected, by id
 * @param measures how the paper looks at and scores the traffic
 * @param timing of decisions and simulation
 */
public record AtscDefinition(
        String name,
        String description,
        String origin,
        NetworkSource network,
        DemandSource demand,
        List<Signal> signals,
        List<AgentGraph.Link> neighbors,
        Measures measures,
        Timing timing) {
    public AtscDefinition {
        signals = List.copyOf(signals);
        neighbors = List.copyOf(neighbors);
    }

    /** A problem whose demand is a file of rates. */
    public AtscDefinition(
            String name,
            String description,
            String origin,
            NetworkSource network,
            Path rates,
            List<Signal> signals,
            List<AgentGraph.Link> neighbors,
            Measures measures,
            Timing timing) {
        this(name, description, origin, network, new DemandSource.Rates(rates), signals, neighbors, measures, timing);
    }

    /**
     * The problem that a folder holds: {@code scenario.json}, and the files it names.
     *
     * @throws IllegalArgumentException when the file cannot be used, naming the fault
     * @throws java.io.UncheckedIOException when there is none
     */
    public static AtscDefinition read(Path folder) {
        return DefinitionFile.read(folder);
    }

    /** Writes {@code scenario.json} to a folder; network and demand must lie there already. */
    public void write(Path folder) {
        DefinitionFile.of(this).write(folder);
    }

    /** A signal by its id in the network, and the phases that its agent chooses from: action = index. */
    public record Signal(String id, List<Phase> phases) {
        public Signal {
            phases = List.copyOf(phases);
        }
    }

    /**
     * How the paper looks at and scores the traffic.
     *
     * @param detectorMeters how far a detector reaches back from the stop line
     * @param detectorGapMeters how far before the stop line it ends
     * @param observationDivisor vehicles on a detector are divided by this
     * @param observationLimit and then cut to this
     * @param rewardDivisor the local reward is divided by this for the learner
     */
    public record Measures(
            double detectorMeters,
            double detectorGapMeters,
            double observationDivisor,
            double observationLimit,
            double rewardDivisor) {}

    /**
     * Timing of decisions and simulation, in seconds.
     *
     * @param decisionSeconds from one decision to the next
     * @param transitionSeconds of that, how long yellow is shown when a movement loses its green
     * @param decisions in an episode
     * @param stepSeconds of the simulation
     * @param teleportSeconds after which a stuck vehicle is moved by hand; negative: never
     * @param beginSeconds simulated time at which an episode starts
     */
    public record Timing(
            double decisionSeconds,
            double transitionSeconds,
            int decisions,
            double stepSeconds,
            double teleportSeconds,
            double beginSeconds) {
        public Timing {
            if (!(transitionSeconds > 0) || !(transitionSeconds < decisionSeconds) || decisions < 1) {
                throw new IllegalArgumentException(
                        "A transition must fit in a decision, not %s s in %s s; decisions: %d"
                                .formatted(transitionSeconds, decisionSeconds, decisions));
            }
        }

        /** Timing of episodes that start at 0. */
        public Timing(
                double decisionSeconds,
                double transitionSeconds,
                int decisions,
                double stepSeconds,
                double teleportSeconds) {
            this(decisionSeconds, transitionSeconds, decisions, stepSeconds, teleportSeconds, 0);
        }
    }
}
