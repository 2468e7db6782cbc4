package io.clearway.algorithm.evolution;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Neighborhood;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A round: {@link #behaviorPolicy} plays every direction forward and back; {@link #learn} goes up the difference. */
final class EvolutionLearner implements Learner {
    private static final int PLAYED_TWICE = 2;

    private final EvolutionSettings settings;
    private final Seeds seeds;
    private final AgentGraph graph;
    private final LearnerState format;
    private final PreferenceFeatures features;
    private final int sets;
    private final int perturbedSets;
    private AgentWeights weights;
    private AgentWeights step;
    private double[] scales;
    private int rounds;
    private boolean scaled;
    private boolean begun;

    EvolutionLearner(Task task, EvolutionSettings settings, Seeds seeds) {
        this.settings = settings;
        this.seeds = seeds;
        this.graph = task.graph();
        this.features = PreferenceFeatures.of(task, settings.preferences());
        boolean shared = settings.preferences().sharedWeights();
        // with a row per action and the same weights everywhere, a state fits other networks too
        this.format = new LearnerState("es-1", settings.preferences().fitAnyNetwork() ? List.of() : task.agents());
        boolean together = settings.search().creditRadius() == EvolutionSettings.Search.ALL_AGENTS;
        this.sets = shared ? 1 : graph.size();
        this.perturbedSets = shared && together ? 1 : graph.size();
        this.weights = AgentWeights.all(sets, features.first());
        this.step = AgentWeights.all(sets, new double[features.weights()]);
        this.scales = new double[features.weights()];
        Arrays.fill(scales, 1);
    }

    @Override
    public Optional<WarmStart> warmStart() {
        return settings.start().before(scaled ? 1 : rounds, (played, progress) -> scale(played));
    }

    /**
     * Measures the features in a rule's traffic. Those of a policy that the run began with keep the scales that they
     * have; the others had no influence yet.
     */
    private Map<Metric, Double> scale(List<Trajectory> played) {
        if (settings.preferences().rowPerAction()) {
            double[] measured = FeatureScales.of(played, features.weights());
            Arrays.setAll(scales, feature -> begun && scales[feature] > 0 ? scales[feature] : measured[feature]);
            if (!(scales[0] > 0)) {
                // what learning starts from counts even where it never differed
                scales[0] = 1;
            }
        }
        scaled = true;
        return Map.of();
    }

    @Override
    public int episodesPerRound() {
        return PLAYED_TWICE * settings.search().directions();
    }

    @Override
    public int episodesPerSeed() {
        return PLAYED_TWICE;
    }

    /** The episode's own seed has no influence: weights are perturbed by round and direction. */
    @Override
    public Controller behaviorPolicy(int episode, long seed) {
        double sign = episode % PLAYED_TWICE == 0 ? 1 : -1;
        return acting(weights.plus(sign * settings.search().perturbation(), direction(episode / PLAYED_TWICE)));
    }

    @Override
    public Controller behaviorPolicy(long seed) {
        return acting(weights);
    }

    private AgentWeights direction(int number) {
        long index = (long) rounds * settings.search().directions() + number;
        return AgentWeights.drawn(perturbedSets, features.weights(), seeds.generator("direction", index));
    }

    private Controller acting(AgentWeights acting) {
        return new PreferencePolicy(features, acting.over(scales));
    }

    /** w ← w + α m, m ← β m + (1 − β) Σ_k f(R_k⁺ − R_k⁻) ε_k / K. */
    @Override
    public Map<Metric, Double> learn(List<Trajectory> round) {
        double momentum = settings.search().momentum();
        step = step.times(momentum).plus(1 - momentum, gradient(shaped(differences(round))));
        weights = weights.plus(settings.search().learningRate(), step);
        rounds++;
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        measured.put(Metric.WEIGHT_STEP, settings.search().learningRate() * step.rootMeanSquare());
        return measured;
    }

    /** R_k⁺ − R_k⁻ of each direction, for each perturbed set of weights. */
    private double[][] differences(List<Trajectory> round) {
        double[][] differences = new double[settings.search().directions()][];
        for (int number = 0; number < differences.length; number++) {
            double[] forward = credits(round.get(PLAYED_TWICE * number));
            double[] back = credits(round.get(PLAYED_TWICE * number + 1));
            differences[number] = new double[forward.length];
            Arrays.setAll(differences[number], set -> forward[set] - back[set]);
        }
        return differences;
    }

    private AgentWeights gradient(double[][] shaped) {
        AgentWeights gradient = AgentWeights.all(sets, new double[features.weights()]);
        for (int number = 0; number < shaped.length; number++) {
            AgentWeights up = direction(number).times(shaped[number]);
            gradient = gradient.plus(1.0 / shaped.length, sets == 1 ? up.mean() : up);
        }
        return gradient.where(scales);
    }

    /** f(d) = d / (|d| + median |d|): from −1 to 1, so that a gridlock in one episode does not outweigh all others. */
    private static double[][] shaped(double[][] differences) {
        double[] sizes = Arrays.stream(differences)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .sorted()
                .toArray();
        double median = sizes[sizes.length / 2];
        return Arrays.stream(differences)
                .map(direction -> Arrays.stream(direction)
                        .map(difference -> difference == 0 ? 0 : difference / (Math.abs(difference) + median))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The return that each perturbed set of weights is credited with. */
    private double[] credits(Trajectory episode) {
        double[] returns = new double[graph.size()];
        episode.rewards().forEach(reward -> Arrays.setAll(returns, agent -> returns[agent] + reward.of(agent)));
        if (settings.search().creditRadius() == EvolutionSettings.Search.ALL_AGENTS) {
            double all = Arrays.stream(returns).sum();
            return IntStream.range(0, perturbedSets).mapToDouble(set -> all).toArray();
        }
        return graph.neighborhoods(settings.search().creditRadius()).stream()
                .map(Neighborhood::members)
                .mapToDouble(members ->
                        members.stream().mapToDouble(agent -> returns[agent]).sum())
                .toArray();
    }

    @Override
    public ControllerSource policy() {
        Controller now = acting(weights);
        return seed -> now;
    }

    @Override
    public byte[] save() {
        return format.bytes(out -> {
            out.writeInt(features.weights());
            out.writeInt(rounds);
            out.writeBoolean(scaled);
            out.writeBoolean(begun);
            AgentWeights.all(1, scales).writeTo(out);
            weights.writeTo(out);
            step.writeTo(out);
        });
    }

    @Override
    public void restore(byte[] state) {
        format.readAll(state, in -> {
            int length = in.readInt();
            if (length != features.weights()) {
                throw new IOException("it has %d weights, this task %d".formatted(length, features.weights()));
            }
            rounds = in.readInt();
            scaled = in.readBoolean();
            begun = in.readBoolean();
            scales = AgentWeights.readFrom(in, 1, features.weights()).of(0).clone();
            weights = AgentWeights.readFrom(in, sets, features.weights());
            step = AgentWeights.readFrom(in, sets, features.weights());
        });
    }

    /** Takes over weights and scales; the search begins anew. */
    @Override
    public void startFrom(byte[] state) {
        restore(state);
        rounds = 0;
        step = AgentWeights.all(sets, new double[features.weights()]);
        scaled = false;
        begun = true;
    }

    /** There is nothing to free. */
    @Override
    public void close() {}
}
