package io.clearway.network;

/** What an agent may do at a decision. */
public sealed interface ActionSpace {
    /**
     * A finite set of choices.
     *
     * @param count choices are 0 … count − 1
     */
    record Discrete(int count) implements ActionSpace {
        public Discrete {
            if (count < 1) {
                throw new IllegalArgumentException("An agent needs at least one action, not " + count);
            }
        }
    }

    /**
     * A real number, such as an acceleration; the environment clips values to the bounds.
     *
     * @param low smallest value, in the scenario's unit
     * @param high largest value
     */
    record Interval(double low, double high) implements ActionSpace {
        public Interval {
            if (!(low < high) || Double.isInfinite(high - low)) {
                throw new IllegalArgumentException(
                        "An interval of actions needs two bounds, the lower first, not %s and %s".formatted(low, high));
            }
        }
    }
}
