package io.clearway.sumo.process;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand;
import io.clearway.simulation.TrafficDemand.Flow;
import io.clearway.simulation.TrafficDemand.VehicleType;
import io.clearway.simulation.trips.RecordDetail;
import io.clearway.simulation.trips.SimulationRecords;
import io.clearway.simulation.trips.TravelRecord;
import io.clearway.sumo.demand.AdditionalFile;
import io.clearway.sumo.demand.PlacedDemand;
import io.clearway.sumo.demand.RouteDemand;
import io.clearway.sumo.demand.RouteResampling;
import io.clearway.sumo.xml.XmlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** The temporary folder of one SUMO process, with its input and output files. */
public final class RunFolder implements AutoCloseable {
    private final Path folder;
    private final String routes;
    private final List<Path> additional;
    private final RecordDetail detail;
    private final boolean traced;

    private RunFolder(Path folder, String routes, List<Path> additional, SimulationSetup setup) {
        this.folder = folder;
        this.routes = routes;
        this.additional = additional;
        this.detail = setup.options().detail();
        this.traced = !setup.additional().tracedRoads().isEmpty();
    }

    /** Writes SUMO's input; {@link IllegalArgumentException} when a detector does not match the network. */
    public static RunFolder create(Path parent, SimulationSetup setup) {
        try {
            Path folder = Files.createTempDirectory(parent, "clearway-sumo-");
            try {
                AdditionalFile.write(folder.resolve(AdditionalFile.FILE), setup);
                TracedRoads.write(folder, setup.additional().tracedRoads());
                return new RunFolder(folder, routes(folder, setup.demand()), additional(setup.demand()), setup);
            } catch (IOException | XMLStreamException | RuntimeException failed) {
                delete(folder);
                throw failed;
            }
        } catch (IOException | XMLStreamException failed) {
            throw new SimulationException("Cannot write SUMO's input files: " + failed.getMessage(), failed);
        }
    }

    private static String routes(Path folder, TrafficDemand demand) throws IOException, XMLStreamException {
        if (demand instanceof TrafficDemand.Flows flows) {
            Path file = folder.resolve("demand.rou.xml");
            writeFlows(file, flows);
            return file.toString();
        }
        if (demand instanceof TrafficDemand.Placed placed) {
            Path file = folder.resolve("demand.rou.xml");
            PlacedDemand.write(file, placed);
            return file.toString();
        }
        List<Path> files =
                RouteDemand.files(demand).map(TrafficDemand.RouteFiles::files).orElse(List.of());
        files.forEach(file -> requireReadable("route", file));
        if (demand instanceof TrafficDemand.ResampledRoutes resampled) {
            Path file = folder.resolve("demand.rou.xml");
            RouteResampling.write(file, resampled);
            return file.toString();
        }
        return files.stream().map(file -> file.toAbsolutePath().toString()).collect(Collectors.joining(","));
    }

    private static List<Path> additional(TrafficDemand demand) {
        List<Path> files = RouteDemand.files(demand)
                .map(TrafficDemand.RouteFiles::additional)
                .orElse(List.of());
        files.forEach(file -> requireReadable("additional", file));
        return files;
    }

    private static void requireReadable(String kind, Path file) {
        if (!Files.isReadable(file)) {
            throw new SimulationException("Cannot read the %s file %s".formatted(kind, file));
        }
    }

    public static void writeFlows(Path file, TrafficDemand.Flows demand) throws IOException, XMLStreamException {
        VehicleType type = demand.type();
        try (XmlFile xml = XmlFile.create(file, "routes")) {
            xml.element("vType")
                    .with("id", type.id())
                    .with("length", type.lengthMeters())
                    .with("accel", type.accelerationMetersPerSecond2())
                    .with("decel", type.decelerationMetersPerSecond2());
            // SUMO reads route files in order of departure
            List<Flow> sorted = demand.flows().stream()
                    .sorted(Comparator.comparingDouble(Flow::beginSeconds))
                    .toList();
            for (Flow flow : sorted) {
                xml.element("flow")
                        .with("id", flow.id())
                        .with("type", type.id())
                        .with("from", flow.from())
                        .with("to", flow.to());
                if (!flow.via().isEmpty()) {
                    xml.with("via", String.join(" ", flow.via()));
                }
                xml.with("begin", flow.beginSeconds())
                        .with("end", flow.endSeconds())
                        .with("vehsPerHour", flow.vehiclesPerHour())
                        .with("departPos", "random_free");
            }
        }
    }

    /** The options that name this folder's files. */
    List<String> options() {
        String additionalFiles = Stream.concat(additional.stream(), Stream.of(folder.resolve(AdditionalFile.FILE)))
                .map(file -> file.toAbsolutePath().toString())
                .collect(Collectors.joining(","));
        Stream<String> demand = routes.isEmpty() ? Stream.of() : Stream.of("--route-files", routes);
        Stream<String> emissions = detail == RecordDetail.COMPLETE
                // with the random numbers of devices, not those of the traffic, which stays the same
                ? Stream.of("--device.emissions.probability", "1")
                : Stream.of();
        Stream<String> tracing = traced ? TracedRoads.options(folder) : Stream.of();
        return Stream.of(
                        demand,
                        Stream.of(
                                "--additional-files",
                                additionalFiles,
                                "--summary-output",
                                summary().toString()),
                        Stream.of(
                                "--tripinfo-output",
                                trips().toString(),
                                "--tripinfo-output.write-unfinished",
                                "--tripinfo-output.write-undeparted"),
                        emissions,
                        tracing)
                .flatMap(options -> options)
                .toList();
    }

    /** What SUMO recorded of the trips. */
    TravelRecord travel(Map<String, String> vehicleClasses) {
        return TripFile.read(
                trips(), vehicleClasses, detail == RecordDetail.COMPLETE ? LaneFile.readAll(folder) : Map.of());
    }

    /** Gives what SUMO recorded. */
    void read(SimulationRecords records) {
        if (records == SimulationRecords.NONE) {
            return;
        }
        SummaryFile.read(summary(), records::step);
        if (traced) {
            TracedRoads.read(folder, records);
        }
    }

    private Path trips() {
        return folder.resolve("trips.xml");
    }

    Path summary() {
        return folder.resolve("summary.xml");
    }

    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException | UncheckedIOException ignored) {
            // the system clears its temporary folder
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
