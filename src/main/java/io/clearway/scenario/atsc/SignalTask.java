package io.clearway.scenario.atsc;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.reward.RewardKind;
import io.clearway.scenario.atsc.reward.RewardTask;
import io.clearway.scenario.atsc.reward.SignalReward;
import io.clearway.scenario.atsc.reward.SignalTraffic;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.trips.RecordDetail;

/** A problem under its settings: what all of its episodes have in common. */
final class SignalTask {
    private final SignalProblem problem;
    private final AtscSettings settings;
    private final SamplingMode sampling;
    private final SignalSensors sensors;
    private final SubscriptionSpec subscriptions;
    private final DetectorSpec.Reward paper;
    private final SignalReward reward;
    private final SignalReward paperReward;

    SignalTask(SignalProblem problem, AtscSettings settings, SamplingMode sampling) {
        this.problem = problem;
        this.settings = settings;
        this.sampling = sampling;
        this.sensors = problem.sensors(settings);
        this.subscriptions = sampling == SamplingMode.EVERY_SECOND ? sensors.recordingWatch() : sensors.subscriptions();
        this.paper = problem.definition().detectors().reward();
        AgentGraph graph = problem.network().graph();
        this.reward = settings.reward().of(new RewardTask(graph, paper.limit(), paper.divisor()));
        this.paperReward = RewardKind.PAPER.of(new RewardTask(graph, paper.limit(), 1));
    }

    SignalProblem problem() {
        return problem;
    }

    AtscSettings settings() {
        return settings;
    }

    /** Network, demand and detectors of one episode; evaluations record more than training. */
    SimulationSetup setup(long seed) {
        return problem.setup(settings, seed)
                .with(sampling == SamplingMode.EVERY_SECOND ? RecordDetail.COMPLETE : RecordDetail.TRIPS);
    }

    AtscDefinition.Timing timing() {
        return problem.definition().timing();
    }

    SamplingMode sampling() {
        return sampling;
    }

    SignalSensors sensors() {
        return sensors;
    }

    /** What is read from the simulation. */
    SubscriptionSpec subscriptions() {
        return subscriptions;
    }

    /** What learners are rewarded for. */
    SignalReward reward() {
        return reward;
    }

    /** The paper's reward, undivided, for the metrics. */
    SignalReward paperReward() {
        return paperReward;
    }

    /** The traffic that rewards are computed from. */
    SignalTraffic traffic(Readings readings) {
        return new ObservedTraffic(sensors, paper.stretch(), readings);
    }
}
