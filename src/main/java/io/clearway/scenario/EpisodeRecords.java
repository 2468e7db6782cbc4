package io.clearway.scenario;

import io.clearway.events.LogTarget;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an evaluation writes of a controller's episodes beside their figures.
 *
 * @param scenario name of the scenario
 * @param controller name of the controller
 * @param targets what is written, and where
 */
public record EpisodeRecords(String scenario, String controller, Targets targets) {
    /**
     * Folders, for all controllers the same.
     *
     * @param events of event logs, a folder for each episode
     * @param traces of measures over time, a file for each episode
     * @param corridor the corridor that is recorded
     * @param stops whether stops at signals are counted, which costs the simulator much time
     */
    public record Targets(Optional<Path> events, Optional<Path> traces, Optional<Corridor> corridor, boolean stops) {
        /** Whether nothing is written. */
        public boolean isEmpty() {
            return events.isEmpty() && traces.isEmpty() && corridor.isEmpty() && !stops;
        }
    }

    /**
     * A corridor.
     *
     * @param given as a user names it: ids with commas between them, or a file
     * @param folder with a folder for each episode
     */
    public record Corridor(String given, Path folder) {}

    /** Where event logs go. */
    public Optional<LogTarget> events() {
        return targets.events().map(folder -> new LogTarget(folder, scenario, controller));
    }

    /** The file of an episode's traces. */
    public Optional<Path> traces(long seed) {
        return targets.traces().map(folder -> tracesOf(folder, controller, seed));
    }

    /** The file of an episode's traces in a folder. */
    public static Path tracesOf(Path folder, String controller, long seed) {
        Path named = new LogTarget(folder, "", controller).folder(seed);
        return named.resolveSibling(named.getFileName() + ".csv");
    }

    /** The folder of an episode's corridor in the folder of all. */
    public static Path corridorOf(Path folder, String controller, long seed) {
        return new LogTarget(folder, "", controller).folder(seed);
    }
}
