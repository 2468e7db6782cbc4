package io.clearway.scenario.power.microgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.scenario.power.dynamics.Rodas3;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrogridDynamicsTest {
    /** Voltages (pu) after 0.4 s under primary control alone, by another implementation's BDF method. */
    private static final double[] AFTER_PRIMARY = {
        0.9242, 0.9538, 0.9354, 0.9766, 0.9416, 0.9473, 0.9203, 0.9453, 0.9348, 0.9693, 0.9322, 0.9720, 0.9536, 0.9634,
        0.9490, 0.9495, 0.9314, 0.9724, 0.9303, 0.9923
    };

    private static Microgrid grid(int size) {
        return size == 20 ? Microgrid.ofTwenty() : Microgrid.ofForty();
    }

    private static MicrogridDynamics nominal(Microgrid grid) {
        double[] ones = new double[grid.loads().size()];
        Arrays.fill(ones, 1);
        return new MicrogridDynamics(grid, ones, ones);
    }

    @Test
    void voltagesAreThoseOfAnotherImplementation() throws Exception {
        Microgrid grid = Microgrid.ofTwenty();
        MicrogridDynamics dynamics = nominal(grid);
        double[] state = dynamics.atRest();
        var integrator = new Rodas3(dynamics, 1e-4, 1e-5, state);
        integrator.advance(state, 0.4);
        for (int inverter = 0; inverter < 20; inverter++) {
            assertThat(dynamics.voltage(state, inverter)).isCloseTo(AFTER_PRIMARY[inverter], within(5.1e-5));
            dynamics.setVoltage(inverter, 490);
        }
        double sum = 0;
        for (int decision = 1; decision <= 20; decision++) {
            dynamics.controlFrequency(decision >= 9);
            integrator.limitStep(1e-4);
            integrator.advance(state, 0.05);
            double[] voltages = new double[20];
            Arrays.setAll(voltages, inverter -> dynamics.voltage(state, inverter));
            double reward =
                    Arrays.stream(voltages).map(MicrogridEpisode::reward).sum();
            sum += reward;
            if (decision == 1) {
                assertVoltages(voltages, 0.9380, 1.0133);
                assertThat(reward).isCloseTo(0.2009, within(5.1e-5));
            }
            if (decision == 20) {
                assertVoltages(voltages, 0.9338, 1.0151);
                assertThat(reward).isCloseTo(0.1245, within(5.1e-5));
            }
        }
        assertThat(sum).isCloseTo(2.7387, within(5.1e-5));
    }

    private static void assertVoltages(double[] voltages, double least, double most) {
        assertThat(Arrays.stream(voltages).min().orElseThrow()).isCloseTo(least, within(5.1e-5));
        assertThat(Arrays.stream(voltages).max().orElseThrow()).isCloseTo(most, within(5.1e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40})
    void theJacobianIsThatOfTheEquations(int size) {
        MicrogridDynamics dynamics = nominal(grid(size));
        dynamics.controlFrequency(true);
        var chance = new SplittableRandom(3);
        double[] state = dynamics.atRest();
        for (int i = 0; i < state.length; i++) {
            state[i] += dynamics.magnitude(i) * chance.nextDouble(-1, 1);
        }
        double[][] jacobian = new double[state.length][state.length];
        dynamics.jacobian(state, (row, column, value) -> jacobian[row][column] += value);
        double[] above = new double[state.length];
        double[] below = new double[state.length];
        for (int column = 0; column < state.length; column++) {
            double kept = state[column];
            double width = 1e-5 * dynamics.magnitude(column);
            state[column] = kept + width;
            dynamics.derivative(state, above);
            state[column] = kept - width;
            dynamics.derivative(state, below);
            state[column] = kept;
            for (int row = 0; row < state.length; row++) {
                double slope = (above[row] - below[row]) / (2 * width);
                double scale = 1e-4 * Math.max(Math.abs(slope), Math.abs(above[row]) * 1e-6 / width);
                assertThat(jacobian[row][column]).isCloseTo(slope, within(Math.max(scale, 1e-3)));
            }
        }
    }

    /** Without a load's inductance multiplied, more load means less voltage; Kirchhoff holds at every bus. */
    @Test
    void heavierLoadsLowerVoltages() throws Exception {
        Microgrid grid = Microgrid.ofTwenty();
        double[] light = new double[10];
        double[] heavy = new double[10];
        Arrays.fill(light, 1.2);
        Arrays.fill(heavy, 0.8);
        assertThat(meanVoltage(grid, heavy)).isLessThan(meanVoltage(grid, light) - 0.01);
    }

    private static double meanVoltage(Microgrid grid, double[] multipliers) throws Exception {
        var dynamics = new MicrogridDynamics(grid, multipliers, multipliers);
        double[] state = dynamics.atRest();
        new Rodas3(dynamics, 1e-4, 1e-5, state).advance(state, 0.4);
        double sum = 0;
        for (int inverter = 0; inverter < grid.size(); inverter++) {
            sum += dynamics.voltage(state, inverter) / grid.size();
        }
        return sum;
    }
}
