package io.clearway.scenario.power.distribution;

/** How much a voltage counts for being off 1 pu (Wang et al. 2021). */
public enum Barrier {
    /** |v − 1|. */
    L1,
    /** 2 (v − 1)². */
    L2,
    /** 2 |v − 1| − 0.095 outside ± 0.05; inside 0.04 less a hundredth of the normal density with deviation 0.1. */
    BOWL;

    private static final double HALF_BAND = 0.05;
    private static final double BELOW = 0.095;
    private static final double TOP = 0.04;
    private static final double WEIGHT = 0.01;
    private static final double DEVIATION = 0.1;

    private static double bowl(double off) {
        if (off > HALF_BAND) {
            return 2 * off - BELOW;
        }
        double standard = off / DEVIATION;
        return TOP - WEIGHT * Math.exp(-standard * standard / 2) / (DEVIATION * Math.sqrt(2 * Math.PI));
    }

    /** The loss for a voltage (pu). */
    double of(double voltage) {
        double off = Math.abs(voltage - 1);
        return switch (this) {
            case L1 -> off;
            case L2 -> 2 * off * off;
            case BOWL -> bowl(off);
        };
    }

    /** The mean loss over voltages (pu). */
    double mean(double[] voltages) {
        double sum = 0;
        for (double voltage : voltages) {
            sum += of(voltage);
        }
        return sum / voltages.length;
    }
}
