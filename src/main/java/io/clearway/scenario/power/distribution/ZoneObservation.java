package io.clearway.scenario.power.distribution;

import io.clearway.network.JointObservation;
import io.clearway.scenario.power.feeder.PowerFlow;
import java.util.List;

/**
 * What agents see (Wang et al. 2021): of each bus of the zone what its loads take, p and q; of each inverter there p
 * and q; of each bus its voltage and angle. Powers of loads are measured in the largest bus's peak, those of inverters
 * in their largest p, voltages in half the band from 1 pu, angles in 0.1 rad.
 */
final class ZoneObservation {
    private static final double HALF_BAND = 0.05;
    private static final double ANGLE = 0.1;

    private final AgentLayout layout;
    private final double largestActive;
    private final double largestLoad;

    ZoneObservation(PowerNet net, AgentLayout layout, double largestActive) {
        this.layout = layout;
        this.largestActive = largestActive;
        double[] peak = new double[net.feeder().buses()];
        double scale = net.peakLoad() / net.feeder().nominalLoad();
        double largest = 0;
        for (var load : net.feeder().loads()) {
            peak[load.bus()] += scale * load.active();
            largest = Math.max(largest, peak[load.bus()]);
        }
        this.largestLoad = largest;
    }

    /**
     * The joint observation.
     *
     * @param inputs of the decision that is due
     * @param reactive of each inverter at the last one (Mvar)
     * @param flow after the last one
     */
    JointObservation of(GridInputs inputs, double[] reactive, PowerFlow flow) {
        List<AgentLayout.Agent> agents = layout.agents();
        float[][] local = new float[agents.size()][];
        for (int agent = 0; agent < local.length; agent++) {
            local[agent] = seen(agents.get(agent), inputs, reactive, flow);
        }
        return JointObservation.of(local, new boolean[local.length][0]);
    }

    private float[] seen(AgentLayout.Agent agent, GridInputs inputs, double[] reactive, PowerFlow flow) {
        List<Integer> buses = layout.seenBuses(agent);
        List<Integer> inverters = layout.seenInverters(agent);
        float[] seen = new float[layout.observed(agent)];
        int at = 0;
        for (int bus : buses) {
            seen[at] = (float) (inputs.activeLoad(bus) / largestLoad);
            seen[at + buses.size()] = (float) (inputs.reactiveLoad(bus) / largestLoad);
            at++;
        }
        at += buses.size();
        for (int inverter : inverters) {
            seen[at] = (float) (inputs.sun(inverter) / largestActive);
            seen[at + inverters.size()] = (float) (reactive[inverter] / largestActive);
            at++;
        }
        at += inverters.size();
        for (int bus : buses) {
            seen[at] = (float) ((flow.magnitude(bus) - 1) / HALF_BAND);
            seen[at + buses.size()] = (float) (flow.angle(bus) / ANGLE);
            at++;
        }
        return seen;
    }
}
