package io.clearway.scenario.power;

import io.clearway.scenario.SeriesOverTime.Limit;
import java.util.List;

/**
 * Where voltages are safe.
 *
 * @param low lowest safe voltage (pu)
 * @param high highest safe voltage (pu)
 */
public record VoltageBand(double low, double high) {
    /** ± 5 %, as in the papers. */
    public static final VoltageBand FIVE_PERCENT = new VoltageBand(0.95, 1.05);

    /** Whether a voltage (pu) is safe. */
    public boolean holds(double voltage) {
        return voltage >= low && voltage <= high;
    }

    /** Its bounds, for charts. */
    public List<Limit> limits() {
        return List.of(new Limit("lowest safe", low), new Limit("highest safe", high));
    }
}
