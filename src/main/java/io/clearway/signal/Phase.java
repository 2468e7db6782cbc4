package io.clearway.signal;

/**
 * A phase that a signal may hold: which movements are green.
 *
 * @param state SUMO's character per signal index: {@code G} green with priority, {@code g} green that gives way,
 *     {@code r} red, {@code s} red with a right turn after a stop, {@code o O} off
 */
public record Phase(String state) {
    public Phase {
        if (!state.matches("[GgrsoO]+")) {
            throw new IllegalArgumentException(
                    "Phase '%s' must hold one of G g r s o O per signal index; yellow is no phase".formatted(state));
        }
    }

    /** Number of signal indices. */
    public int size() {
        return state.length();
    }

    /** Whether a signal index has green, with or without priority. */
    public boolean isGreen(int index) {
        return isGreen(state.charAt(index));
    }

    /** Whether a signal index has green with priority. */
    public boolean hasPriority(int index) {
        return state.charAt(index) == 'G';
    }

    /** Whether a character of a state means green. */
    static boolean isGreen(char light) {
        return light == 'G' || light == 'g';
    }
}
