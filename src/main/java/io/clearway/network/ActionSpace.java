package io.clearway.network;

import java.util.List;

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
     * Real numbers, one or several at once, such as an acceleration or the reactive power of each inverter; called a
     * box in Gymnasium. The environment clips each number to its bounds.
     *
     * @param numbers bounds of each, at least one
     */
    record Box(List<Interval> numbers) implements ActionSpace {
        public Box {
            numbers = List.copyOf(numbers);
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("An action of real numbers needs at least one");
            }
        }

        /**
         * A single number's is that of its bounds: checkpoints know agents by hashes from before there were several.
         */
        @Override
        public int hashCode() {
            return numbers.size() == 1 ? numbers.get(0).hashCode() : numbers.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Box that && numbers.equals(that.numbers);
        }

        /** One real number from low to high, in the scenario's unit. */
        public static Box of(double low, double high) {
            return new Box(List.of(new Interval(low, high)));
        }
    }

    /**
     * Bounds of a real number.
     *
     * @param low smallest value, in the scenario's unit
     * @param high largest value
     */
    record Interval(double low, double high) {
        public Interval {
            if (!(low < high) || Double.isInfinite(high - low)) {
                throw new IllegalArgumentException(
                        "An interval of actions needs two bounds, the lower first, not %s and %s".formatted(low, high));
            }
        }

        /** The number that a share stands for: −1 is the lower bound, 1 the upper one; shares may lie beyond. */
        public double at(double share) {
            return (low + high) / 2 + (high - low) / 2 * share;
        }

        /** The inverse of {@link #at}. */
        public double share(double value) {
            return (value - (low + high) / 2) / ((high - low) / 2);
        }
    }
}
