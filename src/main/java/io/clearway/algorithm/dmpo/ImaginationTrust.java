package io.clearway.algorithm.dmpo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How far the imagined updates of a round may carry the policies from those that acted: a trust region (Conn, Gould,
 * Toint 2000) whose radius follows what the policies earn in real play, since a small error of the model does not show
 * that its advice is good. The returns of two rounds in a row are compared with the best two so far. Where a tenth of
 * all that was gained is lost, and more than returns vary from round to round, the best policies come back and the
 * radius becomes half of how far the last rounds went.
 */
final class ImaginationTrust {
    private static final double LOSS = 0.1;
    private static final double SHRINK = 0.5;
    private static final double GROWTH = 1.1;
    /** Rounds whose returns tell how much they vary. */
    private static final int REMEMBERED = 9;
    /** Bytes that a checkpoint may announce for the policies. */
    private static final int MOST_BYTES = 1 << 30;

    private final double largestRadius;
    private final List<Double> returns = new ArrayList<>();
    private double radius;
    private double moved;
    private double best = Double.NEGATIVE_INFINITY;
    private double worst = Double.POSITIVE_INFINITY;
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
     * @param acted gives the policies that earned it
     * @return whether they lost so much that the incumbent has to come back
     */
    boolean fell(double returned, Supplier<byte[]> acted) {
        returns.add(returned);
        if (returns.size() > REMEMBERED) {
            returns.remove(0);
        }
        if (returns.size() < 2) {
            return false;
        }
        double recent = (returned + returns.get(returns.size() - 2)) / 2;
        worst = Math.min(worst, recent);
        if (recent >= best) {
            best = recent;
            incumbent = acted.get();
            moved = 0;
        }
        if (recent < best - LOSS * (best - worst) - variation()) {
            radius = SHRINK * Math.min(radius, moved);
            moved = 0;
            returns.clear();
            return true;
        }
        radius = Math.min(largestRadius, GROWTH * radius);
        return false;
    }

    /** Median change of the return from one round to the next. */
    private double variation() {
        double[] changes = IntStream.range(1, returns.size())
                .mapToDouble(round -> Math.abs(returns.get(round) - returns.get(round - 1)))
                .sorted()
                .toArray();
        return changes[(changes.length - 1) / 2];
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeDouble(radius);
        out.writeDouble(moved);
        out.writeDouble(best);
        out.writeDouble(worst);
        out.writeInt(returns.size());
        for (double returned : returns) {
            out.writeDouble(returned);
        }
        out.writeInt(incumbent.length);
        out.write(incumbent);
    }

    void readFrom(DataInput in) throws IOException {
        radius = in.readDouble();
        moved = in.readDouble();
        best = in.readDouble();
        worst = in.readDouble();
        returns.clear();
        for (int left = size(in, REMEMBERED, "returns"); left > 0; left--) {
            returns.add(in.readDouble());
        }
        incumbent = new byte[size(in, MOST_BYTES, "bytes of policies")];
        in.readFully(incumbent);
    }

    private static int size(DataInput in, int most, String what) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > most) {
            throw new IOException("%d %s are announced".formatted(size, what));
        }
        return size;
    }
}
