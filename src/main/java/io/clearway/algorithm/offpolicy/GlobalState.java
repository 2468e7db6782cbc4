package io.clearway.algorithm.offpolicy;

import io.clearway.network.AgentSpec;
import io.clearway.network.JointObservation;
import java.util.List;

/**
 * The global state s, which the paper assumes every agent to observe: all local observations side by side.
 *
 * @param size values
 */
record GlobalState(int size) {
    static GlobalState of(List<AgentSpec> agents) {
        return new GlobalState(
                agents.stream().mapToInt(AgentSpec::observationSize).sum());
    }

    /** s at a decision. */
    float[] seen(JointObservation observation) {
        float[] state = new float[size];
        int at = 0;
        for (int agent = 0; agent < observation.agents(); agent++) {
            float[] local = observation.local(agent);
            System.arraycopy(local, 0, state, at, local.length);
            at += local.length;
        }
        return state;
    }
}
