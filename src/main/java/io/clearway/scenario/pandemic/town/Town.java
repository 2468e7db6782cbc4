package io.clearway.scenario.pandemic.town;

/** The places of a town, numbered through: all homes first, then kind after kind. */
public final class Town {
    private final TownSize size;
    private final int[] first = new int[PlaceKind.values().length + 1];
    private final PlaceKind[] kinds;

    /** A town of this size. */
    public Town(TownSize size) {
        this.size = size;
        for (PlaceKind kind : PlaceKind.values()) {
            first[kind.ordinal() + 1] = first[kind.ordinal()] + size.places(kind);
        }
        kinds = new PlaceKind[first[first.length - 1]];
        for (PlaceKind kind : PlaceKind.values()) {
            for (int place = first(kind); place < first(kind) + size.places(kind); place++) {
                kinds[place] = kind;
            }
        }
    }

    /** How large it is. */
    public TownSize size() {
        return size;
    }

    /** Number of all places. */
    public int places() {
        return kinds.length;
    }

    /** Kind of a place. */
    public PlaceKind kind(int place) {
        return kinds[place];
    }

    /** The first place of a kind; the others follow it. */
    public int first(PlaceKind kind) {
        return first[kind.ordinal()];
    }

    /** Some place of a kind. */
    public int any(PlaceKind kind, Draws draws) {
        return first(kind) + draws.below(size.places(kind));
    }
}
