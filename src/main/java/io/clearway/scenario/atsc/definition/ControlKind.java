package io.clearway.scenario.atsc.definition;

/** Who runs the signals: the words of the setting {@code control}. */
public enum ControlKind {
    /** The actions of the agents. */
    AGENTS,
    /** The network's own programs. */
    PROGRAM,
    /** Programs with the same phases whose greens the simulator prolongs while vehicles follow closely. */
    ACTUATED,
    /** Programs with the same phases whose greens the simulator prolongs while vehicles are delayed. */
    DELAY_BASED
}
