package io.clearway.scenario.atsc.definition;

import io.clearway.setting.InvalidSetting;

/**
 * Who departs.
 *
 * @param demand how departures are chosen
 * @param demandScale factor on all rates
 * @param demandLevel which of the scenario's demands, such as {@code peak}; {@code paper} is the usual one
 */
public record DemandSettings(DemandKind demand, double demandScale, String demandLevel) {
    private static final double LARGEST_SCALE = 4;

    /** The papers' demand. */
    static final DemandSettings PAPER = new DemandSettings(DemandKind.PAPER, 1.0, DemandLevels.USUAL);

    public DemandSettings {
        if (!(demandScale > 0 && demandScale <= LARGEST_SCALE)) {
            throw new InvalidSetting(
                    "demandScale", demandScale, "give a number above 0 and up to %s".formatted(LARGEST_SCALE));
        }
    }
}
