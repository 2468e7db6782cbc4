package io.clearway.sumo.reading;

import io.clearway.sumo.traci.TraciDomain;
import java.util.List;

/**
 * An object whose variables are read, and where they belong among the readings.
 *
 * @param domain what kind of object
 * @param places indices of the readings of that kind
 * @param waitingPlaces indices of its waiting time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; read at every step
record ObservedObject(TraciDomain domain, int[] places, int[] waitingPlaces) {
    static ObservedObject of(TraciDomain domain, List<Integer> places, List<Integer> waitingPlaces) {
        return new ObservedObject(domain, toArray(places), toArray(waitingPlaces));
    }

    private static int[] toArray(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
