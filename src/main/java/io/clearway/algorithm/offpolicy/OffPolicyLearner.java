package io.clearway.algorithm.offpolicy;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.ActionRanges;
import io.clearway.algorithm.experience.RewardScaler;
import io.clearway.metric.Metric;
import io.clearway.network.AgentSpec;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointReward;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import io.clearway.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Algorithm 2 of Li and Jia, a round of episodes at a time. */
final class OffPolicyLearner implements Learner {
    /** Gain of the actors' last layer at the beginning: first policies hardly depend on the state. */
    private static final double ACTOR_OUTPUT_SCALE = 0.01;

    private final OffPolicySettings settings;
    private final Seeds seeds;
    private final int agents;
    private final LearnerState format;
    private final int stateSize;
    private final double observationsReceived;
    private final ActionRanges ranges;
    private final ActionKind kind;
    private final ComputePool pool;
    private final RewardScaler rewardUnit;
    private final DecentralizedReplay replay;
    private final SquashedActors actors;
    private final LocalCritics critics;
    private final ConsensusStep consensus;
    private final EvaluationStep evaluation;
    private final ImprovementStep improvement;
    private long updates;
    private @Nullable ActingActors explorers;

    OffPolicyLearner(Task task, OffPolicySettings settings, Seeds seeds) {
        this.settings = settings;
        this.seeds = seeds;
        this.agents = task.agents().size();
        this.ranges = new ActionRanges(task.agents(), OffPolicyActorCritic.NAME);
        mustBeConnected(task);
        this.kind = ActionKind.of(task);
        this.format = new LearnerState("off-policy-1", task.agents());
        this.stateSize = task.globalSize();
        int local = task.agents().stream().mapToInt(AgentSpec::observationSize).sum();
        // a global state of its own is observed by all, not sent
        this.observationsReceived = stateSize == local ? (agents - 1.0) * stateSize : 0;
        this.rewardUnit = new RewardScaler(settings.evaluation().discount());
        this.replay = new DecentralizedReplay(
                stateSize, ranges, agents, settings.replay().replayDecisions());
        this.pool = new ComputePool(settings.schedule().threads());
        var networks = settings.networks();
        var descriptions = new SquashedActors.Descriptions(
                ranges, DeviationRange.between(networks.smallestDeviation(), networks.largestDeviation()));
        this.actors = new SquashedActors(
                networks(stateSize, descriptions.outputs(), "actors", ACTOR_OUTPUT_SCALE), descriptions);
        int stateAndAction = stateSize + ranges.width();
        this.critics = new LocalCritics(
                stateSize, networks(stateAndAction, 1, "critics", 1), networks(stateAndAction, 1, "targets", 1));
        this.consensus = new ConsensusStep(
                new ConsensusMatrix(task.graph()), settings.consensus().averagings());
        var objective = settings.evaluation();
        var rates = settings.optimization();
        var terms = new EvaluationStep.Terms(
                objective.discount(), objective.entropyWeight(), objective.largestWeight(), adam(rates.criticRate()));
        this.evaluation = new EvaluationStep(terms, actors, critics, consensus);
        this.improvement = new ImprovementStep(actors, critics, objective.entropyWeight(), adam(rates.actorRate()));
    }

    private static void mustBeConnected(Task task) {
        int reached = task.graph().neighborhood(0, task.graph().size()).size();
        if (reached < task.graph().size()) {
            throw new InvalidSetting(
                    "algorithm",
                    OffPolicyActorCritic.NAME,
                    "only %d of %d agents are connected with %s, and consensus needs all to be; connect them"
                            .formatted(
                                    reached,
                                    task.graph().size(),
                                    task.graph().agents().get(0)));
        }
    }

    private AgentNetworks networks(int inputs, int outputs, String purpose, double outputScale) {
        List<Integer> layers = new ArrayList<>(List.of(inputs));
        layers.addAll(settings.networks().hidden());
        layers.add(outputs);
        var shape = new PerceptronShape(layers, Activation.RELU);
        return AgentNetworks.create(agents, shape, seeds.of(purpose, 0), outputScale, pool);
    }

    private Adam adam(double rate) {
        return Adam.of(rate).clippedTo(settings.optimization().gradientNorm());
    }

    @Override
    public int episodesPerRound() {
        return settings.schedule().episodesPerRound();
    }

    /** Each agent samples a_t^i ~ π_θ^i(s_t, ·), as the policies were after the last round. */
    @Override
    public Controller behaviorPolicy(long seed) {
        return explorers().sampling(seeds.generator("exploration", seed));
    }

