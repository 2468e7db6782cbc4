package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.EpisodeClock;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.Minibatches;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The extended value functions V_i(s_{N_i^{κ_v}}) of all agents (Ma et al. 2024, Eq. 1). */
public final class ExtendedValue implements AutoCloseable {
    private final int agents;
    private final NeighborhoodInputs inputs;
    private final EpisodeClock clock;
    private final AgentFunctions values;

    /** @param values from {@code inputs.size() + clock.size()} values to one; closed with this */
    ExtendedValue(JointShape shape, NeighborhoodInputs inputs, EpisodeClock clock, AgentFunctions values) {
        this.agents = shape.agents();
        this.inputs = inputs;
        this.clock = clock;
        this.values = values;
    }

    /** V_i of all agents at every sample of the rollouts that counts, each in the sample's row. */
    public AgentTensor of(RolloutBatch rollouts, int minibatchSize) {
        return of(rollouts.states(), rollouts.times(), rollouts.samples(), minibatchSize);
    }

    /** V_i of all agents after each segment. */
    public AgentTensor afterwards(RolloutBatch rollouts, int minibatchSize) {
        return of(rollouts.lastStates(), rollouts.lastTimes(), rollouts.lastSamples(), minibatchSize);
    }

    private AgentTensor of(AgentTensor states, int[] times, int[] samples, int minibatchSize) {
        AgentTensor all = AgentTensor.zeros(agents, states.rows(), 1);
        Minibatches.forEach(samples, minibatchSize, (part, count) -> {
            AgentTensor outputs = values.forward(gather(states, times, part));
            for (int agent = 0; agent < agents; agent++) {
                for (int k = 0; k < count; k++) {
                    all.set(agent, part[k], 0, outputs.get(agent, k, 0));
                }
            }
        });
        return all;
    }

    /** What the networks read: the neighborhood's states, then the time. */
    private AgentTensor gather(AgentTensor states, int[] times, int[] samples) {
        AgentTensor read = inputs.gather(states, samples, clock.size());
        for (int agent = 0; agent < agents; agent++) {
            for (int row = 0; row < samples.length; row++) {
                clock.write(times[samples[row]], read.values(), read.at(agent, row, inputs.size()));
            }
        }
        return read;
    }

    /**
     * One optimizer step on (1/|B|) Σ (V_i − R_i)² (Eq. 3); the targets are constants.
     *
     * @param targets R_i, a row per sample of the rollouts
     * @param minibatch B
     * @return the loss before the step, mean over agents
     */
    public double learn(RolloutBatch rollouts, AgentTensor targets, int[] minibatch, Adam adam) {
        AgentTensor outputs = values.forward(gather(rollouts.states(), rollouts.times(), minibatch));
        AgentTensor gradients = outputs.zerosLike();
        double squares = 0;
        for (int agent = 0; agent < agents; agent++) {
            for (int k = 0; k < minibatch.length; k++) {
                float error = outputs.get(agent, k, 0) - targets.get(agent, minibatch[k], 0);
                squares += (double) error * error;
                gradients.set(agent, k, 0, 2 * error / minibatch.length);
            }
        }
        values.learn(gradients, adam);
        return squares / (agents * minibatch.length);
    }

    /** Writes weights and optimizer memory, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        values.writeTo(out);
    }

    /** Takes over what {@link #writeTo} wrote. */
    public void readFrom(DataInput in) throws IOException {
        values.readFrom(in);
    }

    @Override
    public void close() {
        values.close();
    }
}
