package io.clearway.runs;

import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Seeds;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.MinuteMeans;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.scenario.SeriesRecorder;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Two junctions with two queues each; the served queue shrinks. Small enough to be played in a test. */
public final class QueueGame implements Scenario {
    private static final int HORIZON = 10;
    private static final double DECISION_SECONDS = 30;

    /**
     * How the game goes.
     *
     * @param pauseMillis pause at each decision
     * @param pauseWhile file as long as which is there the game pauses; empty for always
     * @param breaksAt decision at which the simulator dies, 0 for never
     */
    public record GameSettings(int arrivals, int pauseMillis, String pauseWhile, int breaksAt) {
        public GameSettings {
            if (arrivals < 1 || arrivals > 9) {
                throw new InvalidSetting("arrivals", arrivals, "give a whole number from 1 to 9");
            }
        }
    }

    @Override
    public String name() {
        return "queue-game";
    }

    @Override
    public String description() {
        return "Two junctions with two queues each, for tests";
    }

    @Override
    public String origin() {
        return "made up for tests";
    }

    @Override
    public String reference() {
        return "longest";
    }

    @Override
    public Record defaults() {
        return new GameSettings(3, 0, "", 0);
    }

    @Override
    public String hash() {
        return "0123abcd";
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return new AgentGraph(List.of("a", "b"), List.of(new AgentGraph.Link("a", "b")));
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return List.of(new AgentSpec("a", 2, 2), new AgentSpec("b", 2, 2));
    }

    @Override
    public int horizon(Settings settings) {
        return HORIZON;
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        return Map.of(
                "always-first", seed -> observation -> JointAction.of(0, 0),
                "longest", seed -> observation -> JointAction.of(longest(observation, 0), longest(observation, 1)));
    }

    private static int longest(JointObservation observation, int agent) {
        float[] queues = observation.local(agent);
        return queues[0] >= queues[1] ? 0 : 1;
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        return new Game((GameSettings) settings.over(defaults()));
    }

    private final class Game implements MeasuredEnvironment {
        private final GameSettings settings;
        private final double[][] waiting = new double[2][2];
        private RandomGenerator chance = new Seeds(0).generator("arrivals", 0);
        private int decision;
        private double total;
        private MinuteMeans queueByMinute = new MinuteMeans();
        private SeriesRecorder queues = recorder();

        Game(GameSettings settings) {
            this.settings = settings;
        }

        @Override
        public AgentGraph graph() {
            return QueueGame.this.graph(Settings.none());
        }

        @Override
        public List<AgentSpec> agents() {
            return QueueGame.this.agents(Settings.none());
        }

        @Override
        public int horizon() {
            return HORIZON;
        }

        @Override
        public JointObservation reset(long seed) {
            chance = new Seeds(seed).generator("arrivals", 0);
            decision = 0;
            total = 0;
            queueByMinute = new MinuteMeans();
            queues = recorder();
            queues.add(0, 0);
            for (double[] queue : waiting) {
                queue[0] = 0;
                queue[1] = 0;
            }
            return observe();
        }

        @Override
        public Step step(JointAction action) {
            decision++;
            if (settings.breaksAt() == decision) {
                throw new SimulationException("Error: The network has no junction 'x' (line 7)");
            }
            pause();
            double before = total;
            for (int agent = 0; agent < 2; agent++) {
                waiting[agent][chance.nextInt(2)] += chance.nextInt(settings.arrivals());
                int served = action.choice(agent);
                waiting[agent][served] = Math.max(0, waiting[agent][served] - 2);
                total += waiting[agent][0] + waiting[agent][1];
            }
            queueByMinute.add(DECISION_SECONDS * decision, total - before);
            queues.add(sum(0), sum(1));
            return new Step(observe(), JointReward.of(-sum(0), -sum(1)), false, decision >= HORIZON);
        }

        private static SeriesRecorder recorder() {
            return new SeriesRecorder(
                    "queues by junction",
                    "vehicles",
                    new SeriesOverTime.Clock("minutes", DECISION_SECONDS / 60),
                    List.of("a", "b"),
                    List.of(new SeriesOverTime.Limit("road", 8)));
        }

        private double sum(int agent) {
            return waiting[agent][0] + waiting[agent][1];
        }

        private void pause() {
            String file = settings.pauseWhile();
            if (!file.isEmpty() && Files.notExists(Path.of(file))) {
                return;
            }
            try {
                Thread.sleep(settings.pauseMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new SimulationException("interrupted", interrupted);
            }
        }

        private JointObservation observe() {
            float[][] local = new float[2][2];
            for (int agent = 0; agent < 2; agent++) {
                local[agent][0] = (float) waiting[agent][0];
                local[agent][1] = (float) waiting[agent][1];
            }
            return JointObservation.of(local, new boolean[][] {{true, true}, {true, true}});
        }

        @Override
        public Map<Metric, Double> measurements() {
            return Map.of(Metric.MEAN_QUEUE, total / Math.max(1, decision), Metric.DECISIONS, (double) decision);
        }

        @Override
        public List<Double> queueByMinute() {
            return queueByMinute.values();
        }

        @Override
        public List<SeriesOverTime> series() {
            return List.of(queues.series());
        }

        @Override
        public Map<Metric, Double> finish() {
            return measurements();
        }

        @Override
        public String simulator() {
            return "queue game 1";
        }

        @Override
        public void close() {}
    }
}
