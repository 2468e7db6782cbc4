package io.clearway.scenario.atsc;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.atsc.definition.AtscSettings.RewardKind;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.simulation.Readings;
import java.util.List;
import java.util.stream.IntStream;

/** The local rewards r_i at the end of a decision. */
interface LocalReward {
    /** Vehicles per unit of the area reward, so that its values stay near 1. */
    double AREA_DIVISOR = 100;

    /** Weight of a neighbor's vehicles in the area reward. */
    double NEIGHBOR_WEIGHT = 0.5;

    /** r_i of all agents. */
    double[] of(Readings readings);

    /** The reward of a kind. */
    static LocalReward of(RewardKind kind, SignalSensors sensors, AgentGraph graph, DetectorSpec.Reward paper) {
        return switch (kind) {
            case PAPER -> new Paper(sensors, paper);
            case AREA ->
                new Area(
                        sensors,
                        IntStream.range(0, graph.size())
                                .mapToObj(graph::neighbors)
                                .toList());
        };
    }

    /** −Σ over the own links of the halting vehicles before them (Chu et al. 2020, objective {@code queue}). */
    record Paper(SignalSensors sensors, DetectorSpec.Reward rule) implements LocalReward {
        @Override
        public double[] of(Readings readings) {
            double[] rewards = new double[sensors.signals().size()];
            for (int agent = 0; agent < rewards.length; agent++) {
                rewards[agent] = -halting(agent, readings) / rule.divisor();
            }
            return rewards;
        }

        private double halting(int agent, Readings readings) {
            double limit = rule.limit().orElse(Double.POSITIVE_INFINITY);
            double halting = 0;
            for (ControlledSignal.Link link : sensors.signals().get(agent).links()) {
                halting += Math.min(limit, sensors.halting(agent, link.from(), rule.stretch(), readings));
            }
            return halting;
        }
    }

    /**
     * −(vehicles on the own incoming lanes + ½ of those on the neighbors' + an equal share of those kept out of the
     * network), divided: time spent in the neighborhood, which spill-back cannot hide.
     */
    record Area(SignalSensors sensors, List<List<Integer>> neighbors) implements LocalReward {
        @Override
        public double[] of(Readings readings) {
            double[] vehicles = new double[neighbors.size()];
            for (int agent = 0; agent < vehicles.length; agent++) {
                vehicles[agent] = sensors.vehiclesOnIncoming(agent, readings);
            }
            double keptOut = (double) readings.counts().waitingToEnter() / vehicles.length;
            double[] rewards = new double[vehicles.length];
            for (int agent = 0; agent < rewards.length; agent++) {
                double around = 0;
                for (int neighbor : neighbors.get(agent)) {
                    around += vehicles[neighbor];
                }
                rewards[agent] = -(vehicles[agent] + NEIGHBOR_WEIGHT * around + keptOut) / AREA_DIVISOR;
            }
            return rewards;
        }
    }
}
