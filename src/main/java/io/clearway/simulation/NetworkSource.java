package io.clearway.simulation;

import java.nio.file.Path;
import java.util.Optional;

/** Where a road network comes from. */
public sealed interface NetworkSource {
    /** The folder that holds it; empty for a network that is made from another. */
    Optional<Path> location();

    /**
     * Plain descriptions (nodes, edges, connections, signal programs) that a converter builds a network from.
     *
     * @param folder holds {@code <name>.nod.xml} and {@code <name>.edg.xml}, and optionally {@code .con.xml},
     *     {@code .tll.xml}, {@code .typ.xml} (types of roads) and {@code .netccfg} (the converter's options)
     * @param name common first part of the files' names
     */
    record Plain(Path folder, String name) implements NetworkSource {
        @Override
        public Optional<Path> location() {
            return Optional.of(folder);
        }
    }

    /**
     * A plain network, larger or smaller: coordinates and lengths of its nodes and edges times a factor.
     *
     * @param plain as described
     * @param factor above 0
     */
    record Scaled(Plain plain, double factor) implements NetworkSource {
        public Scaled {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("A network is scaled by a number above 0, not " + factor);
            }
        }

        @Override
        public Optional<Path> location() {
            return Optional.empty();
        }
    }

    /** A finished network file. */
    record Finished(Path file) implements NetworkSource {
        @Override
        public Optional<Path> location() {
            return Optional.ofNullable(file.getParent());
        }
    }
}
