package io.clearway.network;

import java.util.List;

/**
 * The κ-hop neighborhood N_i^κ: all agents at graph distance ≤ κ, the center included.
 *
 * @param center the agent i
 * @param radius κ
 * @param members indices in ascending order
 */
public record Neighborhood(int center, int radius, List<Integer> members) {
    public Neighborhood {
        members = List.copyOf(members);
        if (!members.contains(center)) {
            throw new IllegalArgumentException("Neighborhood of agent %d must contain it".formatted(center));
        }
    }

    /** |N_i^κ|. */
    public int size() {
        return members.size();
    }
}
