package io.clearway.scenario.pandemic.town;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The places of a town, numbered through: all homes first, then kind after kind. */
public final class Town {
    private final TownSize size;
    private final Map<PlaceKind, Integer> first = new EnumMap<>(PlaceKind.class);
    private final List<PlaceKind> kinds = new ArrayList<>();

    /** A town of this size. */
    public Town(TownSize size) {
        this.size = size;
        for (PlaceKind kind : PlaceKind.values()) {
            first.put(kind, kinds.size());
            kinds.addAll(Collections.nCopies(size.places(kind), kind));
        }
    }

    /** How large it is. */
    public TownSize size() {
        return size;
    }

    /** Number of all places. */
    public int places() {
        return kinds.size();
    }

    /** Kind of a place. */
    public PlaceKind kind(int place) {
        return kinds.get(place);
    }

    /** The first place of a kind; the others follow it. */
    public int first(PlaceKind kind) {
        return first.getOrDefault(kind, 0);
    }

    /** Some place of a kind. */
    public int any(PlaceKind kind, Draws draws) {
        return first(kind) + draws.below(size.places(kind));
    }
}
