package io.clearway.algorithm.a2c;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.diagnostics.LocalityDependence;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.RewardScaler;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointObservation;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.compute.ComputePool;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Advantage actor-critic of communicating agents (Chu et al. 2020, Algorithm 1): after a round of episodes a step on
 * each n decisions of them, in the order of time, with the agents' hidden states carried from one to the next.
 */
final class A2cLearner implements Learner {
    private final CommunicationMethod method;
    private final A2cSettings settings;
    private final Seeds seeds;
    private final JointShape shape;
    private final LearnerState format;
    private final ComputePool pool;
    private final A2cNetworks networks;
    private final SpatialRewards spatialRewards;
    private final RewardScaler rewardUnit;
    private final CommunicationCost cost;
    private final LocalityDependence dependence;
    private final List<MessageLog> logs = new ArrayList<>();
    private int rounds;
    private A2cNetworks.@Nullable Acting behavior;

    A2cLearner(CommunicationMethod method, Task task, A2cSettings settings, Seeds seeds) {
        this.method = method;
        this.settings = settings;
        this.seeds = seeds;
        this.shape = JointShape.of(task);
        this.format = AdvantageActorCritic.format(method, task);
        this.spatialRewards =
                new SpatialRewards(task.graph(), settings.returns().spatialDiscount());
        this.rewardUnit = new RewardScaler(settings.returns().discount());
        this.pool = new ComputePool(settings.schedule().threads());
        this.networks = new A2cNetworks(method, task, settings, seeds.of("weights", 0), pool);
        this.cost = networks.cost(task, settings.schedule().batch());
        this.dependence = new LocalityDependence(task, 1);
    }

    @Override
    public Optional<WarmStart> warmStart() {
        return settings.cloning().demonstrations().before(rounds, this::pretrain);
    }

    private Map<Metric, Double> pretrain(List<Trajectory> demonstrations, PretrainingProgress progress) {
        List<CommunicatingEpisode> communicating = new ArrayList<>();
        for (Trajectory trajectory : demonstrations) {
            EpisodeBuffer episode = EpisodeBuffer.of(trajectory, shape);
            communicating.add(withMessages(episode, MessageLog.ofRule(episode, shape)));
        }
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        A2cLoss loss = new A2cLoss(settings.loss().valueWeight(), 0, true);
        int epochs = settings.cloning().cloningEpochs();
        progress.over(PretrainingPart.POLICIES_AND_VALUES, 0, epochs);
        for (int epoch = 0; epoch < epochs; epoch++) {
            A2cLoss.Losses losses = throughTime(communicating, loss);
            measured.put(Metric.CLONING_LOSS, losses.policyLoss());
            measured.put(Metric.VALUE_LOSS, losses.valueLoss());
            progress.over(PretrainingPart.POLICIES_AND_VALUES, epoch + 1, epochs);
        }
        behavior = null;
        rounds++;
        return measured;
    }

    @Override
    public int episodesPerRound() {
        return settings.schedule().episodesPerRound();
    }

    @Override
    public synchronized Controller behaviorPolicy(long seed) {
        A2cNetworks.Acting present = behavior;
        if (present == null) {
            present = networks.acting();
            behavior = present;
            logs.clear();
        }
        CommunicatingAgents agents = present.drawing(seeds.generator("exploration", seed));
        logs.add(agents.log());
        return agents;
    }

    @Override
    public Map<Metric, Double> learn(List<Trajectory> round) {
        List<CommunicatingEpisode> played = new ArrayList<>();
        for (Trajectory trajectory : round) {
            MessageLog log = logOf(trajectory.observations().get(0), trajectory.length());
            played.add(withMessages(EpisodeBuffer.of(trajectory, shape), log));
        }
        A2cLoss.Losses losses = throughTime(
                played,
                new A2cLoss(settings.loss().valueWeight(), settings.loss().entropyWeight(), false));
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        measured.put(Metric.POLICY_LOSS, losses.policyLoss());
        measured.put(Metric.VALUE_LOSS, losses.valueLoss());
        measured.put(Metric.POLICY_ENTROPY, losses.entropy());
        measured.put(Metric.POLICY_KL, losses.divergence());
        cost.report(measured, losses.open());
        dependence.report(
                played.stream().map(CommunicatingEpisode::episode).toList(),
                measured,
                seeds.generator("dependence", rounds));
        if (method.gated()) {
            measured.put(Metric.MESSAGES_SENT, losses.open());
        }
        behavior = null;
        rounds++;
        return measured;
    }

    private synchronized MessageLog logOf(JointObservation first, int length) {
        return logs.stream()
                .filter(log -> log.beganWith(first) && log.length() == length)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "An episode of %d steps was not played by the behavior policy".formatted(length)));
    }

    private CommunicatingEpisode withMessages(EpisodeBuffer episode, MessageLog log) {
        double[][] rewards = spatialRewards.of(episode);
        for (double[] own : rewards) {
            rewardUnit.add(own);
        }
        return new CommunicatingEpisode(episode, log, rewards);
    }

    /** A step of learning on every n decisions, from the first to the last; how the last one was. */
    private A2cLoss.Losses throughTime(List<CommunicatingEpisode> episodes, A2cLoss loss) {
        double unit = settings.returns().rewardUnit() > 0 ? settings.returns().rewardUnit() : rewardUnit.get();
        int longest =
                episodes.stream().mapToInt(CommunicatingEpisode::length).max().orElseThrow();
        RecurrentState memory = RecurrentState.none(networks.topology(), episodes.size());
        A2cLoss.Losses last = A2cLoss.Losses.NONE;
        for (int from = 0; from < longest; from += settings.schedule().batch()) {
            Sequence sequence = new Sequence(
                    networks.topology(), episodes, from, settings.schedule().batch());
            var learned =
                    networks.learn(sequence, memory, loss, settings.returns().discount(), unit);
            memory = learned.memory();
            last = learned.losses();
        }
        return last;
    }

    @Override
    public ControllerSource policy() {
        return networks.executing(settings.execution());
    }

    @Override
    public byte[] save() {
        return format.bytes(out -> {
            networks.writeTo(out);
            rewardUnit.writeTo(out);
            out.writeInt(rounds);
        });
    }

    @Override
    public void restore(byte[] state) {
        format.readAll(state, in -> {
            networks.readFrom(in);
            rewardUnit.readFrom(in);
            rounds = in.readInt();
        });
    }

    @Override
    public void close() {
        networks.close();
        pool.close();
    }
}
