package io.clearway.scenario.pandemic.town;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How large a town is.
 *
 * @param persons who live in it
 * @param places number of places of each kind
 * @param staff jobs in one place of each kind; nobody works in homes
 * @param bedsOfHospital beds of one hospital
 */
public record TownSize(int persons, Map<PlaceKind, Integer> places, Map<PlaceKind, Integer> staff, int bedsOfHospital) {
    /** The towns of Ma et al. 2024, from the smallest to the largest. */
    public static final List<TownSize> ALL = List.of(
            new TownSize(500, counts(150, 2, 2, 10, 1, 2, 2, 1, 1), counts(0, 5, 150, 2, 15, 5, 3, 6, 5), 5),
            new TownSize(1000, counts(300, 4, 5, 10, 1, 4, 4, 2, 2), counts(0, 5, 150, 4, 30, 5, 3, 6, 3), 10),
            new TownSize(2000, counts(600, 8, 10, 20, 2, 8, 8, 4, 4), counts(0, 5, 150, 4, 30, 5, 3, 6, 3), 10),
            new TownSize(5000, counts(1200, 16, 20, 40, 4, 16, 16, 8, 8), counts(0, 5, 150, 4, 30, 5, 3, 6, 4), 10),
            new TownSize(
                    10000, counts(3000, 40, 50, 100, 10, 40, 40, 20, 20), counts(0, 5, 150, 4, 30, 5, 3, 6, 5), 10));

    public TownSize {
        places = Map.copyOf(places);
        staff = Map.copyOf(staff);
    }

    /** Numbers in the order of the kinds. */
    private static Map<PlaceKind, Integer> counts(int... numbers) {
        Map<PlaceKind, Integer> counts = new EnumMap<>(PlaceKind.class);
        int place = 0;
        for (PlaceKind kind : PlaceKind.values()) {
            counts.put(kind, numbers[place++]);
        }
        return counts;
    }

    /** Number of places of a kind. */
    public int places(PlaceKind kind) {
        return places.getOrDefault(kind, 0);
    }

    /** Jobs in one place of a kind. */
    public int staff(PlaceKind kind) {
        return staff.getOrDefault(kind, 0);
    }

    /** Beds of all hospitals together: B. */
    public int beds() {
        return bedsOfHospital * places(PlaceKind.HOSPITAL);
    }
}
