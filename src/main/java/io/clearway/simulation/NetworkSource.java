package io.clearway.simulation;

import java.nio.file.Path;

/** Where a road network comes from. */
public sealed interface NetworkSource {
    /**
     * Plain descriptions (nodes, edges, connections, signal programs) that a converter builds a network from.
     *
     * @param folder holds {@code <name>.nod.xml} and {@code <name>.edg.xml}, and where there are such {@code .con.xml},
     *     {@code .tll.xml}, {@code .typ.xml} (types of roads) and {@code .netccfg} (the converter's options)
     * @param name common first part of the files' names
     */
    record Plain(Path folder, String name) implements NetworkSource {}

    /** A finished network file. */
    record Finished(Path file) implements NetworkSource {}
}
