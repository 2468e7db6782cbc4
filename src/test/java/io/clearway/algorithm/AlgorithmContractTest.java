package io.clearway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.metric.Metric;
import io.clearway.network.AgentSpec;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
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

/** What every algorithm must keep to, on a street of two junctions. An algorithm joins by a subclass that names it. */
public abstract class AlgorithmContractTest {
    private static final Seeds SEEDS = new Seeds(7);
    private static final Task TASK = TwoJunctions.task();

    private final Algorithm algorithm;
    private final Settings quick;
    private final Settings thorough;
    private final int rounds;

    /**
     * @param quick settings under which a round takes a moment
     * @param thorough settings to learn the game well with
     * @param rounds that this takes
     */
    protected AlgorithmContractTest(Algorithm algorithm, Settings quick, Settings thorough, int rounds) {
        this.algorithm = algorithm;
        this.quick = quick;
        this.thorough = thorough;
        this.rounds = rounds;
    }

    @Test
    void learnsTheTwoJunctionGameNearlyAsWellAsItCanBePlayed() {
        double optimum = LongStream.range(10_000, 10_300)
                .mapToDouble(TwoJunctions::optimum)
                .average()
                .orElseThrow();
        double random = Play.meanReturn(Play.episodes(new TwoJunctions(), Play::random, 10_000, 300));
        double learned;
        try (Learner learner = algorithm.start(TASK, thorough, SEEDS)) {
            play(learner, 0, rounds);
            learned = Play.meanReturn(Play.episodes(new TwoJunctions(), learner.policy(), 10_000, 300));
        }
        assertThat(random).isLessThan(2 * optimum);
        assertThat(learned).isGreaterThan(1.15 * optimum);
    }

    @Test
    void sameSeedTwiceIsEqualToTheLastBit() {
        List<Object> once = new ArrayList<>();
        List<Object> twice = new ArrayList<>();
        for (List<Object> seen : List.of(once, twice)) {
            try (Learner learner = algorithm.start(TASK, quick, SEEDS)) {
                seen.addAll(play(learner, 0, 3));
                seen.add(Arrays.hashCode(learner.save()));
            }
        }
        assertThat(once).isEqualTo(twice);
    }

    @Test
    void otherSeedsDiffer() {
        try (Learner one = algorithm.start(TASK, quick, SEEDS);
                Learner other = algorithm.start(TASK, quick, new Seeds(8))) {
            assertThat(one.save()).isNotEqualTo(other.save());
        }
    }

    @Test
    void goingOnFromASavedStateEqualsNeverHavingStopped() {
        byte[] state;
        List<Map<Metric, Double>> uninterrupted;
        byte[] end;
        try (Learner learner = algorithm.start(TASK, quick, SEEDS)) {
            play(learner, 0, 2);
            state = learner.save();
            uninterrupted = play(learner, 2, 2);
            end = learner.save();
        }
        try (Learner learner = algorithm.resume(TASK, quick, SEEDS, state)) {
            assertThat(learner.save()).isEqualTo(state);
            assertThat(play(learner, 2, 2)).isEqualTo(uninterrupted);
            assertThat(learner.save()).isEqualTo(end);
        }
    }

    @Test
    void thePolicyInASavedStateActsAsTheLearnersOwn() {
        try (Learner learner = algorithm.start(TASK, quick, SEEDS)) {
            play(learner, 0, 2);
            var own = Play.episodes(new TwoJunctions(), learner.policy(), 100, 3);
            var saved = Play.episodes(new TwoJunctions(), algorithm.policy(TASK, quick, learner.save()), 100, 3);
            assertThat(saved)
                    .extracting(Trajectory::actions)
                    .isEqualTo(own.stream().map(Trajectory::actions).toList());
        }
    }

    @Test
    void aPolicyHandedOutStaysAsItWas() {
        try (Learner learner = algorithm.start(TASK, quick, SEEDS)) {
            play(learner, 0, 1);
            var policy = learner.policy();
            var before = Play.episodes(new TwoJunctions(), policy, 100, 3);
            play(learner, 1, 2);
            var after = Play.episodes(new TwoJunctions(), policy, 100, 3);
            assertThat(after)
                    .extracting(Trajectory::actions)
                    .isEqualTo(before.stream().map(Trajectory::actions).toList());
        }
    }

    @Test
    void aDamagedStateIsRefused() {
        byte[] state;
        try (Learner learner = algorithm.start(TASK, quick, SEEDS)) {
            state = learner.save();
        }
        byte[] cut = Arrays.copyOf(state, state.length / 2);
        assertThatThrownBy(() -> algorithm.resume(TASK, quick, SEEDS, cut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> algorithm.policy(TASK, quick, new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aStateOfOtherAgentsIsRefused() {
        Task other =
                new Task(TASK.graph(), List.of(new AgentSpec("a", 5, 2), new AgentSpec("b", 8, 3)), TASK.horizon());
        try (Learner learner = algorithm.start(TASK, quick, SEEDS)) {
            byte[] state = learner.save();
            assertThatThrownBy(() -> algorithm.resume(other, quick, SEEDS, state))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another task");
        }
    }

    @Test
    void anUnknownSettingIsRefusedByName() {
        assertThatThrownBy(() -> algorithm.start(TASK, new Settings(Map.of("gammma", 1)), SEEDS))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("gammma");
    }

    /** Plays and learns as the training loop does; the learner's measurements of each round. */
    private static List<Map<Metric, Double>> play(Learner learner, int firstRound, int rounds) {
        List<Map<Metric, Double>> measured = new ArrayList<>();
        for (int round = firstRound; round < firstRound + rounds; round++) {
            long seed = 1000L * (round + 1);
            var lesson = learner.lesson();
            if (lesson.isPresent()) {
                measured.add(learner.study(Play.episodes(
                        new TwoJunctions(),
                        AlgorithmContractTest::longerQueue,
                        seed,
                        lesson.get().episodes())));
            } else {
                measured.add(learner.learn(
                        Play.episodes(new TwoJunctions(), learner::explorer, seed, learner.episodesPerRound())));
            }
        }
        return measured;
    }

    /** A rule to be shown: serves the longer queue, when it may. */
    private static Controller longerQueue(long seed) {
        return observation -> {
            int[] choices = new int[observation.agents()];
            for (int agent = 0; agent < choices.length; agent++) {
                int longer = observation.readings(agent)[0] >= observation.readings(agent)[1] ? 0 : 1;
                choices[agent] = observation.legal(agent)[longer] ? longer : 1 - longer;
            }
            return JointAction.of(choices);
        };
    }
}
