package io.clearway.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * A signal as its log describes it.
 *
 * @param id in the network
 * @param file of its events, beside the header
 * @param phases in the order of their numbers
 * @param detectors those of vehicles, in the order of their numbers
 * @param pedestrianDetectors those of persons who wait, which have numbers of their own, in the order of these; logs
 *     from before them have none
 */
public record SignalSite(
        String id,
        String file,
        List<Phase> phases,
        List<Detector> detectors,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<PedestrianDetector> pedestrianDetectors) {
    public SignalSite {
        phases = List.copyOf(phases);
        detectors = List.copyOf(detectors);
        pedestrianDetectors = List.copyOf(pedestrianDetectors);
    }

    /**
     * Movements from one approach that always have green together.
     *
     * @param number from 1, by the lowest signal index of its movements
     * @param approach road before the stop line; of a crossing, the way before it
     * @param movements directions of its movements as in SUMO's networks: {@code r s l t}, each once
     * @param links signal indices
     * @param stages places of the stages that give it green, among those of the signal
     * @param pedestrian whether pedestrians walk it
     */
    public record Phase(
            int number,
            String approach,
            String movements,
            List<Integer> links,
            List<Integer> stages,
            boolean pedestrian) {
        public Phase {
            links = List.copyOf(links);
            stages = List.copyOf(stages);
        }
    }

    /**
     * A detector.
     *
     * @param number from 1
     * @param phase the phase that it belongs to
     * @param kind what it is for
     * @param lane where it lies
     * @param reach which part of the lane it covers
     */
    public record Detector(int number, int phase, DetectorKind kind, Lane lane, Reach reach) {}

    /**
     * A detector of persons who wait at a crossing.
     *
     * @param number from 1
     * @param phase the phase that it calls
     * @param crossing lane of the crossing
     * @param sidewalk lane of the walking area that the phase's movement comes from
     */
    public record PedestrianDetector(int number, int phase, String crossing, String sidewalk) {}

    /**
     * The lane of a detector.
     *
     * @param id in the network
     * @param movements directions that the lane leads to, as those of phases
     * @param shared whether movements of other phases use it too
     */
    public record Lane(String id, String movements, boolean shared) {}

    /**
     * The part of a lane that a detector covers.
     *
     * @param distanceMeters from its beginning to the stop line
     * @param lengthMeters how far it reaches from there; 0 for a loop
     * @param tenthsToStopLine how long a vehicle at the speed limit takes to the stop line, in tenths of a second
     */
    public record Reach(double distanceMeters, double lengthMeters, long tenthsToStopLine) {}

    /** The detector of a number. */
    public Optional<Detector> detector(int number) {
        return number >= 1 && number <= detectors.size() ? Optional.of(detectors.get(number - 1)) : Optional.empty();
    }

    /** The pedestrian detector of a number. */
    public Optional<PedestrianDetector> pedestrianDetector(int number) {
        return number >= 1 && number <= pedestrianDetectors.size()
                ? Optional.of(pedestrianDetectors.get(number - 1))
                : Optional.empty();
    }

    /** Those of a phase and kind. */
    public List<Detector> detectors(int phase, DetectorKind kind) {
        return detectors.stream()
                .filter(detector -> detector.phase() == phase && detector.kind() == kind)
                .toList();
    }
}