    private synchronized ActingActors explorers() {
        ActingActors present = explorers;
        if (present == null) {
            present = acting();
            explorers = present;
        }
        return present;
    }

    private ActingActors acting() {
        return new ActingActors(actors.snapshot(), ranges);
    }

    @Override
    public Map<Metric, Double> learn(List<Trajectory> round) {
        int decisions = round.stream().mapToInt(Trajectory::length).sum();
        ActingActors behavior = explorers();
        explorers = null;
        for (Trajectory episode : round) {
            store(episode, behavior.actors());
        }
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        long consensusSteps = 0;
        if (replay.size() >= settings.replay().warmUpDecisions()) {
            long before = updates;
            long count = Math.round(decisions * settings.schedule().updatesPerDecision());
            for (long k = 0; k < count; k++) {
                update(measured);
            }
            int every = settings.consensus().consensusEvery();
            consensusSteps = updates / every - before / every;
        }
        double sent = (double) consensusSteps * consensus.numbersSent(replay) / decisions;
        measured.put(Metric.COMMUNICATION_BYTES, Float.BYTES * (observationsReceived + sent));
        return measured;
    }

    /** Each agent stores e_t and its density to D^i; the reward, shared by all, is the mean of the local ones. */
    private void store(Trajectory episode, SquashedActors.Acting behavior) {
        double[] rewards = episode.rewards().stream()
                .mapToDouble(JointReward::sum)
                .map(sum -> sum / agents)
                .toArray();
        rewardUnit.add(rewards);
        float[] state = episode.observations().get(0).global();
        for (int time = 0; time < rewards.length; time++) {
            double[][] before =
                    SquashedGaussian.unsquash(ranges.shares(episode.actions().get(time)));
            double[] densities = new double[agents];
            for (int agent = 0; agent < agents; agent++) {
                densities[agent] = behavior.policy(agent, state).logDensity(before[agent]);
            }
            float[] follower = episode.observations().get(time + 1).global();
            boolean end = episode.terminated() && time == rewards.length - 1;
            replay.store(state, before, densities, rewards[time], follower, end);
            state = follower;
        }
    }

    private void update(Map<Metric, Double> measured) {
        List<RandomGenerator> chances = IntStream.range(0, agents)
                .mapToObj(agent -> seeds.generator("update of agent " + agent, updates))
                .toList();
        Minibatch batch = Minibatch.draw(replay, settings.replay().batch(), chances);
        var evaluated = evaluation.run(batch, replay, rewardUnit.get(), chances);
        var improved = improvement.run(batch, chances);
        updates++;
        if (updates % settings.consensus().consensusEvery() == 0) {
            consensus.run(replay, actors);
            measured.put(Metric.CONSENSUS_ERROR, consensusError(batch));
        }
        critics.followWithTargets(settings.optimization().targetRate());
        measured.put(Metric.VALUE_LOSS, evaluated.loss());
        measured.put(Metric.IMPORTANCE_WEIGHT, evaluated.weight());
        measured.put(Metric.POLICY_LOSS, improved.loss());
        measured.put(Metric.POLICY_ENTROPY, improved.entropy());
    }

    private double consensusError(Minibatch batch) {
        return IntStream.range(0, agents * batch.size())
                .mapToDouble(sample -> {
                    int agent = sample / batch.size();
                    int place = batch.place(agent, sample % batch.size());
                    return consensus.estimated(replay, agent, place) - consensus.exact(replay, agent, place);
                })
                .map(Math::abs)
                .average()
                .orElse(0);
    }

    @Override
    public ControllerSource policy() {
        ActingActors policy = acting();
        return settings.execution().of(kind, policy::sampling, policy::greedy);
    }

    @Override
    public byte[] save() {
        return format.bytes(out -> {
            actors.writeTo(out);
            out.writeLong(updates);
            critics.writeTo(out);
            rewardUnit.writeTo(out);
            replay.writeTo(out);
        });
    }

    @Override
    public void restore(byte[] state) {
        format.readAll(state, in -> {
            actors.readFrom(in);
            updates = in.readLong();
            critics.readFrom(in);
            rewardUnit.readFrom(in);
            replay.readFrom(in);
        });
        explorers = null;
    }

    /** Takes over the policies alone. */
    void restoreActors(byte[] state) {
        format.read(state, actors::readFrom);
    }

    @Override
    public void close() {
        actors.close();
        critics.close();
        pool.close();
    }
}
