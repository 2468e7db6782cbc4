package io.clearway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.metric.Metric;
import io.clearway.network.AgentSpec;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every algorithm must keep to, on a small game of the kind that it accepts. An algorithm joins by a subclass that
 * names it.
 */
public abstract class AlgorithmContractTest {
    private static final Seeds SEEDS = new Seeds(7);

    /**
     * How many times the best return's cost a learner may need; random play needs 2.4 times on one game, 54 on the
     * other. Another processor rounds otherwise and is like another seed: of five seeds of each learner the worst came
     * to 1.26.
     */
    private static final double ENOUGH = 1.35;

    private static final List<SmallGame> GAMES = List.of(SmallGame.twoJunctions(), SmallGame.twoTanks());

    private final Algorithm algorithm;
    private final SmallGame game;
    private final Task task;
    private final Settings quick;
    private final Settings thorough;
    private final int rounds;

    /**
     * @param quick settings under which a round takes a moment
     * @param thorough settings to learn the game well with
     * @param rounds that this takes
     */
    protected AlgorithmContractTest(Algorithm algorithm, Settings quick, Settings thorough, int rounds) {
        this(algorithm, accepted(algorithm, quick), quick, thorough, rounds);
    }

    /** The same on a game of choice, for an algorithm that accepts several kinds. */
    protected AlgorithmContractTest(
            Algorithm algorithm, SmallGame game, Settings quick, Settings thorough, int rounds) {
        this.algorithm = algorithm;
        this.quick = quick;
        this.thorough = thorough;
        this.rounds = rounds;
        this.game = game;
        this.task = game.task();
    }

    /** The first game that the algorithm does not refuse, its actions being of the wrong kind. */
    private static SmallGame accepted(Algorithm algorithm, Settings quick) {
        InvalidSetting refusal = new InvalidSetting("algorithm", algorithm.name(), "there is no game for it");
        for (SmallGame one : GAMES) {
            try (Learner learner = algorithm.start(one.task(), quick, SEEDS)) {
                assertThat(learner.episodesPerRound()).isPositive();
                return one;
            } catch (InvalidSetting refused) {
                refusal = refused;
            }
        }
        throw refusal;
    }

    @Test
    void learnsTheGameNearlyAsWellAsItCanBePlayed() {
        double optimum = LongStream.range(10_000, 10_300)
                .mapToDouble(game::optimum)
                .average()
                .orElseThrow();
        double random = Play.meanReturn(Play.episodes(game.open(), game.random(), 10_000, 300));
        double learned;
        try (Learner learner = algorithm.start(task, thorough, SEEDS)) {
            play(learner, 0, rounds);
            learned = Play.meanReturn(Play.episodes(game.open(), learner.policy(), 10_000, 300));
        }
        assertThat(random).isLessThan(2 * optimum);
        assertThat(learned).isGreaterThan(ENOUGH * optimum);
    }

    @Test
    void sameSeedTwiceIsEqualToTheLastBit() {
        List<Object> once = new ArrayList<>();
        List<Object> twice = new ArrayList<>();
        for (List<Object> seen : List.of(once, twice)) {
            try (Learner learner = algorithm.start(task, quick, SEEDS)) {
                seen.addAll(play(learner, 0, 3));
                seen.add(Arrays.hashCode(learner.save()));
            }
        }
        assertThat(once).isEqualTo(twice);
    }

    @Test
    void otherSeedsDiffer() {
        try (Learner one = algorithm.start(task, quick, SEEDS);
                Learner other = algorithm.start(task, quick, new Seeds(8))) {
            // a learner may start from what no seed draws, such as a rule
            play(one, 0, 1);
            play(other, 0, 1);
            assertThat(one.save()).isNotEqualTo(other.save());
        }
    }

    @Test
    void goingOnFromASavedStateEqualsNeverHavingStopped() {
        byte[] state;
        List<Map<Metric, Double>> uninterrupted;
        byte[] end;
        try (Learner learner = algorithm.start(task, quick, SEEDS)) {
            play(learner, 0, 2);
            state = learner.save();
            uninterrupted = play(learner, 2, 2);
            end = learner.save();
        }
        try (Learner learner = algorithm.resume(task, quick, SEEDS, state)) {
            assertThat(learner.save()).isEqualTo(state);
            assertThat(play(learner, 2, 2)).isEqualTo(uninterrupted);
            assertThat(learner.save()).isEqualTo(end);
        }
    }

