package io.clearway.neural.tape;

import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.Columns;
import io.clearway.neural.compute.Elementwise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records computations on the values of all agents, so that gradients can be propagated back through time and through
 * messages between agents (reverse-mode differentiation). A tape is used once and by one thread; {@link #backward} ends
 * it.
 */
public final class Tape {
    /** Gates of an LSTM cell: i, f, o, u. */
    public static final int LSTM_GATES = LstmCell.GATES;

    private final int agents;
    private final LayerProducts products;
    private final @Nullable AgentLayers trained;
    private final List<Runnable> back = new ArrayList<>();
    private final List<List<LinearUse>> uses = new ArrayList<>();

    /** What an LSTM cell gives. */
    public record Cell(AgentValues hidden, AgentValues state) {}

    private Tape(int agents, LayerProducts products, @Nullable AgentLayers trained) {
        this.agents = agents;
        this.products = products;
        this.trained = trained;
    }

    /** A tape that records, for learning. */
    public static Tape learning(AgentLayers layers) {
        return new Tape(layers.agents(), layers, layers);
    }

    /** A tape that only computes, for acting. */
    public static Tape acting(FrozenLayers layers) {
        return new Tape(layers.agents(), layers, null);
    }

    /** Number of agents n. */
    public int agents() {
        return agents;
    }

    /** Values that nothing is learned from, such as observations. */
    public AgentValues constant(AgentTensor values) {
        return new AgentValues(values.require("a constant", agents, values.rows(), values.width()), false);
    }

    private AgentValues made(int rows, int width, float[] values, boolean learned) {
        return new AgentValues(AgentTensor.of(agents, rows, width, values), learned);
    }

    /** xW + b, with each agent's weights. */
    public AgentValues linear(AgentValues x, LinearLayer layer) {
        if (x.width() != layer.inputs()) {
            throw new IllegalArgumentException(
                    "%d values a row do not fit a layer of %d inputs".formatted(x.width(), layer.inputs()));
        }
        AgentValues y = new AgentValues(products.product(layer, x.tensor()), true);
        AgentLayers layers = trained;
        if (layers != null) {
            remember(y, () -> {
                uses(layer).add(new LinearUse(x.tensor(), y.gradientTensor()));
                if (x.learned()) {
                    x.addGradient(layers.inputGradients(layer, y.gradientTensor()));
                }
            });
        }
        return y;
    }

    private List<LinearUse> uses(LinearLayer layer) {
        while (uses.size() <= layer.number()) {
            uses.add(new ArrayList<>());
        }
        return uses.get(layer.number());
    }

    /** max(0, x). */
    public AgentValues relu(AgentValues x) {
        float[] values = x.values().clone();
        Elementwise.apply(Activation.RELU, values);
        AgentValues y = like(x, values);
        remember(y, () -> {
            float[] to = x.gradient();
            float[] delta = y.gradient();
            for (int i = 0; i < to.length; i++) {
                to[i] += values[i] > 0 ? delta[i] : 0;
            }
        });
        return y;
    }

    /** Hyperbolic tangent. */
    public AgentValues tanh(AgentValues x) {
        float[] values = x.values().clone();
        Elementwise.apply(Activation.TANH, values);
        AgentValues y = like(x, values);
        remember(y, () -> {
            float[] to = x.gradient();
            float[] delta = y.gradient();
            for (int i = 0; i < to.length; i++) {
                to[i] += delta[i] * (1 - values[i] * values[i]);
            }
        });
        return y;
    }

    /** x + y. */
    public AgentValues add(AgentValues x, AgentValues y) {
        if (x.values().length != y.values().length) {
            throw new IllegalArgumentException(
                    "Rows of %d and of %d values cannot be added".formatted(x.width(), y.width()));
        }
        float[] values = x.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += y.values()[i];
        }
        AgentValues sum = made(x.rows(), x.width(), values, x.learned() || y.learned());
        remember(sum, () -> {
            carry(x, sum.gradient());
            carry(y, sum.gradient());
        });
        return sum;
    }

    /** Each row times a constant of its own, such as 0 where a message is held back. */
    public AgentValues scaled(AgentValues x, AgentTensor factors) {
        factors.require("the factors", agents, x.rows(), 1);
        float[] values = x.values().clone();
        scale(values, factors.values(), x.width());
        AgentValues y = like(x, values);
        remember(y, () -> {
            float[] delta = y.gradient().clone();
            scale(delta, factors.values(), x.width());
            x.addGradient(delta);
        });
        return y;
    }

    private static void scale(float[] values, float[] factors, int width) {
        for (int row = 0; row < factors.length; row++) {
            for (int i = row * width; i < (row + 1) * width; i++) {
                values[i] *= factors[row];
            }
        }
    }

    /** Rows side by side: [x, y, …]. */
    public AgentValues concat(AgentValues... parts) {
        AgentTensor values =
                AgentTensor.concat(Arrays.stream(parts).map(AgentValues::tensor).toArray(AgentTensor[]::new));
        AgentValues all = new AgentValues(values, Arrays.stream(parts).anyMatch(AgentValues::learned));
        remember(all, () -> {
            int from = 0;
            for (AgentValues part : parts) {
                if (part.learned()) {
                    new Columns(from, values.width(), part.width()).addTaken(all.gradient(), part.gradient());
                }
                from += part.width();
            }
        });
        return all;
    }

    /** Some consecutive rows of every agent, such as those of one step. */
    public AgentValues rows(AgentValues x, int first, int count) {
        int block = count * x.width();
        int whole = x.rows() * x.width();
        int at = first * x.width();
        AgentValues y = new AgentValues(x.tensor().rows(first, count), x.learned());
        remember(y, () -> new Columns(at, whole, block).addPut(y.gradient(), x.gradient()));
        return y;
    }

    /** The rows of all parts below each other, agent by agent, such as those of consecutive steps. */
    public AgentValues stack(List<AgentValues> parts) {
        AgentTensor values =
                AgentTensor.stack(parts.stream().map(AgentValues::tensor).toList());
        AgentValues all = new AgentValues(values, parts.stream().anyMatch(AgentValues::learned));
        int whole = values.rows() * values.width();
        remember(all, () -> {
            int from = 0;
            for (AgentValues part : parts) {
                int block = part.rows() * part.width();
                if (part.learned()) {
                    new Columns(from, whole, block).addTaken(all.gradient(), part.gradient());
                }
                from += block;
            }
        });
        return all;
    }

    /**
     * Concatenated values of some agents: row k of agent i is [x_j of row k, j in members(i)], zeros for missing ones.
     *
     * @param members [agents][…] whose values each agent gets
     * @param places width of the result in agents: at least the longest list
     */
    public AgentValues gather(AgentValues x, int[][] members, int places) {
        int width = places * x.width();
        AgentTensor values = AgentTensor.zeros(agents, x.rows(), width);
        for (int agent = 0; agent < agents; agent++) {
            for (int place = 0; place < members[agent].length; place++) {
                for (int row = 0; row < x.rows(); row++) {
                    x.tensor().copyRow(members[agent][place], row, values, values.at(agent, row, place * x.width()));
                }
            }
        }
        AgentValues y = new AgentValues(values, x.learned());
        remember(y, () -> scatter(y.gradientTensor(), x.gradientTensor(), members));
        return y;
    }

    private void scatter(AgentTensor deltas, AgentTensor gradients, int[][] members) {
        float[] delta = deltas.values();
        float[] to = gradients.values();
        int each = gradients.width();
        for (int agent = 0; agent < agents; agent++) {
            for (int place = 0; place < members[agent].length; place++) {
                for (int row = 0; row < gradients.rows(); row++) {
                    int at = gradients.at(members[agent][place], row);
                    int from = deltas.at(agent, row, place * each);
                    for (int i = 0; i < each; i++) {
                        to[at + i] += delta[from + i];
                    }
                }
            }
        }
    }

    /** Mean over some agents: row k of agent i is (1/|members(i)|) Σ_j x_j of row k, zeros where there is none. */
    public AgentValues mean(AgentValues x, int[][] members) {
        int block = x.rows() * x.width();
        float[] values = new float[agents * block];
        for (int agent = 0; agent < agents; agent++) {
            for (int member : members[agent]) {
                addScaled(values, agent * block, 1f / members[agent].length, x.values(), member * block, block);
            }
        }
        AgentValues y = like(x, values);
        remember(y, () -> {
            for (int agent = 0; agent < agents; agent++) {
                for (int member : members[agent]) {
                    float share = 1f / members[agent].length;
                    addScaled(x.gradient(), member * block, share, y.gradient(), agent * block, block);
                }
            }
        });
        return y;
    }

    private static void addScaled(float[] to, int at, float factor, float[] from, int begin, int length) {
        for (int i = 0; i < length; i++) {
            to[at + i] += factor * from[begin + i];
        }
    }

    /**
     * A cell of long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates): c′ = σ(f) c + σ(i)
     * tanh(u), h′ = σ(o) tanh(c′).
     *
     * @param gates sums of the gates i, f, o, u side by side, {@link #LSTM_GATES} times the state's width
     */
    public Cell lstm(AgentValues gates, AgentValues state) {
        LstmCell cell = new LstmCell(gates.values(), state.values(), state.width());
        AgentValues next = made(state.rows(), state.width(), cell.state(), gates.learned());
        AgentValues hidden = made(state.rows(), state.width(), cell.hidden(), gates.learned());
        if (trained != null) {
            back.add(() -> {
                if (!hidden.untouched() || !next.untouched()) {
                    cell.backward(hidden.gradient(), next.gradient(), state.values());
                    carry(state, cell.stateGradients());
                    carry(gates, cell.gateGradients());
                }
            });
        }
        return new Cell(hidden, next);
    }

    private AgentValues like(AgentValues x, float[] values) {
        return made(x.rows(), x.width(), values, x.learned());
    }

    private static void carry(AgentValues to, float[] gradient) {
        if (to.learned()) {
            to.addGradient(gradient);
        }
    }

    /** The backward step, run if the loss depends on these values and they depend on weights. */
    private void remember(AgentValues made, Runnable backward) {
        if (trained != null && made.learned()) {
            back.add(() -> {
                if (!made.untouched()) {
                    backward.run();
                }
            });
        }
    }

    /**
     * Propagates the gradients that were added to values back to the weights of all layers, which keep them for their
     * step.
     */
    public void backward() {
        AgentLayers layers = trained;
        if (layers == null) {
            throw new IllegalStateException("A tape for acting has no backward pass");
        }
        for (int k = back.size() - 1; k >= 0; k--) {
            back.get(k).run();
        }
        back.clear();
        layers.layers().forEach(this::uses);
        layers.accumulate(uses);
        uses.clear();
    }
}
