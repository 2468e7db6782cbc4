package io.clearway.sumo.xml;

import io.clearway.setting.InvalidSetting;

/** Times in SUMO's formats: seconds, or hours, minutes and seconds, optionally with days before them. */
public final class Seconds {
    private static final int[] UNITS = {1, 60, 3600, 86_400};

    /** Hours, minutes, seconds. */
    private static final int CLOCK_PARTS = 3;

    private Seconds() {}

    public static double parse(String field, String text) {
        String[] parts = text.strip().split(":", -1);
        try {
            if (parts.length == 1) {
                return finite(Double.parseDouble(parts[0]));
            }
            if (parts.length >= CLOCK_PARTS && parts.length <= UNITS.length) {
                double seconds = 0;
                for (int i = 0; i < parts.length; i++) {
                    seconds += Double.parseDouble(parts[i]) * UNITS[parts.length - 1 - i];
                }
                return finite(seconds);
            }
        } catch (NumberFormatException noTime) {
            // reported below
        }
        throw new InvalidSetting(field, text, "give seconds, or hours:minutes:seconds");
    }

    private static double finite(double seconds) {
        if (!Double.isFinite(seconds)) {
            throw new NumberFormatException("not finite");
        }
        return seconds;
    }
}