    @Test
    void thePolicyInASavedStateActsAsTheLearnersOwn() {
        try (Learner learner = algorithm.start(task, quick, SEEDS)) {
            play(learner, 0, 2);
            var own = Play.episodes(game.open(), learner.policy(), 100, 3);
            var saved = Play.episodes(game.open(), algorithm.policy(task, quick, learner.save()), 100, 3);
            assertThat(saved)
                    .extracting(Trajectory::actions)
                    .isEqualTo(own.stream().map(Trajectory::actions).toList());
        }
    }

    @Test
    void aPolicyHandedOutStaysAsItWas() {
        try (Learner learner = algorithm.start(task, quick, SEEDS)) {
            play(learner, 0, 1);
            var policy = learner.policy();
            var before = Play.episodes(game.open(), policy, 100, 3);
            play(learner, 1, 2);
            var after = Play.episodes(game.open(), policy, 100, 3);
            assertThat(after)
                    .extracting(Trajectory::actions)
                    .isEqualTo(before.stream().map(Trajectory::actions).toList());
        }
    }

    @Test
    void aDamagedStateIsRefused() {
        byte[] state;
        try (Learner learner = algorithm.start(task, quick, SEEDS)) {
            state = learner.save();
        }
        byte[] cut = Arrays.copyOf(state, state.length / 2);
        assertThatThrownBy(() -> algorithm.resume(task, quick, SEEDS, cut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> algorithm.policy(task, quick, new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aStateOfOtherAgentsIsRefused() {
        List<AgentSpec> wider = task.agents().stream()
                .map(agent -> new AgentSpec(agent.id(), agent.observationSize() + 1, agent.space()))
                .toList();
        Task other = new Task(task.graph(), wider, task.horizon());
        try (Learner learner = algorithm.start(task, quick, SEEDS)) {
            byte[] state = learner.save();
            assertThatThrownBy(() -> algorithm.resume(other, quick, SEEDS, state))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another task");
        }
    }

    @Test
    void everyPresetIsOfSettingsThatItHas() {
        algorithm.presets().forEach((name, preset) -> {
            Settings complete = algorithm.complete(new Settings(Map.of(Algorithm.PRESET, name)));
            assertThat(complete).isEqualTo(preset);
            assertThat(Settings.asMap(complete.over(algorithm.defaults()))).containsAllEntriesOf(preset.values());
        });
        assertThatThrownBy(() -> algorithm.complete(new Settings(Map.of(Algorithm.PRESET, "papper"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("papper");
    }

    @Test
    void whatIsGivenGoesBeforeThePreset() {
        algorithm.presets().keySet().forEach(name -> {
            Settings given = new Settings(Map.of(Algorithm.PRESET, name, "discount", 0.5));
            assertThat(algorithm.complete(given).values()).containsEntry("discount", 0.5);
        });
    }

    @Test
    void anUnknownSettingIsRefusedByName() {
        assertThatThrownBy(() -> algorithm.start(task, new Settings(Map.of("gammma", 1)), SEEDS))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("gammma");
    }

    /** Plays and learns as the training loop does; the learner's measurements of each round. */
    private List<Map<Metric, Double>> play(Learner learner, int firstRound, int rounds) {
        List<Map<Metric, Double>> measured = new ArrayList<>();
        for (int round = firstRound; round < firstRound + rounds; round++) {
            long seed = 1000L * (round + 1);
            var start = learner.warmStart();
            if (start.isPresent()) {
                measured.add(start.get()
                        .pretraining()
                        .apply(
                                Play.episodes(
                                        game.open(),
                                        game.rule(),
                                        seed,
                                        start.get().episodes()),
                                Learner.PretrainingProgress.NONE));
            } else {
                measured.add(learner.learn(Play.round(game.open(), learner, seed)));
            }
        }
        return measured;
    }
}
