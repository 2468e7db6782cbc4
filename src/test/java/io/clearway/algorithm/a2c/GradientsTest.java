package io.clearway.algorithm.a2c;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.a2c.method.CommNet;
import io.clearway.algorithm.a2c.method.ConseNet;
import io.clearway.algorithm.a2c.method.Dial;
import io.clearway.algorithm.a2c.method.FPrint;
import io.clearway.algorithm.a2c.method.Ia2c;
import io.clearway.algorithm.a2c.method.Ic3Net;
import io.clearway.algorithm.a2c.method.NeurComm;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Link;
import io.clearway.network.AgentSpec;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentValues;
import io.clearway.neural.tape.LinearLayer;
import io.clearway.neural.tape.Tape;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of every method's whole network, through time and messages, against finite differences. */
class GradientsTest {
    private static final int STEPS = 4;
    private static final int EPISODES = 2;
    private static final float STEP = 4e-3f;

    /** A line of three agents, of which the ends have the same shape. */
    private static final Task TASK = new Task(
            new AgentGraph(List.of("a", "b", "c"), List.of(new Link("a", "b"), new Link("b", "c"))),
            List.of(new AgentSpec("a", 3, 2), new AgentSpec("b", 4, 3), new AgentSpec("c", 3, 2)),
            60);

    static List<CommunicationMethod> methods() {
        return List.of(
                new Ia2c(), new ConseNet(), new FPrint(), new NeurComm(), new CommNet(), new Dial(), new Ic3Net());
    }

    static Stream<Arguments> cases() {
        return methods().stream()
                .flatMap(method -> method.consensus()
                        ? Stream.of(Arguments.of(method.name(), method, "none"))
                        : Stream.of(
                                Arguments.of(method.name(), method, "none"),
                                Arguments.of(method.name(), method, "same-shape")));
    }

    @ParameterizedTest(name = "{0}, sharing {2}")
    @MethodSource("cases")
    void agreeWithFiniteDifferences(String name, CommunicationMethod method, String sharing) {
        A2cSettings settings =
                new Settings(Map.of("encoder", 5, "hidden", 4, "sharing", sharing)).over(method.defaults());
        try (ComputePool pool = new ComputePool(2);
                A2cNetworks networks = new A2cNetworks(method, TASK, settings, 3, pool)) {
            RecurrentNetwork network = networks.network();
            AgentLayers layers = networks.layers();
            awayFromKinks(layers, settings);
            World world = new World(networks.topology());
            Tape tape = Tape.learning(layers);
            List<AgentValues> outputs = world.outputs(tape, network);
            for (int k = 0; k < outputs.size(); k++) {
                outputs.get(k).addGradient(world.weights(k, outputs.get(k).tensor()));
            }
            tape.backward();
            for (LinearLayer layer : layers.layers()) {
                for (int agent = 0; agent < 3; agent++) {
                    boolean together = !sharing.equals("none") && agent != 1;
                    check(world, network, layers, layer, agent, together ? 2 : 1);
                }
            }
        }
    }

    /** Where a rectifier bends, differences say nothing: every unit that may have one is kept well on one side. */
    private static void awayFromKinks(AgentLayers layers, A2cSettings settings) {
        for (LinearLayer layer : layers.layers()) {
            boolean encodes =
                    layer.biased() && layer.outputs() == settings.networks().encoder();
            for (int agent = 0; agent < TASK.agents().size(); agent++) {
                float[] parameters = layers.parameters(layer, agent);
                for (int i = 0; i < parameters.length; i++) {
                    boolean bias = i >= layer.inputs() * layer.outputs();
                    if (encodes && bias) {
                        parameters[i] = (i + agent) % 3 == 0 ? -3 : 3;
                    } else {
                        parameters[i] *= 0.3f;
                    }
                }
                layers.setParameters(layer, agent, parameters);
            }
        }
    }

