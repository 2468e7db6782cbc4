package io.clearway.scenario.power.microgrid;

import io.clearway.scenario.power.dynamics.Stamps;
import io.clearway.scenario.power.dynamics.StiffSystem;
import io.clearway.scenario.power.microgrid.Microgrid.Droop;
import io.clearway.scenario.power.microgrid.Microgrid.Line;
import io.clearway.scenario.power.microgrid.Microgrid.Load;
import java.util.Arrays;

/**
 * The equations of a {@link Microgrid} in the frame that turns with the first inverter (Bidram et al. 2013, with lines
 * and loads as in Pogaku et al. 2007): of each inverter its angle δ, filtered powers P and Q, output currents i_d and
 * i_q in its own frame and frequency set-point ω; of each line and load its currents in the common frame D, Q. At each
 * bus a large resistance to ground turns the sum of currents into the voltage. Voltage set-points, loads and whether
 * frequencies are controlled are constant between decisions.
 */
final class MicrogridDynamics implements StiffSystem {
    /** Voltage at which the set-points stand before the first decision, and that others are measured by (V). */
    static final double NOMINAL_VOLTAGE = 480;

    private static final double FILTER = 31.41;
    private static final double OUTPUT_RESISTANCE = 0.03;
    private static final double OUTPUT_INDUCTANCE = 0.35e-3;
    private static final double BUS_RESISTANCE = 1e4;
    private static final double CONTROL_GAIN = 400;
    private static final double CONTROL_WEIGHT = 60;
    private static final double TYPICAL_ANGLE = 0.1;
    private static final double TYPICAL_POWER = 1e4;
    private static final double TYPICAL_CURRENT = 10;

    /** Values of an inverter, in this order. */
    private static final int ANGLE = 0;

    private static final int ACTIVE = 1;
    private static final int REACTIVE = 2;
    private static final int DIRECT = 3;
    private static final int QUADRATURE = 4;
    private static final int FREQUENCY = 5;
    private static final int VALUES = 6;

    private final Microgrid grid;
    private final int size;
    private final double[] setPoints;
    private final double[] loadResistance;
    private final double[] loadInductance;
    private final double[][] busCurrent;
    private final double[] cosines;
    private final double[] sines;
    private final int[][] linesOut;
    private final int[][] linesIn;
    private final int[][] loadsAt;
    private boolean controlsFrequency;

    /**
     * The equations.
     *
     * @param resistance multiplier of each load's resistance
     * @param inductance multiplier of each load's inductance
     */
    MicrogridDynamics(Microgrid grid, double[] resistance, double[] inductance) {
        this.grid = grid;
        this.size = VALUES * grid.size()
                + 2 * grid.lines().size()
                + 2 * grid.loads().size();
        this.setPoints = new double[grid.size()];
        Arrays.fill(setPoints, NOMINAL_VOLTAGE);
        this.loadResistance = new double[grid.loads().size()];
        this.loadInductance = new double[grid.loads().size()];
        this.busCurrent = new double[2][grid.size()];
        this.cosines = new double[grid.size()];
        this.sines = new double[grid.size()];
        this.linesOut = grid.linesOut();
        this.linesIn = grid.linesIn();
        this.loadsAt = grid.loadsAt();
        multiplyLoads(resistance, inductance);
    }

    /** The state at rest: no currents, nominal frequencies. */
    double[] atRest() {
        double[] state = new double[size];
        for (int inverter = 0; inverter < grid.size(); inverter++) {
            state[at(inverter, FREQUENCY)] = Microgrid.NOMINAL_FREQUENCY;
        }
        return state;
    }

    /** Sets V of an inverter (V). */
    void setVoltage(int inverter, double volt) {
        setPoints[inverter] = volt;
    }

    /** Multiplies the nominal resistances and inductances of the loads. */
    void multiplyLoads(double[] resistance, double[] inductance) {
        for (int load = 0; load < loadResistance.length; load++) {
            loadResistance[load] = resistance[load] * grid.loads().get(load).resistance();
            loadInductance[load] = inductance[load] * grid.loads().get(load).inductance();
        }
    }

    /** Switches the secondary control of frequencies. */
    void controlFrequency(boolean on) {
        controlsFrequency = on;
    }

    /** v = (V − n_q Q) / 480 of an inverter (pu). */
    double voltage(double[] state, int inverter) {
        return terminalVoltage(state, inverter) / NOMINAL_VOLTAGE;
    }

