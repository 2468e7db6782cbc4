package io.clearway.scenario;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.catalog.Catalog;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.TimeLimits;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The catalog's scenarios on the SUMO of this machine. */
public final class SumoCatalog {
    private static final Path NETWORKS = Path.of("sumo-networks");
    private static final Path MONACO_MOST = Path.of("../shared/networks/monaco-most");
    private static final Path CACHE = Path.of("target", "test-networks");

    /** All scenarios by name; a test over them is skipped where SUMO is not installed. */
    static List<String> names() {
        return open().scenarios().stream().map(Scenario::name).toList();
    }

    public static Scenario scenario(String name) {
        assumeTrue(installed(), "SUMO is not on the PATH");
        Scenario scenario = named(name);
        assumePresent(scenario);
        return scenario;
    }

    /** A scenario whose network is not asked for yet. */
    static Scenario named(String name) {
        return open().scenario(name);
    }

    /** Scenarios whose files are the user's own say what they lack when asked for their graph. */
    private static void assumePresent(Scenario scenario) {
        try {
            scenario.graph(Settings.none());
        } catch (InvalidSetting absent) {
            assumeTrue(
                    !absent.given().equals("missing"), () -> scenario.name() + " is not here: " + absent.getMessage());
            throw absent;
        }
    }

    /** The whole catalog. */
    public static Catalog open() {
        return Catalog.standard(
                new SumoSimulator(System.getenv(), CACHE, TimeLimits.defaults()), NETWORKS, MONACO_MOST);
    }

    private static boolean installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sumo")));
    }

    private SumoCatalog() {}
}
