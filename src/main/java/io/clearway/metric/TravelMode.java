package io.clearway.metric;

import java.util.Locale;

/** Who travels, as far as delays are told apart. */
public enum TravelMode {
    /** Passenger cars, and all whose class is not known. */
    CAR,
    /** Buses and coaches. */
    BUS,
    /** Trams and trains. */
    RAIL,
    /** Trucks, trailers and delivery vans. */
    TRUCK,
    /** Motorcycles and mopeds. */
    MOTORCYCLE,
    /** Bicycles. */
    BICYCLE,
    /** Police, fire brigade, ambulances. */
    EMERGENCY,
    /** Persons on foot. */
    WALK;

    /** Its name in JSON and tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
