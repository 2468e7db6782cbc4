package io.clearway.training;

import io.clearway.network.ControllerSource;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.Scenario.Recording;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Plays controllers on held-out seeds, in simulators of its own, and reports every episode. */
public final class Evaluation {
    private final Scenario scenario;
    private final int players;

    /** @param players episodes played at the same time; the results do not depend on it */
    public Evaluation(Scenario scenario, int players) {
        this.scenario = scenario;
        this.players = players;
    }

    /**
     * One result per seed, in order; fewer when stopped.
     *
     * @param name name to report the controller under
     * @param settings scenario settings to play under
     */
    public List<EpisodeResult> evaluate(
            String name, ControllerSource source, Settings settings, List<Long> seeds, BooleanSupplier stop) {
        List<EpisodeResult> results = new ArrayList<>();
        List<String> simulator = new ArrayList<>();
        try (EpisodePlayers playing = new EpisodePlayers(
                Math.min(players, seeds.size()),
                () -> {
                    EpisodePlayer player = new EpisodePlayer(scenario.open(settings, Recording.EVERY_SECOND));
                    simulator.add(player.simulator());
                    return player;
                },
                stop)) {
            for (PlayedEpisode episode : playing.play(source, seeds)) {
                results.add(new EpisodeResult(
                        name, episode.seed(), episode.measurements(), simulator.get(0), scenario.hash()));
            }
        }
        return results;
    }
}