    /** Q of an inverter (var). */
    double reactivePower(double[] state, int inverter) {
        return state[at(inverter, REACTIVE)];
    }

    /**
     * What an inverter measures: δ (rad), P (W), Q (var), i_od and i_oq (A), i_oD and i_oQ (A), v_bD and v_bQ (V).
     *
     * @param state as integrated
     */
    double[] measured(double[] state, int inverter) {
        take(state);
        double direct = state[at(inverter, DIRECT)];
        double quadrature = state[at(inverter, QUADRATURE)];
        double cos = cosines[inverter];
        double sin = sines[inverter];
        return new double[] {
            state[at(inverter, ANGLE)],
            state[at(inverter, ACTIVE)],
            state[at(inverter, REACTIVE)],
            direct,
            quadrature,
            cos * direct - sin * quadrature,
            sin * direct + cos * quadrature,
            BUS_RESISTANCE * busCurrent[0][inverter],
            BUS_RESISTANCE * busCurrent[1][inverter]
        };
    }

    private double terminalVoltage(double[] state, int inverter) {
        return setPoints[inverter] - grid.inverters().get(inverter).voltage() * state[at(inverter, REACTIVE)];
    }

    private static int at(int inverter, int value) {
        return VALUES * inverter + value;
    }

    /** Place of i_D of a line; i_Q follows. */
    private int line(int number) {
        return VALUES * grid.size() + 2 * number;
    }

