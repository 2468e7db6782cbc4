package io.clearway.sumo.importing;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand;
import io.clearway.sumo.demand.AdditionalFile;
import io.clearway.sumo.demand.PlacedDemand;
import io.clearway.sumo.demand.RouteDemand;
import io.clearway.sumo.demand.RouteResampling;
import io.clearway.sumo.process.CollisionOptions;
import io.clearway.sumo.process.RunFolder;
import io.clearway.sumo.xml.XmlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.stream.XMLStreamException;

/** A folder to run a simulation by hand: {@code sumo -c clearway.sumocfg --remote-port 9999}. */
public final class ConfigurationFolder {
    private ConfigurationFolder() {}

    public static void write(SimulationSetup setup, double endSeconds, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.copy(setup.network().file(), folder.resolve("net.net.xml"), StandardCopyOption.REPLACE_EXISTING);
            AdditionalFile.write(folder.resolve(AdditionalFile.FILE), setup);
            String routes = String.join(",", routes(setup.demand(), folder));
            String additional = String.join(",", additional(setup.demand(), folder));
            SimulationOptions options = setup.options();
            try (XmlFile configuration = XmlFile.create(folder.resolve("clearway.sumocfg"), "configuration")) {
                option(configuration, "net-file", "net.net.xml");
                option(configuration, "route-files", routes);
                option(configuration, "additional-files", additional);
                option(configuration, "xml-validation", "never");
                option(configuration, "seed", Integer.toString(options.seed()));
                option(configuration, "step-length", Double.toString(options.stepSeconds()));
                option(configuration, "time-to-teleport", Double.toString(options.teleportSeconds()));
                option(configuration, "collision.action", CollisionOptions.action(options.collisionAction()));
                option(
                        configuration,
                        "collision.check-junctions",
                        CollisionOptions.junctions(options.collisionAction()));
                OptionalDouble scale = RouteDemand.scale(setup.demand());
                if (scale.isPresent()) {
                    option(configuration, "scale", Double.toString(scale.getAsDouble()));
                }
                option(configuration, "begin", Double.toString(options.beginSeconds()));
                option(configuration, "end", Double.toString(endSeconds));
            }
        } catch (IOException | XMLStreamException failed) {
            throw new SimulationException("Cannot write SUMO's files to %s: %s".formatted(folder, failed), failed);
        }
    }

    private static List<String> routes(TrafficDemand demand, Path folder) throws IOException, XMLStreamException {
        if (demand instanceof TrafficDemand.Flows flows) {
            RunFolder.writeFlows(folder.resolve("demand.rou.xml"), flows);
            return List.of("demand.rou.xml");
        }
        if (demand instanceof TrafficDemand.Placed placed) {
            PlacedDemand.write(folder.resolve("demand.rou.xml"), placed);
            return List.of("demand.rou.xml");
        }
        if (demand instanceof TrafficDemand.ResampledRoutes resampled) {
            RouteResampling.write(folder.resolve("demand.rou.xml"), resampled);
            return List.of("demand.rou.xml");
        }
        return copies(
                RouteDemand.files(demand).map(TrafficDemand.RouteFiles::files).orElse(List.of()), folder);
    }

    private static List<String> additional(TrafficDemand demand, Path folder) throws IOException {
        List<Path> files = RouteDemand.files(demand)
                .map(TrafficDemand.RouteFiles::additional)
                .orElse(List.of());
        List<String> names = new ArrayList<>(copies(files, folder));
        names.add(AdditionalFile.FILE);
        return names;
    }

    private static List<String> copies(List<Path> files, Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            String name = "%d-%s".formatted(names.size(), file.getFileName());
            Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            names.add(name);
        }
        return names;
    }

    private static void option(XmlFile configuration, String name, String value) throws XMLStreamException {
        configuration.element(name).with("value", value);
    }
}
