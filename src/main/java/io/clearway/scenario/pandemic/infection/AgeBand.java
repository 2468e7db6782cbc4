package io.clearway.scenario.pandemic.infection;

/** Ages with equal rates (Kompella et al. 2020, after the COVID-19 model of the University of Texas). */
public enum AgeBand {
    /** Up to 4 years. */
    TO_4(4, 0.0279, 0.2791, 0.2390, 0.0390),
    /** Up to 17 years. */
    TO_17(17, 0.0215, 0.2146, 0.3208, 0.1208),
    /** Up to 49 years. */
    TO_49(49, 1.3215, 13.2154, 0.2304, 0.0304),
    /** Up to 64 years. */
    TO_64(64, 2.8563, 28.5634, 0.3049, 0.1049),
    /** Older. */
    OLDER(Integer.MAX_VALUE, 3.3873, 33.8733, 0.4269, 0.2269);

    private static final double PERCENT = 100;

    private final int oldest;
    private final double lowRiskPercent;
    private final double highRiskPercent;
    private final double deathUntreated;
    private final double deathTreated;

    AgeBand(int oldest, double lowRiskPercent, double highRiskPercent, double deathUntreated, double deathTreated) {
        this.oldest = oldest;
        this.lowRiskPercent = lowRiskPercent;
        this.highRiskPercent = highRiskPercent;
        this.deathUntreated = deathUntreated;
        this.deathTreated = deathTreated;
    }

    /** The band of an age in years. */
    public static AgeBand of(int age) {
        for (AgeBand band : values()) {
            if (age <= band.oldest) {
                return band;
            }
        }
        throw new IllegalStateException("The last band has no upper end");
    }

    /** Share of the symptomatic who come to need a hospital: y. */
    double hospitalShare(boolean highRisk) {
        return (highRisk ? highRiskPercent : lowRiskPercent) / PERCENT;
    }

    /** Share of those who die that need a hospital and are in none: d. */
    double deathUntreated() {
        return deathUntreated;
    }

    /** Share of those who die in a hospital: d′. */
    double deathTreated() {
        return deathTreated;
    }
}
