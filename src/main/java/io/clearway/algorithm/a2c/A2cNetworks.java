package io.clearway.algorithm.a2c;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.ParameterSharing;
import io.clearway.algorithm.policygradient.ActionSelection;
import io.clearway.network.ControllerSource;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.neural.optimizer.RmsProp;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentValues;
import io.clearway.neural.tape.FrozenLayers;
import io.clearway.neural.tape.LinearLayer;
import io.clearway.neural.tape.Tape;
import io.clearway.setting.EnumWords;
import io.clearway.setting.InvalidSetting;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The networks of all agents with their weights. Used by one thread at a time; owns native memory until closed. */
final class A2cNetworks implements AutoCloseable {
    private final CommunicationMethod method;
    private final RmsProp optimizer;
    private final AgentLayers layers;
    private final RecurrentNetwork network;

    /** @param pool computes, is not closed here */
    A2cNetworks(CommunicationMethod method, Task task, A2cSettings settings, long seed, ComputePool pool) {
        ParameterSharing sharing = settings.networks().sharing();
        if (method.consensus() && sharing != ParameterSharing.NONE) {
            throw new InvalidSetting(
                    "sharing",
                    EnumWords.of(settings.networks().sharing()),
                    "give none: neighbors average weights that are their own");
        }
        this.method = method;
        var terms = settings.optimization();
        this.optimizer = new RmsProp(terms.learningRate(), terms.decay(), terms.epsilon(), terms.gradientNorm());
        JointShape shape = JointShape.of(task);
        boolean shared = sharing != ParameterSharing.NONE;
        this.layers = new AgentLayers(sharing.groups(shape.specs()), shared, seed, pool);
        this.network = new RecurrentNetwork(method, CommunicationTopology.of(task, settings, shared), layers);
    }

    /** What agents send, given the decisions between two updates. */
    CommunicationCost cost(Task task, int decisionsPerUpdate) {
        double weights =
                network.lstm().stream().mapToInt(LinearLayer::parameters).sum();
        return new CommunicationCost(task, network, method.consensus() ? weights / decisionsPerUpdate : 0);
    }

    /** Neighbors and sizes of the agents' vectors. */
    CommunicationTopology topology() {
        return network.topology();
    }

    /** Result of a learning step. */
    record Learned(A2cLoss.Losses losses, RecurrentState memory) {}

    /**
     * One step on one sequence.
     *
     * @param before hidden states of the agents at its beginning
     */
    Learned learn(Sequence sequence, RecurrentState before, A2cLoss loss, double discount, double unit) {
        Tape tape = Tape.learning(layers);
        var unrolled = network.unroll(tape, sequence.inputs(), before);
        var description = network.description(tape, unrolled.hidden());
        var values = network.values(tape, unrolled.hidden(), sequence.actionCodes(description.tensor()));
        var gates = network.gates(tape, unrolled.hidden());
        AgentTensor returns = NStepReturns.of(sequence, values.tensor(), discount, unit);
        Optional<AgentTensor> gateLogits = gates.map(AgentValues::tensor);
        A2cLoss.Outcome outcome = loss.of(sequence, description.tensor(), values.tensor(), gateLogits, returns);
        A2cLoss.Gradients gradients = outcome.gradients();
        description.addGradient(gradients.descriptions());
        values.addGradient(gradients.values());
        gates.ifPresent(logits -> logits.addGradient(gradients.gates().orElseThrow()));
        tape.backward();
        layers.step(optimizer, method.clipping());
        if (method.consensus()) {
            for (LinearLayer layer : network.lstm()) {
                layers.average(layer, topology().withSelf());
            }
        }
        return new Learned(outcome.losses(), unrolled.after().get(sequence.steps() - 1));
    }

    /** Agents that draw their actions, with the weights as they are now; each with a log. */
    Acting acting() {
        return new Acting(network, layers.snapshot());
    }

    /** Weights frozen for acting, for any number of threads. */
    record Acting(RecurrentNetwork network, FrozenLayers weights) {
        CommunicatingAgents drawing(RandomGenerator chance) {
            CommunicatingAgents.Choice draw = (one, to, at) -> one.sample(chance, to, at);
            return new CommunicatingAgents(network, weights, draw, draw);
        }

        CommunicatingAgents greedy() {
            return new CommunicatingAgents(network, weights, ActionDistribution::greedy, ActionDistribution::greedy);
        }
    }

    /** Controllers that act as the settings say, with the weights as they are now. */
    ControllerSource executing(ActionSelection execution) {
        Acting acting = acting();
        return execution.of(topology().shape().kind(), acting::drawing, acting::greedy);
    }

    /** Their structure. */
    RecurrentNetwork network() {
        return network;
    }

    /** Their weights. */
    AgentLayers layers() {
        return layers;
    }

    /** Writes weights and optimizer memory, exactly. */
    void writeTo(DataOutput out) throws IOException {
        layers.writeTo(out);
    }

    /** Takes over what {@link #writeTo} wrote. */
    void readFrom(DataInput in) throws IOException {
        layers.readFrom(in);
    }

    @Override
    public void close() {
        layers.close();
    }
}
