package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.signal.SafetyEnvelope.Refusal;
import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stages 0 both, 1 north, 2 west, 3 south of the {@link Junction}; the owner demands 0, 2, 3. */
class StageOrderTest {
    private static final Phase OF_THE_PROGRAM = new Phase("rrrrGr");

    @Test
    void aRequestOutOfOrderBecomesTheNextStage() {
        SignalGuard guard = guard(0);
        settle(guard);
        assertThat(guard.legal()).containsExactly(true, false, true, false);
        assertThat(guard.choose(Junction.SOUTH)).contains(Refusal.ORDER);
        guard.tick();
        assertThat(guard.target()).isEqualTo(Junction.WEST);
        settle(guard);
        assertThat(guard.target()).isEqualTo(Junction.SOUTH);
        assertThat(guard.choose(Junction.NORTH)).contains(Refusal.ORDER);
        settle(guard);
        // stage 1 is no part of the order: it never comes, however long it is asked for
        assertThat(guard.target()).isNotEqualTo(Junction.NORTH);
        assertThat(guard.choose(guard.target())).isEmpty();
    }

    @Test
    void whoHoldsAStageIsLedThereInOrder() {
        SignalGuard guard = guard(60);
        settle(guard);
        guard.hold(Junction.SOUTH);
        List<Phase> targets = new ArrayList<>();
        for (int second = 0; second < 300; second++) {
            guard.observe(second, index -> true);
            guard.tick();
            targets.add(guard.target());
        }
        assertThat(targets.stream().distinct()).containsExactly(Junction.WEST, Junction.SOUTH);
        assertThat(guard.shown()).isEqualTo(Junction.SOUTH.state());
    }

    @Test
    void stagesThatOnlyTheProgramHasComeAtAnyTimeAndAnyOfTheOrderFollows() {
        SignalTiming timing = ordered(0, 0, 2, 3);
        StageOrder order = StageOrder.of(Junction.STAGES, timing);
        assertThat(order.instead(Junction.BOTH, OF_THE_PROGRAM)).isEqualTo(OF_THE_PROGRAM);
        assertThat(order.instead(OF_THE_PROGRAM, Junction.SOUTH)).isEqualTo(Junction.SOUTH);
        assertThat(order.instead(OF_THE_PROGRAM, Junction.NORTH)).isEqualTo(Junction.BOTH);
        assertThat(order.instead(Junction.NORTH, Junction.WEST)).isEqualTo(Junction.WEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 90, 120})
    void nobodyWaitsLongerThanTheMaximumRedAndEveryStageFollowsTheOneBefore(int maximumRed) {
        for (long seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            boolean stubborn = seed == 0;
            SignalGuard guard = guard(maximumRed);
            int[] red = new int[guard.shown().length()];
            for (int second = 0; second < 2000; second++) {
                guard.observe(second, index -> true);
                if (second % 5 == 0) {
                    guard.choose(stubborn ? guard.target() : Junction.STAGES.get(random.nextInt(4)));
                }
                Phase before = guard.target();
                String shown = guard.tick();
                assertThat(guard.target()).isIn(before, after(before));
                for (int index = 0; index < red.length; index++) {
                    red[index] = Phase.isGreen(shown.charAt(index)) ? 0 : red[index] + 1;
                    assertThat(red[index]).as("seed %d", seed).isLessThanOrEqualTo(maximumRed);
                }
            }
        }
    }

    private static Phase after(Phase stage) {
        return stage.equals(Junction.BOTH)
                ? Junction.WEST
                : stage.equals(Junction.WEST) ? Junction.SOUTH : Junction.BOTH;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 2 4 | order [0, 2, 4] has stage 4, which there is not; give stages from 0 to 3",
                "0 -1 | has stage -1",
                "0 1 3 | order [0, 1, 3] never gives movement 2 green; add one of the stages that do, [2]",
                "0 | order [0] must have at least two stages, each once; give none for any order",
                "0 2 0 3 | order [0, 2, 0, 3] must have at least two stages, each once"
            })
    void anOrderThatCannotBeIsRefused(String order, String why) {
        assertThatThrownBy(() -> StageOrder.of(Junction.STAGES, ordered(0, stages(order))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static int[] stages(String order) {
        return List.of(order.split(" ", -1)).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static void settle(SignalGuard guard) {
        for (int second = 0; second < 20; second++) {
            guard.tick();
        }
    }

    private static SignalGuard guard(int maximumRed) {
        return new SignalGuard(
                new SignalGuard.Signal(Junction.STAGES, Junction.conflicts(), ordered(maximumRed, 0, 2, 3)),
                Junction.BOTH.state(),
                Junction.BOTH,
                5);
    }

    private static SignalTiming ordered(int maximumRed, int... order) {
        SignalTiming timing = Junction.timing(maximumRed);
        List<Integer> stages = IntStream.of(order).boxed().toList();
        return new SignalTiming(timing.movements(), timing.intergreens(), stages);
    }
}
