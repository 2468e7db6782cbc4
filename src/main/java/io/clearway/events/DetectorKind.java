package io.clearway.events;

/** What a detector is for, as ATSPM distinguishes them. */
public enum DetectorKind {
    /** Far before the stop line: when vehicles arrive. */
    ADVANCE,
    /** A zone before the stop line: whether somebody is there. */
    PRESENCE,
    /** At the stop line: counts who crosses it. */
    COUNT
}
