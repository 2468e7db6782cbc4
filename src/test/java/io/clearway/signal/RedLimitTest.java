package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.signal.SafetyEnvelope.Refusal;
import io.clearway.timing.SignalTiming;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedLimitTest {
    private static final int SECONDS = 4_000;

    /** Requests by habit: at random, always the same, or what hurts most. */
    private enum Habit {
        RANDOM,
        STUBBORN,
        HOSTILE
    }

    @ParameterizedTest
    @CsvSource({
        "RANDOM, 1, 120", "RANDOM, 5, 120", "RANDOM, 10, 120",
        "STUBBORN, 1, 120", "STUBBORN, 5, 120", "STUBBORN, 10, 120",
        "HOSTILE, 1, 120", "HOSTILE, 5, 120", "HOSTILE, 10, 120",
        "RANDOM, 5, 90", "STUBBORN, 5, 90", "HOSTILE, 5, 90",
        "RANDOM, 1, 75", "STUBBORN, 1, 75", "HOSTILE, 1, 75"
    })
    void nobodyWaitsLongerThanTheMaximumRed(Habit habit, int decisionSeconds, int maximumRed) {
        for (long seed = 1; seed <= 10; seed++) {
            int longest = longestRed(habit, decisionSeconds, maximumRed, seed);
            assertThat(longest).as("seed %d", seed).isLessThanOrEqualTo(maximumRed);
        }
    }

    /** Where everybody always waits: the longest time without green of any movement. */
    private static int longestRed(Habit habit, int decisionSeconds, int maximumRed, long seed) {
        Random random = new Random(seed);
        SignalGuard guard = guard(maximumRed, decisionSeconds);
        int[] red = new int[guard.shown().length()];
        int longest = 0;
        for (int second = 0; second < SECONDS; second++) {
            guard.observe(second, index -> true);
            if (second % decisionSeconds == 0) {
                guard.choose(request(habit, guard, random, red));
            }
            String state = guard.tick();
            for (int index = 0; index < red.length; index++) {
                red[index] = Phase.isGreen(state.charAt(index)) ? 0 : red[index] + 1;
                longest = Math.max(longest, red[index]);
            }
        }
        return longest;
    }

    private static Phase request(Habit habit, SignalGuard guard, Random random, int[] red) {
        List<Phase> stages = Junction.STAGES;
        return switch (habit) {
            case RANDOM -> stages.get(random.nextInt(stages.size()));
            case STUBBORN -> stages.get(0);
            case HOSTILE -> {
                int worst = 0;
                for (int index = 1; index < red.length; index++) {
                    worst = red[index] > red[worst] ? index : worst;
                }
                int waits = worst;
                List<Phase> hurting = stages.stream()
                        .filter(stage -> !stage.isGreen(waits)
                                && !stage.equals(guard.target())
                                && guard.refusal(stage).isEmpty())
                        .toList();
                yield hurting.isEmpty() ? guard.target() : hurting.get(random.nextInt(hurting.size()));
            }
        };
    }

    private static SignalGuard guard(int maximumRed, double slack) {
        SignalTiming timing = Junction.timing(maximumRed);
        return new SignalGuard(
                new SignalGuard.Signal(Junction.STAGES, Junction.conflicts(), timing),
                Junction.BOTH.state(),
                Junction.BOTH,
                slack);
    }

    @Test
    void aStageIsDueBeforeTheMaximumRedIsOverAndNoOtherMayBeChosenThen() {
        SignalGuard guard = guard(90, 5);
        guard.choose(Junction.BOTH);
        guard.observe(0, index -> index == 2);
        for (int second = 1; guard.refusal(Junction.BOTH).isEmpty(); second++) {
            guard.tick();
            assertThat(guard.target()).isEqualTo(Junction.BOTH);
            guard.observe(second, index -> index == 2);
        }
        assertThat(guard.waitedSeconds(2)).isBetween(60.0, 85.0);
        assertThat(guard.refusal(Junction.SOUTH)).contains(Refusal.MAXIMUM_RED);
        assertThat(guard.refusal(Junction.BOTH)).contains(Refusal.MAXIMUM_RED);
        assertThat(guard.legal()).containsExactly(false, false, true, false);
        assertThat(guard.choose(Junction.SOUTH)).contains(Refusal.MAXIMUM_RED);
        guard.tick();
        assertThat(guard.target()).isEqualTo(Junction.WEST);
    }

    @Test
    void whereNobodyWaitsNothingIsDue() {
        SignalGuard guard = guard(60, 5);
        for (int second = 0; second < 300; second++) {
            // pedestrians always count as waiting; they have green
            guard.observe(second, index -> false);
            guard.choose(Junction.BOTH);
            guard.tick();
        }
        assertThat(guard.shown()).isEqualTo(Junction.BOTH.state());
    }

    @Test
    void whoHoldsAStageIsLeftAlone() {
        SignalGuard guard = guard(60, 5);
        for (int second = 0; second < 300; second++) {
            guard.observe(second, index -> true);
            guard.hold(Junction.BOTH);
            guard.tick();
        }
        assertThat(guard.shown()).isEqualTo(Junction.BOTH.state());
    }

    @Test
    void withoutALimitNothingIsEverDue() {
        SignalGuard guard = guard(0, 5);
        for (int second = 0; second < 1000; second++) {
            guard.observe(second, index -> true);
            guard.choose(Junction.BOTH);
            guard.tick();
        }
        assertThat(guard.shown()).isEqualTo(Junction.BOTH.state());
    }
}
