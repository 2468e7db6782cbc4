package io.clearway.scenario.power.feeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PowerFlowTest {
    private static final Feeder CARACAS = FeederFiles.caracas();

    /** P and Q that nominal loads feed in (pu), so below 0, times a factor. */
    private static double[][] nominal(Feeder feeder, double factor) {
        double[][] powers = new double[2][feeder.buses()];
        for (Load load : feeder.loads()) {
            powers[0][load.bus()] -= factor * load.active() / feeder.megavoltAmperes();
            powers[1][load.bus()] -= factor * load.reactive() / feeder.megavoltAmperes();
        }
        return powers;
    }

    /** For the published base case of the feeder 629 kW are quoted. */
    @Test
    void theNominalLossesAreThePublishedOnes() {
        double[][] powers = nominal(CARACAS, 1);
        PowerFlow flow = new PowerFlow(CARACAS);
        assertThat(CARACAS.loads()).hasSize(84);
        assertThat(flow.solve(powers[0], powers[1])).isTrue();
        assertThat(flow.losses() * 1000).isCloseTo(629, within(6.29));
        assertThat(flow.magnitude(0)).isEqualTo(1);
        assertThat(Arrays.stream(flow.magnitudes()).min().orElseThrow()).isCloseTo(0.9279, within(1e-4));
    }

    @Test
    void aBackwardForwardSweepFindsTheSameVoltagesAndLosses() {
        double[][] powers = nominal(CARACAS, 1.2);
        SplittableRandom chance = new SplittableRandom(4);
        for (int bus = 1; bus < CARACAS.buses(); bus += 9) {
            powers[0][bus] += 0.2 * chance.nextDouble();
            powers[1][bus] += 0.1 * chance.nextDouble();
        }
        PowerFlow flow = new PowerFlow(CARACAS);
        assertThat(flow.solve(powers[0], powers[1])).isTrue();
        Sweep sweep = new Sweep(CARACAS, powers);
        for (int bus = 0; bus < CARACAS.buses(); bus++) {
            assertThat(flow.magnitude(bus)).isCloseTo(Math.hypot(sweep.real[bus], sweep.imaginary[bus]), within(1e-7));
            assertThat(flow.angle(bus)).isCloseTo(Math.atan2(sweep.imaginary[bus], sweep.real[bus]), within(1e-7));
        }
        assertThat(flow.losses()).isCloseTo(sweep.losses, within(1e-7));
    }

    /** Voltages of a radial feeder without any Jacobian: currents toward the root, then voltages away from it. */
    private static final class Sweep {
        final double[] real;
        final double[] imaginary;
        double losses;

        Sweep(Feeder feeder, double[][] powers) {
            int buses = feeder.buses();
            real = new double[buses];
            imaginary = new double[buses];
            Arrays.fill(real, 1);
            List<Branch> outward = outward(feeder);
            for (int round = 0; round < 200; round++) {
                double[] currentReal = new double[buses];
                double[] currentImaginary = new double[buses];
                for (int bus = 1; bus < buses; bus++) {
                    double squared = real[bus] * real[bus] + imaginary[bus] * imaginary[bus];
                    currentReal[bus] = -(powers[0][bus] * real[bus] + powers[1][bus] * imaginary[bus]) / squared;
                    currentImaginary[bus] = -(powers[0][bus] * imaginary[bus] - powers[1][bus] * real[bus]) / squared;
                }
                for (int at = outward.size() - 1; at >= 0; at--) {
                    Branch branch = outward.get(at);
                    currentReal[branch.from()] += currentReal[branch.to()];
                    currentImaginary[branch.from()] += currentImaginary[branch.to()];
                }
                losses = 0;
                for (Branch branch : outward) {
                    double a = currentReal[branch.to()];
                    double b = currentImaginary[branch.to()];
                    real[branch.to()] = real[branch.from()] - branch.resistance() * a + branch.reactance() * b;
                    imaginary[branch.to()] =
                            imaginary[branch.from()] - branch.resistance() * b - branch.reactance() * a;
                    losses += branch.resistance() * (a * a + b * b) * feeder.megavoltAmperes();
                }
            }
        }

        /** Branches from the root on, each turned away from it. */
        private static List<Branch> outward(Feeder feeder) {
            List<Branch> left = new ArrayList<>(feeder.branches());
            List<Branch> found = new ArrayList<>();
            boolean[] reached = new boolean[feeder.buses()];
            reached[0] = true;
            while (!left.isEmpty()) {
                Branch next = left.stream()
                        .filter(branch -> reached[branch.from()] || reached[branch.to()])
                        .findFirst()
                        .orElseThrow();
                left.remove(next);
                boolean away = reached[next.from()];
                reached[next.from()] = true;
                reached[next.to()] = true;
                found.add(away ? next : new Branch(next.to(), next.from(), next.resistance(), next.reactance()));
            }
            return found;
        }
    }

    /** With one line, v⁴ + (2 (r p + x q) − 1) v² + (r² + x²) (p² + q²) = 0 for a load p + jq. */
    @Test
    void twoBusesHaveTheSolutionOfTheirQuadraticEquation() {
        Feeder pair = new Feeder(10, 2, List.of(new Branch(0, 1, 0.1, 0.2)), List.of());
        PowerFlow flow = new PowerFlow(pair);
        assertThat(flow.solve(new double[] {0, -0.4}, new double[] {0, -0.3})).isTrue();
        double half = 0.5 - (0.1 * 0.4 + 0.2 * 0.3);
        double squared = half + Math.sqrt(half * half - 0.05 * 0.25);
        assertThat(flow.magnitude(1)).isCloseTo(Math.sqrt(squared), within(1e-9));
        assertThat(flow.losses()).isCloseTo(0.1 * 0.25 / squared * 10, within(1e-8));
    }

    @Test
    void whatALineCannotCarryHasNoSolutionAndLeavesTheVoltages() {
        Feeder pair = new Feeder(10, 2, List.of(new Branch(0, 1, 0.1, 0.2)), List.of());
        PowerFlow flow = new PowerFlow(pair);
        flow.solve(new double[] {0, -0.4}, new double[] {0, -0.3});
        double before = flow.magnitude(1);
        assertThat(flow.solve(new double[] {0, -4}, new double[] {0, -3})).isFalse();
        assertThat(flow.magnitude(1)).isEqualTo(before);
    }

    @Test
    void sensitivitiesAreDifferenceQuotients() {
        double[][] powers = nominal(CARACAS, 1);
        PowerFlow flow = new PowerFlow(CARACAS);
        flow.solve(powers[0], powers[1]);
        PowerFlow.Sensitivity found = flow.sensitivity(new int[] {86});
        double before = flow.magnitude(50);
        double angle = flow.angle(50);
        powers[1][86] += 1e-4;
        flow.solve(powers[0], powers[1]);
        assertThat(found.magnitudes()[0][50]).isCloseTo((flow.magnitude(50) - before) / 1e-4, within(1e-4));
        assertThat(found.angles()[0][50]).isCloseTo((flow.angle(50) - angle) / 1e-4, within(1e-4));
    }

    @Test
    void aFeederIsATree() {
        List<Branch> ring = List.of(new Branch(0, 1, 1, 1), new Branch(1, 2, 1, 1), new Branch(2, 0, 1, 1));
        assertThatThrownBy(() -> new PowerFlow(new Feeder(10, 3, ring, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 buses need 2 branches");
        assertThatThrownBy(() -> new Branch(1, 1, 0.1, 0.1)).hasMessageContaining("bus 2");
        assertThatThrownBy(() -> new Branch(0, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
