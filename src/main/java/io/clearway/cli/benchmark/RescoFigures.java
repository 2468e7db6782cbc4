package io.clearway.cli.benchmark;

import io.clearway.setting.ClassPathFile;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Average delays that RESCO's authors published for its maps.
 *
 * @param source where they come from, and what they are means of
 * @param maps by name of the map
 * @see <a href="https://people.engr.tamu.edu/guni/Papers/NeurIPS-signals.pdf">Ault and Sharon 2021, Reinforcement
 *     learning benchmarks for traffic signal control</a>
 */
record RescoFigures(String source, Map<String, List<Published>> maps) {
    private static final String RESOURCE = "benchmarks/resco.json";

    RescoFigures {
        maps = Map.copyOf(maps);
    }

    /**
     * The figures of one controller.
     *
     * @param controller as RESCO calls it
     * @param delaySeconds mean over runs, of learners over their last ten episodes
     * @param bestEpisodeSeconds of learners, mean over runs of the best episode
     */
    record Published(
            String controller,
            double delaySeconds,
            @Nullable Double bestEpisodeSeconds) {
        OptionalDouble bestEpisode() {
            return bestEpisodeSeconds == null ? OptionalDouble.empty() : OptionalDouble.of(bestEpisodeSeconds);
        }
    }

    static RescoFigures read() {
        byte[] text = ClassPathFile.bytes(RESOURCE)
                .orElseThrow(() -> new IllegalStateException(RESOURCE + " is missing in this build of Clearway"));
        return new JsonMapper().readValue(text, RescoFigures.class);
    }

    /** Those of a map; none of one that is not RESCO's. */
    List<Published> of(String map) {
        return maps.getOrDefault(map, List.of());
    }
}
