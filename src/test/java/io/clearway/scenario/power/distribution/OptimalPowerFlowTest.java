package io.clearway.scenario.power.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.scenario.power.feeder.Branch;
import io.clearway.scenario.power.feeder.Feeder;
import io.clearway.scenario.power.feeder.Load;
import io.clearway.scenario.power.feeder.PowerFlow;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class OptimalPowerFlowTest {
    /** 1–2–3–4 with loads of 3 MW + 1 Mvar and inverters at buses 3 and 4. */
    private static PowerNet net(double resistance) {
        Feeder feeder = new Feeder(
                10,
                4,
                List.of(
                        new Branch(0, 1, resistance, 0.05),
                        new Branch(1, 2, resistance, 0.05),
                        new Branch(2, 3, resistance, 0.05)),
                List.of(new Load(1, 3, 1), new Load(2, 3, 1), new Load(3, 3, 1)));
        return new PowerNet(feeder, 1, List.of(2, 3), 9, 4);
    }

    private static double[] solved(PowerNet net, double sun, double limit) {
        GridInputs inputs = new GridInputs(net, new double[] {1, 1, 1}, new double[] {sun, sun}, 2);
        return new OptimalPowerFlow(net).solve(inputs, new double[] {limit, limit});
    }

    private static double losses(PowerNet net, double sun, double first, double second) {
        GridInputs inputs = new GridInputs(net, new double[] {1, 1, 1}, new double[] {sun, sun}, 2);
        PowerFlow flow = new PowerFlow(net.feeder());
        flow.solve(inputs.active(), inputs.reactive(new double[] {first, second}));
        boolean safe = Arrays.stream(flow.magnitudes()).allMatch(v -> v >= 0.95 && v <= 1.05);
        return safe ? flow.losses() : Double.MAX_VALUE;
    }

    /** The least of a grid of reactive powers. */
    private static double leastByTrying(PowerNet net, double sun, double limit) {
        double least = Double.MAX_VALUE;
        for (int first = -100; first <= 100; first++) {
            for (int second = -100; second <= 100; second++) {
                least = Math.min(least, losses(net, sun, first * limit / 100, second * limit / 100));
            }
        }
        return least;
    }

    @Test
    void nothingThatIsTriedLosesLessWhereTheBandIsWide() {
        PowerNet net = net(0.01);
        double[] found = solved(net, 0.2, 3);
        assertThat(losses(net, 0.2, found[0], found[1])).isCloseTo(leastByTrying(net, 0.2, 3), within(1e-5));
    }

    @Test
    void nothingThatIsTriedLosesLessWithinABandThatBinds() {
        PowerNet net = net(0.04);
        double[] found = solved(net, 0.2, 6);
        double least = leastByTrying(net, 0.2, 6);
        double free = losses(net(0.04), 0.2, 1.5, 1);
        assertThat(free).isEqualTo(Double.MAX_VALUE);
        // the margin to the band costs a little
        assertThat(losses(net, 0.2, found[0], found[1])).isBetween(0.995 * least, 1.03 * least);
    }

    @Test
    void limitsAreKeptWhereTheBandCannotBeReached() {
        double[] found = solved(net(0.08), 0, 0.5);
        assertThat(found).containsExactly(new double[] {0.5, 0.5}, within(1e-9));
    }

    /** Minimum of (x − 3)² + (y − 1)² + x y within 0 … 1: at x = 1 the rest falls until y = 0.5. */
    @Test
    void newtonStepsStopAtBounds() {
        var function = new ProjectedNewton.Function() {
            @Override
            public double value(double[] at) {
                return Math.pow(at[0] - 3, 2) + Math.pow(at[1] - 1, 2) + at[0] * at[1];
            }

            @Override
            public double[] slope(double[] at) {
                return new double[] {2 * (at[0] - 3) + at[1], 2 * (at[1] - 1) + at[0]};
            }

            @Override
            public DMatrixRMaj curvature(double[] at) {
                return new DMatrixRMaj(new double[][] {{2, 1}, {1, 2}});
            }
        };
        double[] found = new ProjectedNewton(new double[2], new double[] {1, 1}).minimize(function, new double[2]);
        assertThat(found).containsExactly(new double[] {1, 0.5}, within(1e-6));
    }

    @Test
    void theVoltVarCurveIsThatOfTheStandard() {
        assertThat(PowerNetRules.voltVar(0.9)).isEqualTo(1);
        assertThat(PowerNetRules.voltVar(0.95)).isCloseTo(0.5, within(1e-9));
        assertThat(PowerNetRules.voltVar(0.99)).isZero();
        assertThat(PowerNetRules.voltVar(1.02)).isCloseTo(0, within(1e-9));
        assertThat(PowerNetRules.voltVar(1.05)).isCloseTo(-0.5, within(1e-9));
        assertThat(PowerNetRules.voltVar(1.2)).isEqualTo(-1);
    }
}
