package io.clearway.scenario.onboarding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.simulation.importing.ImportedTraffic.Remark;
import java.util.List;

/**
 * What an import found and repaired, and what its user has to do. In JSON nested parts without a field of their own
 * stand side by side.
 *
 * @param subject what was imported, and by what
 * @param network what the network holds
 * @param episode times of an episode
 * @param demand the demand
 * @param signals all traffic lights, in the order of the network
 * @param approaches roads before signals, the most loaded first
 * @param remarks what to know, what was repaired, and what requires action
 */
public record OnboardingReport(
        @JsonUnwrapped Subject subject,
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

    /**
     * What was imported.
     *
     * @param scenario name of the scenario that it became
     * @param simulator name and version of the simulator that read it
     */
    public record Subject(String scenario, String simulator) {}

    /** Roads outside of junctions, junctions, traffic lights, and those of them that agents run. */
    public record Network(int roads, int junctions, int lights, int agents) {}

    /** Times of an episode. Those of the signals are in their timing sheet. */
    public record Episode(double beginSeconds, double endSeconds, double decisionSeconds, int decisions) {}

    /** Vehicles that depart in an episode, and those that do not for one of three reasons. */
    public record Demand(int vehicles, int earlier, int later, int withoutRoute) {}

    /**
     * One traffic light.
     *
     * @param agent whether an agent runs it
     * @param intersection what it controls
     * @param running the one of its programs that runs
     * @param choice phases that the agent chooses from
     * @param problems of its programs and lanes
     */
    public record SignalFindings(
            String id,
            boolean agent,
            @JsonUnwrapped Intersection intersection,
            @JsonUnwrapped RunningProgram running,
            @JsonUnwrapped Phases choice,
            @JsonUnwrapped Problems problems) {}

    /** Junctions that a signal controls, movements of vehicles there, and crossings of pedestrians. */
    public record Intersection(int junctions, int movements, int crossings) {}

    /**
     * The program of a signal that runs.
     *
     * @param program its id
     * @param programType SUMO's type of it
     * @param programs how many the signal has
     * @param cycleSeconds length of a cycle
     * @param yellowSeconds longest yellow; 0: none
     * @param allRedSeconds shortest time from the end of a movement's yellow to the green of one in conflict with it,
     *     within one change of stages; 0: none
     */
    public record RunningProgram(
            String program,
            String programType,
            int programs,
            double cycleSeconds,
            double yellowSeconds,
            double allRedSeconds) {}

    /**
     * Phases that an agent chooses from.
     *
     * @param phases all of them
     * @param addedPhases those that no program has
     */
    public record Phases(List<String> phases, List<String> addedPhases) {
        public Phases {
            phases = List.copyOf(phases);
            addedPhases = List.copyOf(addedPhases);
        }
    }

    /**
     * Problems of a signal's programs and lanes.
     *
     * @param neverServed signal indices that no program gives green
     * @param withoutYellow signal indices that a program turns from green to red at once
     * @param greenTogether pairs of conflicting signal indices that a program gives green with priority together
     * @param shortLanes lanes too short for a detector to see more than one vehicle
     */
    public record Problems(
            List<Integer> neverServed,
            List<Integer> withoutYellow,
            List<String> greenTogether,
            List<String> shortLanes) {
        public Problems {
            neverServed = List.copyOf(neverServed);
            withoutYellow = List.copyOf(withoutYellow);
            greenTogether = List.copyOf(greenTogether);
            shortLanes = List.copyOf(shortLanes);
        }
    }

    /**
     * A road before a signal: demand, and the capacity of its lanes under the network's own program.
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
