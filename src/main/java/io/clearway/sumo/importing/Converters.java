package io.clearway.sumo.importing;

import io.clearway.simulation.SimulationException;
import io.clearway.sumo.process.SumoInstallation;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** SUMO's converters as an import needs them. */
final class Converters {
    private final SumoInstallation installation;
    private final TimeLimits limits;

    Converters(SumoInstallation installation, TimeLimits limits) {
        this.installation = installation;
        this.limits = limits;
    }

    /** Converts the roads for cars of an OpenStreetMap extract. */
    void streetMap(Path map, Path network, NetconvertOptions options) {
        List<String> command =
                new ArrayList<>(List.of(installation.program("netconvert").toString()));
        command.addAll(List.of("--osm-files", map.toString(), "--output-file", network.toString()));
        command.addAll(List.of("--xml-validation", "never", "--no-warnings", "true"));
        options.arguments().forEach(command::add);
        installation.run(command, limits);
    }

    /** A demand to route. */
    record Demand(Path network, List<Path> routes, List<Path> additional, double beginSeconds, double endSeconds) {}

    /**
     * Computes the routes of all vehicles of a demand that have none, in order of departure; types of vehicles are not
     * written.
     *
     * @param repair whether gaps of routes are closed and vehicles without a route left out; else they are an error
     */
    void route(Demand demand, Path routed, boolean repair) {
        List<String> command =
                new ArrayList<>(List.of(installation.program("duarouter").toString()));
        command.addAll(List.of("--net-file", demand.network().toString()));
        command.addAll(List.of("--route-files", joined(demand.routes()), "--unsorted-input", "true"));
        if (!demand.additional().isEmpty()) {
            command.addAll(List.of("--additional-files", joined(demand.additional())));
        }
        Path types = routed.resolveSibling("types.xml");
        Path alternatives = routed.resolveSibling("alternatives.xml");
        command.addAll(List.of("--output-file", routed.toString(), "--vtype-output", types.toString()));
        command.addAll(List.of("--alternatives-output", alternatives.toString(), "--seed", "1"));
        command.addAll(List.of("--begin", Double.toString(demand.beginSeconds())));
        command.addAll(List.of("--end", Double.toString(demand.endSeconds())));
        // without this option it would compute other routes than those given
        command.addAll(List.of("--skip-new-routes", "true", "--no-step-log", "true"));
        command.addAll(List.of("--ignore-errors", Boolean.toString(repair), "--repair", Boolean.toString(repair)));
        command.addAll(List.of("--xml-validation", "never", "--xml-validation.net", "never", "--no-warnings", "true"));
        try {
            installation.run(command, limits);
        } finally {
            delete(types);
            delete(alternatives);
        }
    }

    private static String joined(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(","));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new SimulationException("Cannot delete %s: %s".formatted(file, failed), failed);
        }
    }
}
