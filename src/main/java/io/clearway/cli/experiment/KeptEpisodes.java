package io.clearway.cli.experiment;

import io.clearway.setting.InvalidSetting;
import io.clearway.training.EpisodeResult;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Held-out episodes that were played before: results of two versions of SUMO or of a scenario are not compared.
 *
 * @param file that keeps them
 * @param episodes what it keeps
 */
record KeptEpisodes(Path file, List<EpisodeResult> episodes) {
    /** As programs and TraCI report it: {@code SUMO 1.15.0}, {@code SUMO v1_15_0}. */
    private static final Pattern SUMO = Pattern.compile("SUMO v?(\\d+[._]\\d+[^\\s,]*)");

    KeptEpisodes {
        episodes = List.copyOf(episodes);
    }

    /**
     * Refuses episodes of another scenario or simulator.
     *
     * @param scenarioHash of the scenario as it is now
     * @param simulator name and version of the simulator that is installed; asked only where one played
     * @throws InvalidSetting naming both
     */
    void requireSame(String scenarioHash, Supplier<String> simulator) {
        for (EpisodeResult episode : episodes) {
            require("scenarioHash", episode.scenarioHash(), scenarioHash);
            SUMO.matcher(episode.simulator())
                    .results()
                    .map(KeptEpisodes::version)
                    .distinct()
                    .forEach(played -> require("sumoVersion", played, version(simulator.get())));
        }
    }

    private void require(String field, String before, String now) {
        if (!before.equals(now)) {
            throw new InvalidSetting(
                    field,
                    now,
                    "%s holds episodes of '%s'; use that, delete the file to play them again, or give another --out"
                            .formatted(file, before));
        }
    }

    private static String version(String simulator) {
        return SUMO.matcher(simulator)
                .results()
                .map(KeptEpisodes::version)
                .findFirst()
                .orElse(simulator);
    }

    private static String version(MatchResult found) {
        return found.group(1).replace('_', '.');
    }
}
