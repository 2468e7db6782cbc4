package io.clearway.scenario.power.distribution;

/** What loads and sun do on a usual day, as shares of their peaks. */
final class DayShapes {
    private static final double LATITUDE = Math.toRadians(38.7);
    private static final double TILT = Math.toRadians(23.45);
    private static final int DAYS_OF_YEAR = 365;
    private static final int WEEK = 7;
    private static final int FIRST_OF_WEEKEND = 5;

    private DayShapes() {}

    /**
     * Global irradiance under a clear sky, kW/m², so about 1 at a summer's noon: declination by Cooper 1969, irradiance
     * by the sun's height as in Haurwitz 1945, at the latitude of Lisbon.
     *
     * @param day of the year, from 0
     * @param hour of the day in solar time, 0 to 24
     */
    static double clearSky(int day, double hour) {
        double declination = TILT * Math.sin(2 * Math.PI * (285 + day) / DAYS_OF_YEAR);
        double hourAngle = Math.toRadians(15 * (hour - 12));
        double height = Math.sin(LATITUDE) * Math.sin(declination)
                + Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(hourAngle);
        return height <= 0 ? 0 : 1.098 * height * Math.exp(-0.057 / height);
    }

    /**
     * Load by its peak: a morning and a higher evening peak, flatter and later at weekends, 15 % about the mean over
     * the year with its maximum in January.
     *
     * @param day of the year, from 0; it began with a Monday
     * @param hour of the day, 0 to 24
     */
    static double load(int day, double hour) {
        boolean weekend = day % WEEK >= FIRST_OF_WEEKEND;
        double morning = weekend ? 0.18 * peak(hour, 11.5, 3) : 0.3 * peak(hour, 9.5, 2.5);
        double evening = 0.45 * peak(hour, 20.5, 2.5);
        double season = 1 + 0.15 * Math.cos(2 * Math.PI * (day - 15) / DAYS_OF_YEAR);
        return (0.42 + morning + evening) * season;
    }

    /** A bell over the clock, which has no midnight. */
    private static double peak(double hour, double at, double width) {
        double away = Math.abs(hour - at) % 24;
        double near = Math.min(away, 24 - away) / width;
        return Math.exp(-near * near / 2);
    }
}
