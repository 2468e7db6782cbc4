package io.clearway.scenario.atsc.definition;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.ScenarioIdentity;
import io.clearway.simulation.NetworkSource;
import io.clearway.timing.TimingSheetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A signal-control problem as data.
 *
 * @param identity name, description and origin
 * @param network where the roads come from
 * @param demand where the vehicles come from, level by level
 * @param agents the signals and which of them are neighbors
 * @param detectors how the paper observes and scores the traffic
 * @param timing of decisions and simulation
 * @param reference the rule that results are compared with and learners start from
 */
public record AtscDefinition(
        ScenarioIdentity identity,
        NetworkSource network,
        DemandLevels demand,
        SignalAgents agents,
        DetectorSpec detectors,
        Timing timing,
        ReferenceRule reference) {

    /** A problem whose results are compared with the usual rule. */
    public AtscDefinition(
            ScenarioIdentity identity,
            NetworkSource network,
            DemandLevels demand,
            SignalAgents agents,
            DetectorSpec detectors,
            Timing timing) {
        this(identity, network, demand, agents, detectors, timing, ReferenceRule.CAPACITY_AWARE);
    }

    /** Name in the catalog. */
    public String name() {
        return identity.name();
    }

    /** The timing sheet that stands beside the network, if there is one. */
    public Optional<Path> timingSheet() {
        return network.location()
                .map(folder -> folder.resolve(TimingSheetFile.NAME))
                .filter(Files::isRegularFile);
    }

    /** The agents' signals, in order. */
    public List<SignalAgents.Signal> signals() {
        return agents.signals();
    }

    /** The agents and who is connected to whom. */
    public AgentGraph graph() {
        return agents.graph();
    }

    /** The same problem with other agents. */
    public AtscDefinition with(SignalAgents others) {
        return new AtscDefinition(identity, network, demand, others, detectors, timing, reference);
    }

    /** The same problem with other demands. */
    public AtscDefinition with(DemandLevels others) {
        return new AtscDefinition(identity, network, others, agents, detectors, timing, reference);
    }

    /** The same problem, observed and scored in another way. */
    public AtscDefinition with(DetectorSpec others) {
        return new AtscDefinition(identity, network, demand, agents, others, timing, reference);
    }

    /** The same problem with other times. */
    public AtscDefinition with(Timing other) {
        return new AtscDefinition(identity, network, demand, agents, detectors, other, reference);
    }

    /** The same problem under another name. */
    public AtscDefinition with(ScenarioIdentity other) {
        return new AtscDefinition(other, network, demand, agents, detectors, timing, reference);
    }

    /**
     * Timing of decisions and simulation, in seconds.
     *
     * @param decisionSeconds from one decision to the next, whole seconds
     * @param transitionSeconds of that, how long yellow and all-red are shown when a movement loses its green under the
     *     timing profile of the papers; rules reckon with it for a change
     * @param decisions in an episode
     * @param stepSeconds of the simulation
     * @param teleportSeconds after which a stuck vehicle is teleported; negative: never
     * @param beginSeconds simulated time at which an episode starts
     * @param allRedSeconds of the transition, how long at its end movements that lost their green show red
     */
    public record Timing(
            double decisionSeconds,
            double transitionSeconds,
            int decisions,
            double stepSeconds,
            double teleportSeconds,
            double beginSeconds,
            double allRedSeconds) {
        public Timing {
            if (!(transitionSeconds > 0) || !(transitionSeconds < decisionSeconds) || decisions < 1) {
                throw new IllegalArgumentException(
                        "A transition must fit in a decision, not %s s in %s s; decisions: %d"
                                .formatted(transitionSeconds, decisionSeconds, decisions));
            }
            if (!(allRedSeconds >= 0 && allRedSeconds < transitionSeconds)) {
                throw new IllegalArgumentException("All-red must leave some yellow in a transition, not %s s in %s s"
                        .formatted(allRedSeconds, transitionSeconds));
            }
            if (decisionSeconds != Math.rint(decisionSeconds)) {
                throw new IllegalArgumentException(
                        "Decisions come every whole number of seconds, not every %s s".formatted(decisionSeconds));
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

        /** Timing without all-red. */
        public Timing(
                double decisionSeconds,
                double transitionSeconds,
                int decisions,
                double stepSeconds,
                double teleportSeconds,
                double beginSeconds) {
            this(decisionSeconds, transitionSeconds, decisions, stepSeconds, teleportSeconds, beginSeconds, 0);
        }

        /** How long yellow is shown when a movement loses its green. */
        public double yellowSeconds() {
            return transitionSeconds - allRedSeconds;
        }
    }
}
