package io.clearway.wiring;

import io.clearway.catalog.Catalog;
import io.clearway.cli.command.Installation;
import io.clearway.imports.ScenarioFolders;
import io.clearway.imports.ScenarioImport;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.importing.ImportLimits;
import io.clearway.sumo.importing.SumoImporter;
import io.clearway.sumo.process.TimeLimits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** What the commands that work without the service use: SUMO of this machine, the networks of this checkout. */
public final class StandardInstallation {
    private StandardInstallation() {}

    /**
     * Nothing is looked for before it is needed.
     *
     * @param environment {@code SUMO_HOME}, {@code PATH}, {@code CLEARWAY_DATA} for compiled networks and imports, and
     *     {@code CLEARWAY_MONACO_MOST} for the files of the published Monaco
     * @param properties {@code clearway.home}: folder that holds {@code sumo-networks}; the working folder if missing
     */
    public static Installation of(Map<String, String> environment, Properties properties) {
        Path home = Path.of(properties.getProperty("clearway.home", ""));
        Path networks = home.resolve("sumo-networks");
        Path monacoMost = Path.of(environment.getOrDefault(
                "CLEARWAY_MONACO_MOST", networks.resolve("monaco-most").toString()));
        String data =
                environment.getOrDefault("CLEARWAY_DATA", home.resolve("data").toString());
        Supplier<TrafficSimulator> simulator = SingletonSupplier.of(
                () -> new SumoSimulator(environment, Path.of(data, "networks"), TimeLimits.defaults()));
        Supplier<ScenarioFolders> imported =
                SingletonSupplier.of(() -> new ScenarioFolders(Path.of(data, "scenarios"), simulator.get()));
        Supplier<ScenarioImport> imports = SingletonSupplier.of(() -> new ScenarioImport(
                new SumoImporter(environment, TimeLimits.defaults(), ImportLimits.defaults()), simulator.get()));
        Supplier<Catalog> catalog = SingletonSupplier.of(
                () -> Catalog.standard(simulator.get(), networks, monacoMost).with(imported.get()));
        return new Installation(home, simulator, catalog, imported, imports);
    }
}
