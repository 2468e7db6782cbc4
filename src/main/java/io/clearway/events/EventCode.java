package io.clearway.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an event may be: the codes that Clearway writes and reads, a part of the Indiana Traffic Signal Hi Resolution
 * Data Logger Enumerations.
 *
 * @see <a href="https://docs.lib.purdue.edu/jtrpdata/4/">Indiana Department of Transportation and Purdue University:
 *     the enumerations, 2019</a>
 */
public enum EventCode {
    /** The phase becomes active, at the beginning of its green. */
    PHASE_ON(0, "Phase on", Parameter.PHASE),
    /** Its green begins. */
    PHASE_BEGIN_GREEN(1, "Phase begin green", Parameter.PHASE),
    /** A conflicting call arrives during its green. */
    PHASE_CHECK(2, "Phase check", Parameter.PHASE),
    /** Its minimum green ends. */
    PHASE_MIN_COMPLETE(3, "Phase minimum complete", Parameter.PHASE),
    /** Its green ends since no vehicle followed in time. */
    PHASE_GAP_OUT(4, "Phase gap out", Parameter.PHASE),
    /** Its green ends at its maximum. */
    PHASE_MAX_OUT(5, "Phase max out", Parameter.PHASE),
    /** Its green is ended by the plan or by the controller. */
    PHASE_FORCE_OFF(6, "Phase force off", Parameter.PHASE),
    /** Its green ends. */
    PHASE_GREEN_TERMINATION(7, "Phase green termination", Parameter.PHASE),
    /** Its yellow begins. */
    PHASE_BEGIN_YELLOW(8, "Phase begin yellow clearance", Parameter.PHASE),
    /** Its yellow ends, and its red begins. */
    PHASE_END_YELLOW(9, "Phase end yellow clearance", Parameter.PHASE),
    /** No vehicle phase of the signal is green, from now on; only where that lasts longer than 0 s. */
    PHASE_BEGIN_RED_CLEARANCE(10, "Phase begin red clearance", Parameter.PHASE),
    /** The next green of a vehicle phase of the signal begins; only after code 10. */
    PHASE_END_RED_CLEARANCE(11, "Phase end red clearance", Parameter.PHASE),
    /** The phase is over, its clearance included. */
    PHASE_INACTIVE(12, "Phase inactive", Parameter.PHASE),
    /** Walk begins. */
    PEDESTRIAN_BEGIN_WALK(21, "Pedestrian begin walk", Parameter.PHASE),
    /** Flashing don't walk begins. */
    PEDESTRIAN_BEGIN_CLEARANCE(22, "Pedestrian begin clearance", Parameter.PHASE),
    /** Don't walk begins. */
    PEDESTRIAN_BEGIN_DONT_WALK(23, "Pedestrian begin solid don't walk", Parameter.PHASE),
    /** A vehicle calls the phase. */
    PHASE_CALL_REGISTERED(43, "Phase call registered", Parameter.PHASE),
    /** The call ends. */
    PHASE_CALL_DROPPED(44, "Phase call dropped", Parameter.PHASE),
    /** A pedestrian calls the phase. */
    PEDESTRIAN_CALL_REGISTERED(45, "Pedestrian call registered", Parameter.PHASE),
    /** Nothing occupies the detector any more. */
    DETECTOR_OFF(81, "Detector off", Parameter.DETECTOR),
    /** Something occupies the detector. */
    DETECTOR_ON(82, "Detector on", Parameter.DETECTOR),
    /** The push button is released. */
    PEDESTRIAN_DETECTOR_OFF(89, "Pedestrian detector off", Parameter.DETECTOR),
    /** The push button is pressed. */
    PEDESTRIAN_DETECTOR_ON(90, "Pedestrian detector on", Parameter.DETECTOR),
    /** Another pattern runs; 254 is free operation. */
    COORDINATION_PATTERN_CHANGE(131, "Coordination pattern change", Parameter.PATTERN),
    /** The cycle of the pattern, in seconds. */
    CYCLE_LENGTH_CHANGE(132, "Cycle length change", Parameter.SECONDS);

    /** What the parameter of an event is. */
    public enum Parameter {
        /** Number of a phase. */
        PHASE,
        /** Number of a detector. */
        DETECTOR,
        /** Number of a coordination pattern. */
        PATTERN,
        /** A time in seconds. */
        SECONDS
    }

    private static final Map<Integer, EventCode> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventCode::number, code -> code));

    private final int number;
    private final String title;
    private final Parameter parameter;

    EventCode(int number, String title, Parameter parameter) {
        this.number = number;
        this.title = title;
        this.parameter = parameter;
    }

    /** The number that stands in logs. */
    public int number() {
        return number;
    }

    /** The name in the enumerations. */
    public String title() {
        return title;
    }

    /** What an event's parameter means. */
    public Parameter parameter() {
        return parameter;
    }

    /** The code of a number; empty for one of the enumerations that Clearway does not use. */
    public static Optional<EventCode> find(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }
}
