package io.clearway.algorithm.communication;

import io.clearway.neural.AgentLayers;
import io.clearway.neural.AgentLayers.Clipping;
import io.clearway.neural.AgentValues;
import io.clearway.neural.LinearLayer;
import io.clearway.neural.Tape;
import io.clearway.setting.Settings;
import java.util.Map;
import java.util.Set;

/**
 * Actor-critic with consensus: agents see only themselves and average the weights of their LSTM with their neighbors.
 */
public final class ConseNet implements Method {
    @Override
    public String name() {
        return "consenet";
    }

    @Override
    public String source() {
        return "Zhang et al. 2018, Fully Decentralized Multi-Agent Reinforcement Learning with Networked Agents, ICML,"
                + " as ConseNet of Chu et al. 2020";
    }

    @Override
    public A2cSettings defaults() {
        return A2cSettings.CHU.withSpatialDiscount(0.9);
    }

    @Override
    public Clipping clipping() {
        return Clipping.EACH_NETWORK;
    }

    @Override
    public boolean consensus() {
        return true;
    }

    @Override
    public Map<String, Settings> presets() {
        return A2cPresets.of(0.9, 0.9, 1.0, 0.8, A2cPresets.OWN_UNIT);
    }

    @Override
    public Wiring wire(Site site, AgentLayers layers) {
        LinearLayer encoder = layers.add(site.observation(), site.encoder(), GAIN);
        return new Wiring() {
            @Override
            public int inputs() {
                return site.encoder();
            }

            @Override
            public Set<Told> told() {
                return Set.of();
            }

            /** x_i = ReLU(W s_i). */
            @Override
            public AgentValues perceive(Tape tape, AgentValues observations, AgentValues policies) {
                return tape.relu(tape.linear(observations, encoder));
            }
        };
    }
}
