package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.EpisodeClock;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.Minibatches;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.RolloutBatch;
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

    /** V_i of all agents at every sample of an experience that counts, at its place [agents][capacity]. */
    public float[] of(RolloutBatch experience, int page) {
        return of(experience.states(), experience.times(), experience.samples(), page);
    }

    /** V_i of all agents after each stretch [agents][stretches]. */
    public float[] afterwards(RolloutBatch experience, int page) {
        return of(experience.lastStates(), experience.lastTimes(), experience.lastSamples(), page);
    }

    private float[] of(float[] states, int[] times, int[] samples, int page) {
        int capacity = times.length;
        float[] all = new float[agents * capacity];
        Minibatches.forEach(samples, page, (part, first, count) -> {
            float[] outputs = values.forward(gather(states, times, part), part.length);
            for (int agent = 0; agent < agents; agent++) {
                for (int k = 0; k < count; k++) {
                    all[agent * capacity + part[k]] = outputs[agent * part.length + k];
                }
            }
        });
        return all;
    }

    /** What the networks read: the neighborhood's states, then the time. */
    private float[] gather(float[] states, int[] times, int[] samples) {
        float[] rows = inputs.gather(states, times.length, samples, clock.size());
        int width = inputs.size() + clock.size();
        for (int row = 0; row < agents * samples.length; row++) {
            clock.write(times[samples[row % samples.length]], rows, row * width + inputs.size());
        }
        return rows;
    }

    /**
     * One optimizer step on (1/|B|) Σ (V_i − R_i)² (Eq. 3); the targets are constants.
     *
     * @param targets R_i [agents][capacity]
     * @param minibatch B, places of samples
     * @return the loss before the step, mean over agents
     */
    public double learn(RolloutBatch experience, float[] targets, int[] minibatch, Adam adam) {
        int capacity = experience.capacity();
        float[] outputs = values.forward(gather(experience.states(), experience.times(), minibatch), minibatch.length);
        double squares = 0;
        for (int agent = 0; agent < agents; agent++) {
            for (int k = 0; k < minibatch.length; k++) {
                int row = agent * minibatch.length + k;
                float error = outputs[row] - targets[agent * capacity + minibatch[k]];
                squares += (double) error * error;
                outputs[row] = 2 * error / minibatch.length;
            }
        }
        values.learn(outputs, adam);
        return squares / outputs.length;
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
