package io.clearway.simulation;

import java.nio.file.Path;

/**
 * A network ready to run.
 *
 * @param file the simulator's network file
 * @param sha256 hash of what the network was made from, in hexadecimal
 * @param roads its roads, junctions and traffic lights
 */
public record CompiledNetwork(Path file, String sha256, RoadNetwork roads) {}
