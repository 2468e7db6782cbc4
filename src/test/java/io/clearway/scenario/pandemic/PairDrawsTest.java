package io.clearway.scenario.pandemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.scenario.pandemic.town.Draws;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairDrawsTest {
    private final PairDraws pairs = new PairDraws(new Draws(new SplittableRandom(1)));

    @Test
    void theNumberOfPairsIsTheirShareRoundedDownButNoLessThanTheLeast() {
        assertThat(IntStream.range(0, 2000)
                        .map(n -> pairs.number(10_000, 0.3, 1))
                        .average())
                .hasValueCloseTo(3000 - 0.5, within(10.0));
        assertThat(pairs.number(3, 0.05, 5)).isEqualTo(5);
        assertThat(pairs.number(1, 0.5, 0)).isZero();
        assertThat(pairs.number(0, 0.5, 5)).isZero();
        assertThat(IntStream.range(0, 1000).map(n -> pairs.number(10_000, 0, 0)).min())
                .hasValue(0);
    }

    /** Of N pairs, k draws with replacement give N (1 − (1 − 1/N)^k) different ones. */
    @Test
    void whatIsDrawnTwiceIsOneContact() {
        int repetitions = 3000;
        double within = IntStream.range(0, repetitions)
                .map(n -> contacts(true))
                .average()
                .orElseThrow();
        assertThat(within).isCloseTo(15 * (1 - Math.pow(1 - 1 / 15.0, 10)), within(0.1));
        double between = IntStream.range(0, repetitions)
                .map(n -> contacts(false))
                .average()
                .orElseThrow();
        assertThat(between).isCloseTo(12 * (1 - Math.pow(1 - 1 / 12.0, 10)), within(0.1));
    }

    private int contacts(boolean withinOneList) {
        Set<List<Integer>> met = new HashSet<>();
        PairDraws.Contact contact = (one, other) -> {
            List<Integer> pair =
                    withinOneList ? List.of(Math.min(one, other), Math.max(one, other)) : List.of(one, other);
            assertThat(met.add(pair)).isTrue();
        };
        if (withinOneList) {
            pairs.within(6, 10, contact);
            assertThat(met).noneMatch(pair -> pair.get(0).equals(pair.get(1)));
        } else {
            pairs.between(3, 4, 10, contact);
        }
        return met.size();
    }
}
