package io.clearway.neural.tape;

import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.Columns;
import io.clearway.neural.compute.Elementwise;

/** One step of an LSTM cell forward and back, elementwise on the gates' sums; the order of the gates is i, f, o, u. */
final class LstmCell {
    /** Of a cell. */
    static final int GATES = 4;

    private static final int INPUT = 0;
    private static final int FORGET = 1;
    private static final int OUTPUT = 2;
    private static final int UPDATE = 3;

    private static final float HALF = 0.5f;

    private final int width;
    private final float[][] gates;
    private final float[] state;
    private final float[] squashed;
    private final float[] hidden;
    private float[] gateGradients = new float[0];
    private float[] stateGradients = new float[0];

    /**
     * @param sums [rows][4 · width]
     * @param before state c [rows][width]
     */
    LstmCell(float[] sums, float[] before, int width) {
        this.width = width;
        this.gates = split(sums, before.length);
        sigmoid(gates[INPUT]);
        sigmoid(gates[FORGET]);
        sigmoid(gates[OUTPUT]);
        Elementwise.apply(Activation.TANH, gates[UPDATE]);
        this.state = new float[before.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = gates[FORGET][i] * before[i] + gates[INPUT][i] * gates[UPDATE][i];
        }
        this.squashed = state.clone();
        Elementwise.apply(Activation.TANH, squashed);
        this.hidden = new float[state.length];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = gates[OUTPUT][i] * squashed[i];
        }
    }

    /** c′ [rows][width]. */
    float[] state() {
        return state;
    }

    /** h′ [rows][width]. */
    float[] hidden() {
        return hidden;
    }

    /** With respect to the gates' sums, after {@link #backward}. */
    float[] gateGradients() {
        return gateGradients;
    }

    /** With respect to c, after {@link #backward}. */
    float[] stateGradients() {
        return stateGradients;
    }

    /** Gradients of a loss, given those with respect to h′ and, from later steps, c′. */
    void backward(float[] hiddenGradients, float[] nextGradients, float[] before) {
        float[] input = gates[INPUT];
        float[] forget = gates[FORGET];
        float[] output = gates[OUTPUT];
        float[] update = gates[UPDATE];
        float[][] deltas = new float[GATES][state.length];
        float[] carried = new float[state.length];
        for (int i = 0; i < state.length; i++) {
            carried[i] = nextGradients[i] + hiddenGradients[i] * output[i] * (1 - squashed[i] * squashed[i]);
        }
        for (int i = 0; i < state.length; i++) {
            deltas[INPUT][i] = carried[i] * update[i] * input[i] * (1 - input[i]);
            deltas[FORGET][i] = carried[i] * before[i] * forget[i] * (1 - forget[i]);
            deltas[OUTPUT][i] = hiddenGradients[i] * squashed[i] * output[i] * (1 - output[i]);
            deltas[UPDATE][i] = carried[i] * input[i] * (1 - update[i] * update[i]);
        }
        for (int i = 0; i < state.length; i++) {
            carried[i] *= forget[i];
        }
        stateGradients = carried;
        gateGradients = join(deltas);
    }

    private float[][] split(float[] sums, int length) {
        float[][] parts = new float[GATES][length];
        for (int gate = 0; gate < GATES; gate++) {
            new Columns(gate * width, GATES * width, width).take(sums, parts[gate]);
        }
        return parts;
    }

    private float[] join(float[][] parts) {
        float[] all = new float[GATES * parts[0].length];
        for (int gate = 0; gate < GATES; gate++) {
            new Columns(gate * width, GATES * width, width).put(parts[gate], all);
        }
        return all;
    }

    /** σ(x) = (1 + tanh(x/2)) / 2. */
    private static void sigmoid(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = HALF + HALF * Elementwise.tanh(HALF * values[i]);
        }
    }
}