    private static void check(
            World world, RecurrentNetwork network, AgentLayers layers, LinearLayer layer, int agent, int sharers) {
        float[] gradient = layers.gradients(layer, agent);
        double largest = 0;
        for (float one : gradient) {
            largest = Math.max(largest, Math.abs(one));
        }
        int checked = layer.biased() ? gradient.length : layer.inputs() * layer.outputs();
        float[] parameters = layers.parameters(layer, agent);
        for (int i = 0; i < checked; i++) {
            double difference = (4 * central(world, network, layers, layer, agent, parameters, i, STEP)
                            - central(world, network, layers, layer, agent, parameters, i, 2 * STEP))
                    / 3;
            assertThat((double) gradient[i])
                    .as("%s of agent %d, parameter %d", layer, agent, i)
                    .isCloseTo(difference / sharers, Offset.offset(1e-3 * Math.max(largest, 0.1)));
        }
    }

    /** (L(θ + h) − L(θ − h)) / 2h, the parameter being put back afterwards. */
    private static double central(
            World world,
            RecurrentNetwork network,
            AgentLayers layers,
            LinearLayer layer,
            int agent,
            float[] parameters,
            int i,
            float step) {
        float[] moved = parameters.clone();
        moved[i] = parameters[i] + step;
        layers.setParameters(layer, agent, moved);
        double above = world.loss(network, layers);
        double high = moved[i];
        moved[i] = parameters[i] - step;
        layers.setParameters(layer, agent, moved);
        double below = world.loss(network, layers);
        double low = moved[i];
        layers.setParameters(layer, agent, parameters);
        return (above - below) / (high - low);
    }

    /** Random inputs, and a loss that weighs all outputs at random. */
    private static final class World {
        private final SequenceInputs inputs;
        private final RecurrentState memory;
        private final AgentTensor actions;

        World(CommunicationTopology topology) {
            SplittableRandom chance = new SplittableRandom(5);
            AgentTensor rows = AgentTensor.zeros(topology.agents(), STEPS * EPISODES, 1);
            inputs = new SequenceInputs(
                    EPISODES,
                    random(chance, AgentTensor.zeros(rows.agents(), rows.rows(), topology.observation())),
                    random(chance, codes(topology)),
                    rows.map(zero -> chance.nextInt(2)));
            AgentTensor hidden = AgentTensor.zeros(topology.agents(), EPISODES, topology.hidden());
            memory = new RecurrentState(random(chance, hidden), random(chance, hidden));
            actions = random(chance, codes(topology));
        }

        private static AgentTensor codes(CommunicationTopology topology) {
            return AgentTensor.zeros(
                    topology.agents(), STEPS * EPISODES, topology.shape().actions());
        }

        List<AgentValues> outputs(Tape tape, RecurrentNetwork network) {
            AgentValues hidden = network.unroll(tape, inputs, memory).hidden();
            List<AgentValues> outputs = new ArrayList<>();
            outputs.add(network.description(tape, hidden));
            outputs.add(network.values(tape, hidden, actions));
            network.gates(tape, hidden).ifPresent(outputs::add);
            return outputs;
        }

        AgentTensor weights(int output, AgentTensor like) {
            return random(new SplittableRandom(11 + output), like);
        }

        double loss(RecurrentNetwork network, AgentLayers layers) {
            List<AgentValues> outputs = outputs(Tape.acting(layers.snapshot()), network);
            double sum = 0;
            for (int k = 0; k < outputs.size(); k++) {
                float[] values = outputs.get(k).tensor().values();
                float[] weights = weights(k, outputs.get(k).tensor()).values();
                for (int i = 0; i < values.length; i++) {
                    sum += (double) values[i] * weights[i];
                }
            }
            return sum;
        }

        private static AgentTensor random(SplittableRandom chance, AgentTensor like) {
            return like.map(any -> (float) chance.nextGaussian());
        }
    }
}
