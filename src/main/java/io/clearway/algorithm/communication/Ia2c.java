package io.clearway.algorithm.communication;

import io.clearway.neural.AgentLayers;
import io.clearway.neural.AgentLayers.Clipping;
import io.clearway.neural.AgentValues;
import io.clearway.neural.LinearLayer;
import io.clearway.neural.Tape;
import io.clearway.setting.Settings;
import java.util.Map;
import java.util.Set;

/** Independent advantage actor-critic: agents see their neighbors' observations and tell nothing else. */
public final class Ia2c implements Method {
    @Override
    public String name() {
        return "ia2c";
    }

    @Override
    public String source() {
        return "Lowe et al. 2017, Multi-Agent Actor-Critic (MADDPG), as the independent A2C of Chu et al. 2020,"
                + " Multi-agent Reinforcement Learning for Networked System Control, ICLR";
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
    public Map<String, Settings> presets() {
        return A2cPresets.of(0.9, 0.9, 1.0, 0.8, A2cPresets.OWN_UNIT);
    }

    @Override
    public Wiring wire(Site site, AgentLayers layers) {
        int places = site.places() + 1;
        LinearLayer encoder = layers.add(places * site.observation(), site.encoder(), GAIN);
        return new Wiring() {
            @Override
            public int inputs() {
                return site.encoder();
            }

            @Override
            public Set<Told> told() {
                return Set.of(Told.OBSERVATION);
            }

            /** x_i = ReLU(W [s_i, s_N]). */
            @Override
            public AgentValues perceive(Tape tape, AgentValues observations, AgentValues policies) {
                return tape.relu(tape.linear(tape.gather(observations, site.withSelf(), places), encoder));
            }
        };
    }
}
