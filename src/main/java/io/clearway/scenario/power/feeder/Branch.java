package io.clearway.scenario.power.feeder;

/**
 * A line between two buses, without shunt capacitance.
 *
 * @param from bus, from 0
 * @param to another bus
 * @param resistance r (pu), 0 or more
 * @param reactance x (pu), not 0 where r is 0
 */
public record Branch(int from, int to, double resistance, double reactance) {
    public Branch {
        if (from == to || !(resistance >= 0) || !(resistance * resistance + reactance * reactance > 0)) {
            throw new IllegalArgumentException(
                    "A branch joins two buses by an impedance that is not 0; this one goes from bus %d to %d with r = %s, x = %s pu"
                            .formatted(from + 1, to + 1, resistance, reactance));
        }
    }

    /** Series conductance g = r / (r² + x²) (pu). */
    public double conductance() {
        return resistance / (resistance * resistance + reactance * reactance);
    }

    /** Series susceptance b = −x / (r² + x²) (pu). */
    public double susceptance() {
        return -reactance / (resistance * resistance + reactance * reactance);
    }
}
