package io.clearway.scenario.power.feeder;

import java.util.List;

/**
 * A radial distribution network: a tree whose root, bus 0, is the substation, which keeps its voltage at 1 pu.
 *
 * @param megavoltAmperes base of powers in pu (MVA)
 * @param buses how many, the substation among them
 * @param branches one fewer
 * @param loads at nominal power
 */
public record Feeder(double megavoltAmperes, int buses, List<Branch> branches, List<Load> loads) {
    /** Base of all powers here (MVA). */
    static final double BASE = 10;

    public Feeder {
        branches = List.copyOf(branches);
        loads = List.copyOf(loads);
        for (Load load : loads) {
            if (load.bus() < 0 || load.bus() >= buses) {
                throw new IllegalArgumentException(
                        "A load is at bus %d, but buses are 1 to %d".formatted(load.bus() + 1, buses));
            }
        }
    }

    /** Ω of 1 pu at a nominal voltage (kV). */
    static double ohmPerUnit(double kilovolts) {
        return kilovolts * kilovolts / BASE;
    }

    /** Sum of nominal active powers (MW). */
    public double nominalLoad() {
        return loads.stream().mapToDouble(Load::active).sum();
    }
}
