package io.clearway.scenario.power.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Rodas3Test {
    /** Robertson's reactions (Hairer and Wanner, Solving ODEs II, Section IV.10), rates from 0.04 to 3·10⁷. */
    private static final class Robertson implements StiffSystem {
        @Override
        public int size() {
            return 3;
        }

        @Override
        public void derivative(double[] y, double[] to) {
            to[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
            to[2] = 3e7 * y[1] * y[1];
            to[1] = -to[0] - to[2];
        }

        @Override
        public void jacobian(double[] y, Stamps to) {
            to.add(0, 0, -0.04);
            to.add(0, 1, 1e4 * y[2]);
            to.add(0, 2, 1e4 * y[1]);
            to.add(1, 0, 0.04);
            to.add(1, 1, -1e4 * y[2] - 6e7 * y[1]);
            to.add(1, 2, -1e4 * y[1]);
            to.add(2, 1, 6e7 * y[1]);
        }

        @Override
        public double magnitude(int value) {
            return value == 1 ? 1e-5 : 1;
        }
    }

    /** Prothero and Robinson: y′ = −10⁶ (y − cos t) − sin t, with t as a second value; y = cos t. */
    private static final class Following implements StiffSystem {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public void derivative(double[] y, double[] to) {
            to[0] = -1e6 * (y[0] - Math.cos(y[1])) - Math.sin(y[1]);
            to[1] = 1;
        }

        @Override
        public void jacobian(double[] y, Stamps to) {
            to.add(0, 0, -1e6);
            to.add(0, 1, -1e6 * Math.sin(y[1]) - Math.cos(y[1]));
        }

        @Override
        public double magnitude(int value) {
            return 1;
        }
    }

    /** Reference of the same book's test set at t = 40: 0.7158270688, 0.9185534765e-5, 0.2841637457. */
    @Test
    void robertsonsReactionsAreThoseOfTheTestSet() throws Exception {
        var system = new Robertson();
        double[] state = {1, 0, 0};
        new Rodas3(system, 1e-7, 1e-6, state).advance(state, 40);
        assertThat(state[0]).isCloseTo(0.7158270688, within(2e-6));
        assertThat(state[1]).isCloseTo(0.9185534765e-5, within(2e-10));
        assertThat(state[2]).isCloseTo(0.2841637457, within(2e-6));
    }

    @Test
    void errorsFallWithTheToleranceAsThoseOfAMethodOfOrderThree() throws Exception {
        double coarse = errorOfRobertson(1e-4);
        double fine = errorOfRobertson(1e-7);
        // a step's error falls by 1000, and so does the whole one but for the number of steps, which is 10 times
        assertThat(fine).isLessThan(coarse / 50);
    }

    private static double errorOfRobertson(double tolerance) throws Exception {
        double[] state = {1, 0, 0};
        new Rodas3(new Robertson(), tolerance, 1e-6, state).advance(state, 40);
        return Math.abs(state[0] - 0.7158270688);
    }

    @Test
    void stiffnessDoesNotShortenSteps() throws Exception {
        double[] state = {1, 0};
        new Rodas3(new Following(), 1e-6, 1e-3, state).advance(state, 3);
        assertThat(state[0]).isCloseTo(Math.cos(3), within(1e-5));
        assertThat(state[1]).isCloseTo(3, within(1e-9));
    }

    @Test
    void whatIsNowhereDefinedBeyondAPointFailsThere() {
        var falling = new StiffSystem() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void derivative(double[] y, double[] to) {
                to[0] = -1 / Math.sqrt(y[0]);
            }

            @Override
            public void jacobian(double[] y, Stamps to) {
                to.add(0, 0, 0.5 * Math.pow(y[0], -1.5));
            }

            @Override
            public double magnitude(int value) {
                return 1;
            }
        };
        double[] state = {1};
        // y = (1 − 1.5 t)^(2/3), down to 0 at t = 2/3
        assertThatThrownBy(() -> new Rodas3(falling, 1e-6, 1e-3, state).advance(state, 2))
                .isInstanceOf(Rodas3.IntegrationFailed.class)
                .hasMessageContaining("is left");
    }
}
