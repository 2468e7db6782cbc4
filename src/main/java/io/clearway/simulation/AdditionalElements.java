package io.clearway.simulation;

import java.util.List;

/**
 * What is placed in a network in addition to its own elements.
 *
 * @param detectors lane-area detectors
 * @param loops induction loops
 * @param programs programs that run the traffic lights they name until the state of these is set
 * @param tracedRoads roads whose vehicles are recorded step by step, with the routes of all vehicles; known at its end
 * @param countedLanes lanes on which it is counted how often vehicles halt
 */
public record AdditionalElements(
        List<LaneAreaDetector> detectors,
        List<InductionLoop> loops,
        List<ActuatedProgram> programs,
        List<String> tracedRoads,
        List<String> countedLanes) {
    /** Nothing is added. */
    public static final AdditionalElements NONE = new AdditionalElements(List.of(), List.of(), List.of());

    public AdditionalElements {
        detectors = List.copyOf(detectors);
        loops = List.copyOf(loops);
        programs = List.copyOf(programs);
        tracedRoads = List.copyOf(tracedRoads);
        countedLanes = List.copyOf(countedLanes);
    }

    /** Those of which nothing is recorded. */
    public AdditionalElements(
            List<LaneAreaDetector> detectors, List<InductionLoop> loops, List<ActuatedProgram> programs) {
        this(detectors, loops, programs, List.of(), List.of());
    }

    /** Lane-area detectors only. */
    public static AdditionalElements of(List<LaneAreaDetector> detectors) {
        return new AdditionalElements(detectors, List.of(), List.of());
    }
}
