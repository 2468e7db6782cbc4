package io.clearway.signal;

/**
 * A phase of a signal: which movements have green.
 *
 * @param state SUMO's character per signal index: {@code G} protected green, {@code g} permissive green, {@code r} red,
 *     {@code s} red that permits a right turn after a stop, {@code o O} off
 */
public record Phase(String state) {
    public Phase {
        if (!state.matches("[GgrsoO]+")) {
            throw new IllegalArgumentException(
                    "Phase '%s' must have one of G g r s o O per signal index; yellow belongs to transitions"
                            .formatted(state));
        }
    }

    /** Whether a state is one to stay in: it gives green, and no light is on its way to another. */
    public static boolean isStage(String state) {
        boolean green = false;
        for (int index = 0; index < state.length(); index++) {
            char light = state.charAt(index);
            if (light == 'y' || light == 'Y' || light == 'u') {
                return false;
            }
            green |= isGreen(light);
        }
        return green;
    }

    /** Number of signal indices. */
    public int size() {
        return state.length();
    }

    /** Whether a signal index has green, protected or permissive. */
    public boolean isGreen(int index) {
        return isGreen(state.charAt(index));
    }

    /** Whether a signal index has protected green. */
    public boolean hasPriority(int index) {
        return state.charAt(index) == 'G';
    }

    /** Whether a character of a state means green. */
    static boolean isGreen(char light) {
        return light == 'G' || light == 'g';
    }
}
