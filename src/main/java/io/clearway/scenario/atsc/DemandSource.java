package io.clearway.scenario.atsc;

import io.clearway.scenario.atsc.AtscSettings.DemandKind;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.TrafficDemand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Where the demand of a signal-control problem is written down. */
public sealed interface DemandSource {
    /** Rates by time, from which departures are made. */
    record Rates(Path file) implements DemandSource {
        @Override
        public List<Path> files() {
            return List.of(file);
        }

        @Override
        public EpisodeDemand read() {
            DemandDefinition demand = DemandDefinition.read(file);
            return (settings, seed) -> settings.demandKind() == DemandKind.VARIED
                    ? demand.varied(settings.demandScale(), seed)
                    : demand.paper(settings.demandScale());
        }
    }

    /**
     * Files of the simulator's own; always the same departures.
     *
     * @param routes routes, trips and flows
     * @param additional what they build on
     */
    record Routes(List<Path> routes, List<Path> additional) implements DemandSource {
        public Routes {
            routes = List.copyOf(routes);
            additional = List.copyOf(additional);
        }

        @Override
        public List<Path> files() {
            List<Path> files = new ArrayList<>(routes);
            files.addAll(additional);
            return files;
        }

        @Override
        public EpisodeDemand read() {
            TrafficDemand always = new TrafficDemand.RouteFiles(routes, additional);
            return (settings, seed) -> {
                if (settings.demandKind() != DemandKind.PAPER) {
                    throw new InvalidSetting(
                            "demand", settings.demand(), "this scenario has fixed routes; give 'paper'");
                }
                if (settings.demandScale() != 1) {
                    throw new InvalidSetting(
                            "demandScale", settings.demandScale(), "this scenario has fixed routes; give 1");
                }
                return always;
            };
        }
    }

    /** All files of it. */
    List<Path> files();

    /** What episodes draw their demand from. */
    EpisodeDemand read();

    /** Takes the content of all files into a hash. */
    default void addTo(MessageDigest digest) {
        for (Path file : files()) {
            try {
                digest.update(Files.readAllBytes(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Demand file %s cannot be read".formatted(file), unreadable);
            }
        }
    }

    /** The demand of an episode. */
    @FunctionalInterface
    interface EpisodeDemand {
        /** {@link InvalidSetting} where the settings ask for what the source does not bear. */
        TrafficDemand of(AtscSettings settings, long seed);
    }
}