    /** Place of i_D of a load; i_Q follows. */
    private int load(int number) {
        return line(grid.lines().size()) + 2 * number;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double magnitude(int value) {
        if (value >= VALUES * grid.size()) {
            return TYPICAL_CURRENT;
        }
        return switch (value % VALUES) {
            case ANGLE -> TYPICAL_ANGLE;
            case ACTIVE, REACTIVE -> TYPICAL_POWER;
            case FREQUENCY -> 1;
            default -> TYPICAL_CURRENT;
        };
    }

    /** ω_com: the frequency of the first inverter, at which the common frame turns. */
    private double common(double[] state) {
        return frequency(state, 0);
    }

    /** ω = ω^n − m_p P. */
    private double frequency(double[] state, int inverter) {
        return state[at(inverter, FREQUENCY)]
                - grid.inverters().get(inverter).frequency() * state[at(inverter, ACTIVE)];
    }

    /** Takes angles, and by Kirchhoff's current law what flows to ground at each bus, in the common frame. */
    private void take(double[] state) {
        for (int inverter = 0; inverter < grid.size(); inverter++) {
            double direct = state[at(inverter, DIRECT)];
            double quadrature = state[at(inverter, QUADRATURE)];
            cosines[inverter] = Math.cos(state[at(inverter, ANGLE)]);
            sines[inverter] = Math.sin(state[at(inverter, ANGLE)]);
            busCurrent[0][inverter] = cosines[inverter] * direct - sines[inverter] * quadrature;
            busCurrent[1][inverter] = sines[inverter] * direct + cosines[inverter] * quadrature;
        }
        for (int axis = 0; axis < 2; axis++) {
            for (int number = 0; number < grid.lines().size(); number++) {
                Line line = grid.lines().get(number);
                busCurrent[axis][line.from()] -= state[line(number) + axis];
                busCurrent[axis][line.to()] += state[line(number) + axis];
            }
            for (int number = 0; number < grid.loads().size(); number++) {
                busCurrent[axis][grid.loads().get(number).bus()] -= state[load(number) + axis];
            }
        }
    }

    @Override
    public void derivative(double[] state, double[] to) {
        take(state);
        double common = common(state);
        for (int inverter = 0; inverter < grid.size(); inverter++) {
            inverter(state, to, inverter, common);
        }
        controlFrequencies(state, to);
        for (int number = 0; number < grid.lines().size(); number++) {
            Line line = grid.lines().get(number);
            double voltD = BUS_RESISTANCE * (busCurrent[0][line.from()] - busCurrent[0][line.to()]);
            double voltQ = BUS_RESISTANCE * (busCurrent[1][line.from()] - busCurrent[1][line.to()]);
            branch(state, to, line(number), new Branch(line.resistance(), line.inductance(), voltD, voltQ), common);
        }
        for (int number = 0; number < grid.loads().size(); number++) {
            int bus = grid.loads().get(number).bus();
            double voltD = BUS_RESISTANCE * busCurrent[0][bus];
            double voltQ = BUS_RESISTANCE * busCurrent[1][bus];
            var branch = new Branch(loadResistance[number], loadInductance[number], voltD, voltQ);
            branch(state, to, load(number), branch, common);
        }
    }

    private void inverter(double[] state, double[] to, int inverter, double common) {
        double volt = terminalVoltage(state, inverter);
        double direct = state[at(inverter, DIRECT)];
        double quadrature = state[at(inverter, QUADRATURE)];
        double cos = cosines[inverter];
        double sin = sines[inverter];
        double busD = BUS_RESISTANCE * busCurrent[0][inverter];
        double busQ = BUS_RESISTANCE * busCurrent[1][inverter];
        to[at(inverter, ANGLE)] = frequency(state, inverter) - common;
        to[at(inverter, ACTIVE)] = FILTER * (volt * direct - state[at(inverter, ACTIVE)]);
        to[at(inverter, REACTIVE)] = FILTER * (-volt * quadrature - state[at(inverter, REACTIVE)]);
        to[at(inverter, DIRECT)] = -OUTPUT_RESISTANCE / OUTPUT_INDUCTANCE * direct
                + common * quadrature
                + (volt - (cos * busD + sin * busQ)) / OUTPUT_INDUCTANCE;
        to[at(inverter, QUADRATURE)] = -OUTPUT_RESISTANCE / OUTPUT_INDUCTANCE * quadrature
                - common * direct
                - (-sin * busD + cos * busQ) / OUTPUT_INDUCTANCE;
    }

    /** A series of resistance and inductance under a voltage in the common frame. */
    private record Branch(double resistance, double inductance, double voltD, double voltQ) {}

    private static void branch(double[] state, double[] to, int at, Branch branch, double common) {
        double loss = branch.resistance() / branch.inductance();
        to[at] = -loss * state[at] + common * state[at + 1] + branch.voltD() / branch.inductance();
        to[at + 1] = -loss * state[at + 1] - common * state[at] + branch.voltQ() / branch.inductance();
    }

    /** ω^n′ = −400 [(Λ + G)(ω − ω_ref) + Λ (m_p P)], with Λ the weighted Laplacian and G pinning the first. */
    private void controlFrequencies(double[] state, double[] to) {
        for (int inverter = 0; inverter < grid.size(); inverter++) {
            to[at(inverter, FREQUENCY)] = 0;
        }
        if (!controlsFrequency) {
            return;
        }
        // ω + m_p P = ω^n, so that Λ acts on the set-points
        for (Microgrid.Pair pair : grid.communication()) {
            int one = at(pair.one(), FREQUENCY);
            int other = at(pair.other(), FREQUENCY);
            double flow = CONTROL_GAIN * CONTROL_WEIGHT * (state[one] - state[other]);
            to[one] -= flow;
            to[other] += flow;
        }
        to[at(0, FREQUENCY)] -= CONTROL_GAIN * (common(state) - Microgrid.NOMINAL_FREQUENCY);
    }

    @Override
    public void jacobian(double[] state, Stamps to) {
        take(state);
        for (int inverter = 0; inverter < grid.size(); inverter++) {
            stampPowers(state, to, inverter);
            stampCurrents(state, to, inverter);
        }
        stampFrequencies(to);
        double common = common(state);
        for (int number = 0; number < grid.lines().size(); number++) {
            Line line = grid.lines().get(number);
            int at = line(number);
            stampBranch(state, to, at, line.resistance() / line.inductance(), common);
            for (int axis = 0; axis < 2; axis++) {
                stampVoltage(state, to, at + axis, line.from(), axis, 1 / line.inductance());
                stampVoltage(state, to, at + axis, line.to(), axis, -1 / line.inductance());
            }
        }
        for (int number = 0; number < grid.loads().size(); number++) {
            Load load = grid.loads().get(number);
            int at = load(number);
            stampBranch(state, to, at, loadResistance[number] / loadInductance[number], common);
            for (int axis = 0; axis < 2; axis++) {
                stampVoltage(state, to, at + axis, load.bus(), axis, 1 / loadInductance[number]);
            }
        }
    }

    private void stampPowers(double[] state, Stamps to, int inverter) {
        Droop droop = grid.inverters().get(inverter);
        double volt = terminalVoltage(state, inverter);
        int active = at(inverter, ACTIVE);
        int reactive = at(inverter, REACTIVE);
        int direct = at(inverter, DIRECT);
        int quadrature = at(inverter, QUADRATURE);
        to.add(at(inverter, ANGLE), at(inverter, FREQUENCY), 1);
        to.add(at(inverter, ANGLE), active, -droop.frequency());
        stampCommon(to, at(inverter, ANGLE), -1);
        to.add(active, active, -FILTER);
        to.add(active, reactive, -FILTER * droop.voltage() * state[direct]);
        to.add(active, direct, FILTER * volt);
        to.add(reactive, reactive, FILTER * (droop.voltage() * state[quadrature] - 1));
        to.add(reactive, quadrature, -FILTER * volt);
    }

    private void stampCurrents(double[] state, Stamps to, int inverter) {
        int direct = at(inverter, DIRECT);
        int quadrature = at(inverter, QUADRATURE);
        double cos = cosines[inverter];
        double sin = sines[inverter];
        double busD = BUS_RESISTANCE * busCurrent[0][inverter];
        double busQ = BUS_RESISTANCE * busCurrent[1][inverter];
        double inverse = 1 / OUTPUT_INDUCTANCE;
        stampBranch(state, to, direct, OUTPUT_RESISTANCE * inverse, common(state));
        to.add(direct, at(inverter, REACTIVE), -grid.inverters().get(inverter).voltage() * inverse);
        to.add(direct, at(inverter, ANGLE), -(-sin * busD + cos * busQ) * inverse);
        to.add(quadrature, at(inverter, ANGLE), (cos * busD + sin * busQ) * inverse);
        stampVoltage(state, to, direct, inverter, 0, -cos * inverse);
        stampVoltage(state, to, direct, inverter, 1, -sin * inverse);
        stampVoltage(state, to, quadrature, inverter, 0, sin * inverse);
        stampVoltage(state, to, quadrature, inverter, 1, -cos * inverse);
    }

    /** What two currents in a turning frame have in common. */
    private void stampBranch(double[] state, Stamps to, int at, double loss, double common) {
        to.add(at, at, -loss);
        to.add(at, at + 1, common);
        stampCommon(to, at, state[at + 1]);
        to.add(at + 1, at + 1, -loss);
        to.add(at + 1, at, -common);
        stampCommon(to, at + 1, -state[at]);
    }

    /** factor · ∂ω_com. */
    private void stampCommon(Stamps to, int row, double factor) {
        to.add(row, at(0, FREQUENCY), factor);
        to.add(row, at(0, ACTIVE), -factor * grid.inverters().get(0).frequency());
    }

    private void stampFrequencies(Stamps to) {
        double flow = controlsFrequency ? CONTROL_GAIN * CONTROL_WEIGHT : 0;
        for (Microgrid.Pair pair : grid.communication()) {
            int one = at(pair.one(), FREQUENCY);
            int other = at(pair.other(), FREQUENCY);
            to.add(one, one, -flow);
            to.add(one, other, flow);
            to.add(other, other, -flow);
            to.add(other, one, flow);
        }
        stampCommon(to, at(0, FREQUENCY), controlsFrequency ? -CONTROL_GAIN : 0);
    }

    /** factor · ∂ of the voltage of a bus along an axis, D or Q. */
    private void stampVoltage(double[] state, Stamps to, int row, int bus, int axis, double factor) {
        double perAmpere = factor * BUS_RESISTANCE;
        double cos = cosines[bus];
        double sin = sines[bus];
        double direct = state[at(bus, DIRECT)];
        double quadrature = state[at(bus, QUADRATURE)];
        if (axis == 0) {
            to.add(row, at(bus, DIRECT), perAmpere * cos);
            to.add(row, at(bus, QUADRATURE), -perAmpere * sin);
            to.add(row, at(bus, ANGLE), -perAmpere * (sin * direct + cos * quadrature));
        } else {
            to.add(row, at(bus, DIRECT), perAmpere * sin);
            to.add(row, at(bus, QUADRATURE), perAmpere * cos);
            to.add(row, at(bus, ANGLE), perAmpere * (cos * direct - sin * quadrature));
        }
        for (int number : linesOut[bus]) {
            to.add(row, line(number) + axis, -perAmpere);
        }
        for (int number : linesIn[bus]) {
            to.add(row, line(number) + axis, perAmpere);
        }
        for (int number : loadsAt[bus]) {
            to.add(row, load(number) + axis, -perAmpere);
        }
    }
}
