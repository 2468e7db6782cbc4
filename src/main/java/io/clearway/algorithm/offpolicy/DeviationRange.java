package io.clearway.algorithm.offpolicy;

/**
 * The range of σ. A network's output z is mapped smoothly between the bounds, 0 to their geometric mean, so that a
 * policy neither freezes, which would make importance weights explode, nor spreads without bound.
 *
 * @param lowest log of the smallest σ
 * @param highest log of the largest
 */
record DeviationRange(double lowest, double highest) {
    /** The range between two deviations. */
    static DeviationRange between(double smallest, double largest) {
        return new DeviationRange(Math.log(smallest), Math.log(largest));
    }

    /** log σ of a network's output. */
    double logDeviation(double output) {
        return lowest + (highest - lowest) / 2 * (1 + Math.tanh(output));
    }

    /** ∂ log σ / ∂z. */
    double slope(double output) {
        double squashed = Math.tanh(output);
        return (highest - lowest) / 2 * (1 - squashed * squashed);
    }
}
