package io.clearway.scenario.power.microgrid;

import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.scenario.Episode;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.scenario.SeriesRecorder;
import io.clearway.scenario.power.VoltageBand;
import io.clearway.scenario.power.VoltageMetrics;
import io.clearway.scenario.power.dynamics.Rodas3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One second of a microgrid: a decision every 0.05 s, after 0.4 s with primary control alone. */
final class MicrogridEpisode implements Episode {
    static final int HORIZON = 20;
    static final int OBSERVED = 9;
    private static final double PRIMARY_SECONDS = 0.4;
    private static final double DECISION_SECONDS = 0.05;
    private static final double TOLERANCE = 1e-4;
    private static final double FIRST_STEP = 1e-5;
    private static final double STEP_AFTER_JUMP = 1e-4;
    private static final double LARGEST_LOSS = 10;
    private static final double HALF_BAND = 0.05;
    private static final double FAR_BELOW = 0.8;
    private static final double FAR_ABOVE = 1.25;

    /** Mean of each observed value over agents under random play: δ, P, Q, currents in both frames, voltages. */
    private static final double[] CENTERS = {0.18, 4.9e4, 2.05e4, 101, -42.5, 104, -22, 463, 78};

    /** Its deviation, mean over agents. */
    private static final double[] DEVIATIONS = {0.1, 4.6e3, 8e3, 18, 17, 17, 22, 15, 43};

    private final Microgrid grid;
    private final MicrogridSettings settings;
    private final LoadMultipliers loads;
    private final MicrogridDynamics dynamics;
    private final Rodas3 integrator;
    private final VoltageMetrics metrics = new VoltageMetrics(VoltageBand.FIVE_PERCENT);
    private final SeriesRecorder series;
    private final double[] setPoints;
    private final double[] state;
    private boolean failed;

    MicrogridEpisode(Microgrid grid, List<String> names, MicrogridSettings settings, long seed) {
        this.grid = grid;
        this.settings = settings;
        this.loads = new LoadMultipliers(grid.loads().size(), settings.disturbance(), new SplittableRandom(seed));
        this.dynamics = new MicrogridDynamics(grid, loads.resistance(), loads.inductance());
        this.state = dynamics.atRest();
        this.integrator = new Rodas3(dynamics, TOLERANCE, FIRST_STEP, state);
        this.setPoints = new double[grid.size()];
        Arrays.fill(setPoints, MicrogridDynamics.NOMINAL_VOLTAGE);
        this.series = new SeriesRecorder(
                "voltage by inverter",
                "pu",
                new SeriesOverTime.Clock("s", DECISION_SECONDS),
                names,
                VoltageBand.FIVE_PERCENT.limits());
    }

    @Override
    public JointObservation begin() {
        integrate(PRIMARY_SECONDS);
        record();
        return observe();
    }

    @Override
    public Outcome step(JointAction action, int decision) {
        for (int inverter = 0; inverter < setPoints.length; inverter++) {
            setPoints[inverter] = SetPoints.volt(action, inverter);
            dynamics.setVoltage(inverter, setPoints[inverter]);
        }
        loads.move();
        dynamics.multiplyLoads(loads.resistance(), loads.inductance());
        dynamics.controlFrequency(decision + 1 >= settings.frequencyControlFrom());
        integrator.limitStep(STEP_AFTER_JUMP);
        integrate(DECISION_SECONDS);
        record();
        double[] voltages = voltages();
        double[] rewards = Arrays.stream(voltages).map(MicrogridEpisode::reward).toArray();
        double score = Arrays.stream(rewards).sum();
        JointReward learned = learned(rewards, score);
        metrics.add(voltages, score, learned.sum());
        return new Outcome(observe(), learned, failed);
    }

    private JointReward learned(double[] rewards, double score) {
        if (settings.reward() == MicrogridSettings.Reward.SHARED) {
            double[] shared = new double[rewards.length];
            Arrays.fill(shared, score);
            return JointReward.of(shared);
        }
        return JointReward.of(rewards);
    }

    /**
     * r_i of a voltage (Chen et al. 2020): above 0 inside the band, a large loss far outside or where nothing is known.
     */
    static double reward(double voltage) {
        if (!(voltage > FAR_BELOW && voltage < FAR_ABOVE)) {
            return -LARGEST_LOSS;
        }
        double off = Math.abs(1 - voltage);
        return VoltageBand.FIVE_PERCENT.holds(voltage) ? HALF_BAND - off : -off;
    }

    /** v of all inverters (pu), not a number after a failure. */
    private double[] voltages() {
        double[] voltages = new double[grid.size()];
        Arrays.setAll(voltages, inverter -> failed ? Double.NaN : dynamics.voltage(state, inverter));
        return voltages;
    }

    private void integrate(double seconds) {
        try {
            integrator.advance(state, seconds);
        } catch (Rodas3.IntegrationFailed failure) {
            failed = true;
        }
    }

    private void record() {
        if (!failed) {
            series.add(voltages());
        }
    }

    private JointObservation observe() {
        float[][] local = new float[grid.size()][OBSERVED];
        boolean levels = settings.actions() == MicrogridSettings.Actions.LEVELS;
        boolean[][] legal = new boolean[grid.size()][levels ? SetPoints.LEVELS : 0];
        List<InverterReadings> readings = new ArrayList<>();
        for (int inverter = 0; inverter < grid.size(); inverter++) {
            double[] measured = dynamics.measured(state, inverter);
            for (int value = 0; value < OBSERVED && !failed; value++) {
                local[inverter][value] = (float) ((measured[value] - CENTERS[value]) / DEVIATIONS[value]);
            }
            Arrays.fill(legal[inverter], true);
            double voltage = dynamics.voltage(state, inverter);
            readings.add(new InverterReadings(
                    setPoints[inverter], voltage, setPoints[inverter] - voltage * MicrogridDynamics.NOMINAL_VOLTAGE));
        }
        return new SensedObservation(JointObservation.of(local, legal), readings);
    }

    @Override
    public Map<Metric, Double> measurements() {
        return metrics.soFar();
    }

    @Override
    public Map<Metric, Double> finish() {
        return metrics.complete(HORIZON, -LARGEST_LOSS * grid.size());
    }

    @Override
    public List<SeriesOverTime> series() {
        return List.of(series.series());
    }
}
