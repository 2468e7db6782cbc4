package io.clearway.sumo.importing;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.importing.ImportedTraffic.Kind;
import io.clearway.simulation.importing.ImportedTraffic.Remark;
import io.clearway.sumo.demand.Departures;
import io.clearway.sumo.xml.XmlFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects the files of an import: reads those of the user and copies them by rule into the folder of the result. */
final class ImportBuilder {
    private final ImportFiles files;
    private final Path work;
    private final Path folder;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Path> routes = new ArrayList<>();
    private final List<Path> additional = new ArrayList<>();
    private final List<Path> programs = new ArrayList<>();
    private final List<Departures> departures = new ArrayList<>();
    private final SumoDialect dialect;
    private Optional<String> newer = Optional.empty();
    private boolean renamed;

    /**
     * @param files of the user
     * @param dialect of the installed SUMO
     * @param work folder of temporary files
     * @param folder of the result
     */
    ImportBuilder(ImportFiles files, SumoDialect dialect, Path work, Path folder) {
        this.files = files;
        this.dialect = dialect;
        this.work = work;
        this.folder = folder;
    }

    void remark(Kind kind, String subject, String text) {
        remarks.add(new Remark(kind, subject, text));
    }

    Path copy(String field, Path file) {
        return files.copy(field, file);
    }

    Path inWork(String name) {
        return work.resolve(name);
    }

    /** Copies a route file. */
    void addRoutes(Path file) {
        Path copy = folder.resolve("routes-%d.rou.xml".formatted(routes.size() + 1));
        DemandRule rule = DemandRule.traffic(dialect);
        String name = name(file);
        Path given = copy("route-files", file);
        if (OriginDestinationMatrix.isOne(given)) {
            Path flows = inWork("matrix-%d.rou.xml".formatted(routes.size() + 1));
            int vehicles = OriginDestinationMatrix.write(name, "od-%d-".formatted(routes.size() + 1), given, flows);
            remark(Kind.NOTE, name, "its matrix became flows from zone to zone, %d vehicles".formatted(vehicles));
            given = flows;
        }
        XmlFilter.copy(name, given, copy, rule);
        routes.add(copy);
        departures.add(rule.departures());
        note(name, rule);
    }

    /** Copies an additional file, its signal programs separately. */
    void addAdditional(Path file) {
        String name = name(file);
        Path unpacked = copy("additional-files", file);
        Path copy = folder.resolve("additional-%d.add.xml".formatted(additional.size() + 1));
        DemandRule rule = DemandRule.traffic(dialect);
        XmlFilter.copy(name, unpacked, copy, rule);
        if (rule.copiedNothing()) {
            delete(copy);
        } else {
            additional.add(copy);
        }
        departures.add(rule.departures());
        note(name, rule);
        Path lights = inWork("programs-%d.xml".formatted(programs.size() + 1));
        DemandRule only = DemandRule.programs(dialect);
        XmlFilter.copy(name, unpacked, lights, only);
        if (!only.copiedNothing()) {
            programs.add(lights);
            remark(Kind.NOTE, name, "its signal programs were added to the network and replace those of the network");
        }
    }

    /** Copies a network, with the signal programs of the additional files. */
    Path addNetwork(String name, Path unpacked) {
        Optional<String> written = dialect.newerThanInstalled(unpacked);
        newer = written.map(text -> name + ": " + text);
        written.ifPresent(text -> remark(Kind.NOTE, name, text));
        Path copy = inWork("network.net.xml");
        NetworkRule rule = new NetworkRule(programs, dialect);
        XmlFilter.copy(name, unpacked, copy, rule);
        renamed |= rule.renamed();
        Path network = folder.resolve("network.net.xml");
        try {
            Files.move(rule.changed() ? copy : unpacked, network, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new SimulationException("Cannot write %s: %s".formatted(network, failed), failed);
        }
        return network;
    }

    /** Replaces the given routes, whose types of vehicles remain. */
    void replaceRoutes(Path routed) {
        try {
            for (Path old : List.copyOf(routes)) {
                Path types = folder.resolve("types-%d.add.xml".formatted(additional.size() + 1));
                DemandRule rule = DemandRule.types(dialect);
                XmlFilter.copy(name(old), old, types, rule);
                if (rule.copiedNothing()) {
                    delete(types);
                } else {
                    additional.add(types);
                }
                Files.delete(old);
            }
            routes.clear();
            Path replaced = folder.resolve("routes-1.rou.xml");
            Files.copy(routed, replaced);
            routes.add(replaced);
        } catch (IOException failed) {
            throw new SimulationException("Cannot write the routes: " + failed, failed);
        }
    }

    private void note(String name, DemandRule rule) {
        renamed |= rule.renamed();
        rule.losses().forEach(loss -> remark(Kind.ACTION_REQUIRED, name, loss));
        Map<String, Integer> leftOut = rule.leftOut();
        if (!leftOut.isEmpty()) {
            String list = leftOut.entrySet().stream()
                    .map(entry -> entry.getKey() + (entry.getValue() > 1 ? " (%d)".formatted(entry.getValue()) : ""))
                    .collect(Collectors.joining(", "));
            remark(Kind.NOTE, name, "left out, since it is no traffic or refers to other files: " + list);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new SimulationException("Cannot delete %s: %s".formatted(file, failed), failed);
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    List<Path> routes() {
        return List.copyOf(routes);
    }

    List<Path> additional() {
        return List.copyOf(additional);
    }

    List<Departures> departures() {
        return departures;
    }

    /** That the network was written by a newer SUMO than the installed one. */
    Optional<String> newerVersion() {
        return newer;
    }

    /** All remarks, with one about ids when some were changed. */
    List<Remark> remarks() {
        List<Remark> all = new ArrayList<>(remarks);
        dialect.translated().ifPresent(text -> all.add(new Remark(Kind.REPAIRED, "classes", text)));
        if (renamed) {
            all.add(
                    new Remark(
                            Kind.REPAIRED,
                            "ids",
                            "characters at which SUMO 1.15 splits ids were replaced by _u and their code; a live simulation needs the same"));
        }
        return all;
    }
}
