package io.clearway.scenario.atsc.definition;

/** What agents and rules observe the traffic with: the words of the setting {@code sensors}. */
public enum SensorKind {
    /** Detectors before the stop lines and the whole lanes besides, as in the papers. */
    ALL,
    /** Those detectors only. */
    LANE_AREA,
    /** Whole lanes only, as cameras do. */
    WHOLE_LANE,
    /** Whole approaches: lanes, and by their shares who halts on the lanes that extend them upstream. */
    WHOLE_APPROACH,
    /** Queues estimated from two induction loops in each lane. */
    INDUCTION_LOOP
}
