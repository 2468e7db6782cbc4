package io.clearway.scenario.atsc;

import io.clearway.network.AgentGraph;
import io.clearway.signal.Phase;
import io.clearway.simulation.NetworkSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A definition as a file {@code scenario.json}, which names the other files of its folder.
 *
 * @param network how the network is given, and its file or the first part of its files' names
 * @param demand either rates, or routes with what they build on
 */
record DefinitionFile(
        String name,
        String description,
        String origin,
        NetworkEntry network,
        DemandEntry demand,
        List<SignalEntry> signals,
        List<List<String>> neighbors,
        AtscDefinition.Measures measures,
        AtscDefinition.Timing timing) {
    static final String FILE = "scenario.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Exactly one is there. */
    record NetworkEntry(@Nullable String plain, @Nullable String finished) {
        static NetworkEntry of(NetworkSource source) {
            return source instanceof NetworkSource.Plain plain
                    ? new NetworkEntry(plain.name(), null)
                    : new NetworkEntry(null, nameOf(((NetworkSource.Finished) source).file()));
        }

        NetworkSource in(Path folder) {
            if (plain != null && finished == null) {
                return new NetworkSource.Plain(folder, plain);
            }
            if (finished != null && plain == null) {
                return new NetworkSource.Finished(inside(folder, finished));
            }
            throw new IllegalArgumentException("network must be either 'plain' or 'finished'");
        }
    }

    /** Rates alone, or routes. */
    record DemandEntry(
            @Nullable String rates,
            @Nullable List<String> routes,
            @Nullable List<String> additional) {
        static DemandEntry of(DemandSource source) {
            if (source instanceof DemandSource.Rates rates) {
                return new DemandEntry(nameOf(rates.file()), null, null);
            }
            DemandSource.Routes routes = (DemandSource.Routes) source;
            return new DemandEntry(null, names(routes.routes()), names(routes.additional()));
        }

        private static List<String> names(List<Path> files) {
            return files.stream().map(DefinitionFile::nameOf).toList();
        }

        DemandSource in(Path folder) {
            if (rates != null && routes == null) {
                return new DemandSource.Rates(inside(folder, rates));
            }
            if (routes != null && rates == null) {
                return new DemandSource.Routes(
                        paths(folder, routes), paths(folder, additional == null ? List.of() : additional));
            }
            throw new IllegalArgumentException("demand must be either 'rates' or 'routes'");
        }

        private static List<Path> paths(Path folder, List<String> names) {
            return names.stream().map(name -> inside(folder, name)).toList();
        }
    }

    /** A signal and its phases by action. */
    record SignalEntry(String id, List<String> phases) {
        static SignalEntry of(AtscDefinition.Signal signal) {
            return new SignalEntry(
                    signal.id(), signal.phases().stream().map(Phase::state).toList());
        }

        AtscDefinition.Signal signal() {
            return new AtscDefinition.Signal(id, phases.stream().map(Phase::new).toList());
        }
    }

    static DefinitionFile of(AtscDefinition definition) {
        return new DefinitionFile(
                definition.name(),
                definition.description(),
                definition.origin(),
                NetworkEntry.of(definition.network()),
                DemandEntry.of(definition.demand()),
                definition.signals().stream().map(SignalEntry::of).toList(),
                definition.neighbors().stream()
                        .map(link -> List.of(link.one(), link.other()))
                        .toList(),
                definition.measures(),
                definition.timing());
    }

    /** Writes it; the files that it names must lie in the same folder. */
    void write(Path folder) {
        try {
            Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(this) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write %s to %s".formatted(FILE, folder), failed);
        }
    }

    /** Reads it; the error of a bad one names the file and the fault. */
    static AtscDefinition read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return JSON.readValue(Files.readAllBytes(file), DefinitionFile.class)
                    .definition(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Scenario file %s cannot be read".formatted(file), unreadable);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(
                    "Scenario file %s cannot be used: %s".formatted(file, malformed.getOriginalMessage()), malformed);
        } catch (IllegalArgumentException | NullPointerException wrong) {
            throw new IllegalArgumentException(
                    "Scenario file %s cannot be used: %s".formatted(file, wrong.getMessage()), wrong);
        }
    }

    private AtscDefinition definition(Path folder) {
        return new AtscDefinition(
                name,
                description,
                origin,
                network.in(folder),
                demand.in(folder),
                signals.stream().map(SignalEntry::signal).toList(),
                neighbors.stream()
                        .map(pair -> new AgentGraph.Link(pair.get(0), pair.get(1)))
                        .toList(),
                measures,
                timing);
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path inside(Path folder, String name) {
        Path file = folder.resolve(name).normalize();
        if (!folder.normalize().equals(file.getParent())) {
            throw new IllegalArgumentException("'%s' does not lie in its folder".formatted(name));
        }
        return file;
    }
}
