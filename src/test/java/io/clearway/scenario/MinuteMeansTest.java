package io.clearway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinuteMeansTest {
    private final MinuteMeans means = new MinuteMeans();

    @Test
    void theEndOfAMinuteBelongsToItAndTheLastMayBeAPart() {
        means.add(1, 2);
        means.add(60, 4);
        means.add(61, 10);
        means.add(120, 20);
        means.add(121, 7);
        assertThat(means.values()).containsExactly(3.0, 15.0, 7.0);
    }

    @Test
    void aMinuteWithoutASampleIsAsTheOneBefore() {
        means.add(30, 5);
        means.add(200, 1);
        assertThat(means.values()).containsExactly(5.0, 5.0, 5.0, 1.0);
    }

    @Test
    void beforeTheFirstSampleThereIsNothing() {
        assertThat(means.values()).isEmpty();
    }
}
