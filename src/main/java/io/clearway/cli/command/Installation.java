package io.clearway.cli.command;

import io.clearway.catalog.Catalog;
import io.clearway.imports.ScenarioFolders;
import io.clearway.imports.ScenarioImport;
import io.clearway.simulation.TrafficSimulator;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What is installed on this machine, created on first use.
 *
 * @param home folder that holds {@code sumo-networks}
 * @param simulator the traffic simulator
 * @param catalog scenarios and algorithms by name
 * @param imported scenarios that users imported on this machine
 * @param imports imports such scenarios
 */
public record Installation(
        Path home,
        Supplier<TrafficSimulator> simulator,
        Supplier<Catalog> catalog,
        Supplier<ScenarioFolders> imported,
        Supplier<ScenarioImport> imports) {}
