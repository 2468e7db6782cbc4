package io.clearway.scenario.onboarding;

import io.clearway.simulation.importing.ImportedTraffic.Remark;
import java.util.List;

/**
 * What an import found, mended and leaves to a person.
 *
 * @param scenario name of the scenario that came of it
 * @param simulator name and version of the simulator that read it
 * @param network what the network holds
 * @param episode times of an episode
 * @param demand who drives
 * @param signals all traffic lights, in the order of the network
 * @param approaches roads before signals, the most loaded first
 * @param remarks what to know, what was repaired, and what needs a person
 */
public record OnboardingReport(
        String scenario,
        String simulator,
        Network network,
        Episode episode,
        Demand demand,
        List<SignalFindings> signals,
        List<Approach> approaches,
        List<Remark> remarks) {
    public OnboardingReport {
        signals = List.copyOf(signals);
        approaches = List.copyOf(approaches);
        remarks = List.copyOf(remarks);
    }

    /** Roads outside of junctions, junctions, traffic lights, and those of them that agents run. */
    public record Network(int roads, int junctions, int lights, int agents) {}

    /**
     * Times of an episode.
     *
     * @param transitionSeconds yellow between two phases, with the time to clear the junction where programs have one
     * @param allRedSeconds that time
     */
    public record Episode(
            double beginSeconds,
            double endSeconds,
            double decisionSeconds,
            double transitionSeconds,
            double allRedSeconds,
            int decisions) {}

    /** Vehicles that depart in an episode, and those that do not for one of three reasons. */
    public record Demand(int vehicles, int earlier, int later, int withoutRoute) {}

    /**
     * One traffic light.
     *
     * @param agent whether an agent runs it
     * @param junctions that it controls
     * @param movements of vehicles
     * @param crossings of pedestrians
     * @param program the one of its programs that runs
     * @param programType SUMO's type of it
     * @param programs how many it has
     * @param cycleSeconds length of a round
     * @param yellowSeconds longest yellow; 0: none
     * @param allRedSeconds shortest time to clear the junction between movements in conflict; 0: none
     * @param phases that the agent chooses from
     * @param addedPhases those of them that no program has
     * @param neverServed signal indices that no program gives green
     * @param withoutYellow signal indices that a program turns from green to red at once
     * @param greenTogether pairs of signal indices in conflict that a program gives green with priority together
     * @param shortLanes lanes with too little room for a detector to see more than one vehicle
     */
    public record SignalFindings(
            String id,
            boolean agent,
            int junctions,
            int movements,
            int crossings,
            String program,
            String programType,
            int programs,
            double cycleSeconds,
            double yellowSeconds,
            double allRedSeconds,
            List<String> phases,
            List<String> addedPhases,
            List<Integer> neverServed,
            List<Integer> withoutYellow,
            List<String> greenTogether,
            List<String> shortLanes) {
        public SignalFindings {
            phases = List.copyOf(phases);
            addedPhases = List.copyOf(addedPhases);
            neverServed = List.copyOf(neverServed);
            withoutYellow = List.copyOf(withoutYellow);
            greenTogether = List.copyOf(greenTogether);
            shortLanes = List.copyOf(shortLanes);
        }
    }

    /**
     * A road before a signal: what comes and what its lanes can let through under the network's own program.
     *
     * @param lanes that the signal controls
     * @param greenShare mean over those lanes of the share of a round with green, with or without priority
     * @param capacityPerHour lanes × green share × saturation flow
     * @param demandPerHour vehicles per hour, mean of the episode, counted at their departure
     * @param busiestPerHour the same in the busiest quarter of an hour
     */
    public record Approach(
            String signal,
            String road,
            int lanes,
            double greenShare,
            double capacityPerHour,
            double demandPerHour,
            double busiestPerHour) {
        /** Demand as a share of capacity; infinite where nothing gets through. */
        public double load() {
            return demandPerHour == 0 ? 0 : demandPerHour / capacityPerHour;
        }
    }
}
