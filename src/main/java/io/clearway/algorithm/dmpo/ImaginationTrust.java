package io.clearway.algorithm.dmpo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How far the imagined updates of a round may carry the policies from those that acted: a trust region (Conn, Gould,
 * Toint 2000) whose radius follows what the policies earn in real play, since a small error of the model does not show
 * that its advice is good. Two rounds in a row are compared with the best return that two rounds in a row held; a
 * single collision says little. Where both lost a fifth of all that was gained, and more than returns vary from round
 * to round, the policies that held the best return come back and the radius becomes half of how far the rounds since
 * went.
 */
final class ImaginationTrust {
    private static final double LOSS = 0.2;
    private static final double SHRINK = 0.5;
    private static final double GROWTH = 1.1;
    /** Rounds whose returns tell how much they vary. */
    private static final int REMEMBERED = 9;
    /** Bytes that a checkpoint may announce for policies. */
    private static final int MOST_BYTES = 1 << 30;

    private final double largestRadius;
    private final Deque<Double> returns = new ArrayDeque<>();
    private double radius;
    private double moved;
    private double worst = Double.POSITIVE_INFINITY;
    private double best = Double.NEGATIVE_INFINITY;
    private byte[] incumbent = {};

    /** @param largestRadius KL divergence (nat) of the first rounds, and the most later on */
    ImaginationTrust(double largestRadius) {
        this.largestRadius = largestRadius;
        this.radius = largestRadius;
    }

    /** KL(acted ‖ present) (nat, mean over agents) that no imagined update may exceed. */
    double radius() {
        return radius;
    }

    /** Takes note of how far a round's updates carried the policies: KL(acted ‖ present) (nat). */
    void went(double divergence) {
        moved = Math.max(moved, divergence);
    }

    /** The best policies so far, as they were given. */
    byte[] incumbent() {
        return incumbent.clone();
    }

    /**
     * Takes note of a round.
     *
     * @param returned undiscounted return of all agents, mean over the round's episodes
     * @param acted the policies that earned it
     * @return whether so much is lost that the incumbent has to come back
     */
    boolean fell(double returned, byte[] acted) {
        OptionalDouble before = returns.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(returns.getLast());
        returns.add(returned);
        worst = Math.min(worst, returned);
        if (returns.size() > REMEMBERED) {
            returns.remove();
        }
        return before.isPresent() && hasFallen(before.getAsDouble(), returned, acted);
    }

    private boolean hasFallen(double before, double returned, byte[] acted) {
        double held = Math.min(before, returned);
        if (held > best) {
            best = held;
            incumbent = acted.clone();
            moved = 0;
        }
        if (Math.max(before, returned) < best - LOSS * (best - worst) - variation()) {
            radius = SHRINK * Math.min(radius, moved);
            moved = 0;
            returns.clear();
            return true;
        }
        radius = Math.min(largestRadius, GROWTH * radius);
        return false;
    }

    /** Median change of the return from one round to the next, the lower one of the middle two. */
    private double variation() {
        List<Double> order = List.copyOf(returns);
        int changes = order.size() - 1;
        return IntStream.range(0, changes)
                .mapToDouble(round -> Math.abs(order.get(round + 1) - order.get(round)))
                .sorted()
                .skip((changes - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    void writeTo(DataOutput out) throws IOException {
        for (double value : List.of(radius, moved, worst, best)) {
            out.writeDouble(value);
        }
        out.writeInt(incumbent.length);
        out.write(incumbent);
        out.writeInt(returns.size());
        for (double returned : returns) {
            out.writeDouble(returned);
        }
    }

    void readFrom(DataInput in) throws IOException {
        radius = in.readDouble();
        moved = in.readDouble();
        worst = in.readDouble();
        best = in.readDouble();
        incumbent = new byte[size(in, MOST_BYTES, "bytes of policies")];
        in.readFully(incumbent);
        returns.clear();
        for (int left = size(in, REMEMBERED, "returns"); left > 0; left--) {
            returns.add(in.readDouble());
        }
    }

    private static int size(DataInput in, int most, String what) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > most) {
            throw new IOException("%d %s are announced".formatted(size, what));
        }
        return size;
    }
}
