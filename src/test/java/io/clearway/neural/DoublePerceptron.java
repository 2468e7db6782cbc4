package io.clearway.neural;

/** The same perceptron in double precision and as plain as can be, to measure the fast one against. */
final class DoublePerceptron {
    private final PerceptronShape shape;
    private final double[] parameters;

    DoublePerceptron(PerceptronShape shape, double[] parameters) {
        this.shape = shape;
        this.parameters = parameters;
    }

    static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    double[] outputs(double[] input) {
        double[] units = input;
        for (int layer = 0; layer < shape.layers(); layer++) {
            double[] next = new double[shape.fanOut(layer)];
            for (int o = 0; o < next.length; o++) {
                next[o] = parameters[shape.biasesAt(layer) + o];
                for (int i = 0; i < units.length; i++) {
                    next[o] += units[i] * parameters[shape.weightsAt(layer) + o * units.length + i];
                }
                next[o] = layer == shape.layers() - 1 ? next[o] : activation(next[o]);
            }
            units = next;
        }
        return units;
    }

    private double activation(double x) {
        return switch (shape.hidden()) {
            case RELU -> Math.max(0, x);
            case TANH -> Math.tanh(x);
            case IDENTITY -> x;
        };
    }

    /** A loss that is linear in the outputs: their sum weighted by the given gradients. */
    double loss(double[] inputs, double[] outputGradients, int batch) {
        double sum = 0;
        for (int row = 0; row < batch; row++) {
            double[] input = java.util.Arrays.copyOfRange(inputs, row * shape.inputs(), (row + 1) * shape.inputs());
            double[] outputs = outputs(input);
            for (int o = 0; o < outputs.length; o++) {
                sum += outputs[o] * outputGradients[row * outputs.length + o];
            }
        }
        return sum;
    }

    double[] parameterGradients(double[] inputs, double[] outputGradients, int batch) {
        return differences(parameters, () -> loss(inputs, outputGradients, batch));
    }

    double[] inputGradients(double[] inputs, double[] outputGradients, int batch) {
        return differences(inputs, () -> loss(inputs, outputGradients, batch));
    }

    private static double[] differences(double[] values, java.util.function.DoubleSupplier loss) {
        double[] gradients = new double[values.length];
        double width = 1e-6;
        for (int i = 0; i < values.length; i++) {
            double kept = values[i];
            values[i] = kept + width;
            double above = loss.getAsDouble();
            values[i] = kept - width;
            double below = loss.getAsDouble();
            values[i] = kept;
            gradients[i] = (above - below) / (2 * width);
        }
        return gradients;
    }
}
