package io.clearway.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.network.AgentGraph.Link;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalityBoundsTest {
    private static final AgentGraph PATH =
            new AgentGraph(List.of("a", "b", "c"), List.of(new Link("a", "b"), new Link("b", "c")));
    private final LocalityBounds bounds = new LocalityBounds(PATH, 0.5);

    @Test
    void anErrorSpreadsAsFastAsTheBallGrows() {
        // the end of the path: balls 1, 2, 3, 3, …
        assertThat(bounds.spread(0, 0)).isZero();
        assertThat(bounds.spread(0, 3)).isCloseTo((0.5 * 1 + 0.25 * 2 + 0.125 * 3) / 3, within(1e-12));
        assertThat(bounds.spreadFrom(0, 0)).isCloseTo((0.5 * 1 + 0.25 * 2 + 0.125 * 3 / 0.5) / 3, within(1e-12));
        assertThat(bounds.spreadFrom(0, 5)).isCloseTo(Math.pow(0.5, 6) / 0.5, within(1e-12));
        assertThat(bounds.spread(1, 40) + bounds.spreadFrom(1, 40)).isCloseTo(bounds.spreadFrom(1, 0), within(1e-12));
    }

    @Test
    void withoutAModelTheBranchedBoundIsThatOfThePolicyShiftAlone() {
        double[] shifts = {0.1, 0, 0.2};
        double expected = 2 * 3 / 0.5 * (0.1 * bounds.spreadFrom(0, 0) + 0.2 * bounds.spreadFrom(2, 0));
        assertThat(bounds.branchedReturnGap(0, 3, new double[] {1, 1, 1}, shifts, 0))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void branchingOffIsNeverLooserThanEndlessRollouts() {
        double[] errors = {0.3, 0.1, 0.2};
        double[] shifts = {0.1, 0.05, 0.2};
        double endless = bounds.returnGap(1, errors, shifts);
        for (int steps = 0; steps < 30; steps++) {
            assertThat(bounds.branchedReturnGap(steps, 1, errors, shifts, 0)).isLessThan(endless);
        }
    }

    @Test
    void endlessRolloutsByHand() {
        // only agent b errs: balls 1, 3, 3, …; its sum is (0.5 + 0.25·3/0.5) / 3
        double sum = (0.5 + 0.25 * 3 / 0.5) / 3;
        assertThat(bounds.returnGap(2, new double[] {0, 0.1, 0}, new double[] {0, 0.3, 0}))
                .isCloseTo(2 * 2 / 0.5 * (0.3 / 3 + (0.1 + 0.6) * sum), within(1e-12));
    }

    @Test
    void dependenceAddsItsOwnTerm() {
        double[] none = new double[3];
        assertThat(bounds.branchedReturnGap(5, 2, none, none, 0.25))
                .isCloseTo(2 * 2 * 0.5 / 0.25 * 0.25, within(1e-12));
    }

    @Test
    void valuesAndGradientsOfLargerNeighborhoodsAreCloser() {
        assertThat(bounds.valueTruncation(2, 3)).isCloseTo(3 / 0.5 * 0.25, within(1e-12));
        assertThat(bounds.gradientError(1, 1, 2, 3)).isCloseTo(1 / 0.5 * (1 - 0.75) * 2 * 3, within(1e-12));
        assertThat(bounds.gradientError(0, 1, 2, 3)).isCloseTo(1 / 0.5 * (1 - 0.75 * 2 / 3) * 2 * 3, within(1e-12));
    }

    @Test
    void theGridOfThePapersHearsASixthOfEverything() {
        List<String> names = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            names.add("n" + i);
            if (i % 5 > 0) {
                links.add(new Link("n" + (i - 1), "n" + i));
            }
            if (i >= 5) {
                links.add(new Link("n" + (i - 5), "n" + i));
            }
        }
        LocalityBounds grid = new LocalityBounds(new AgentGraph(names, links), 0.99);
        assertThat(grid.communicationRatio(1)).isCloseTo(0.168, within(5e-4));
        assertThat(grid.communicationRatio(2)).isCloseTo(0.366, within(5e-4));
        assertThat(grid.communicationRatio(3)).isCloseTo(0.584, within(5e-4));
        assertThat(grid.communicationRatio(0)).isCloseTo(1 / 25.0, within(1e-12));
    }

    @Test
    void withoutDiscountThereIsNoBound() {
        assertThatThrownBy(() -> new LocalityBounds(PATH, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 1");
    }
}
