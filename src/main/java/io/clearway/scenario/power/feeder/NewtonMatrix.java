package io.clearway.scenario.power.feeder;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * The Jacobian of the power flow equations, ∂(P, Q) / ∂(θ, v), and its sparse LU decomposition. Buses come leaves
 * first, so that a tree fills in nothing beside its branches. Its entries are found once; then only values change.
 */
final class NewtonMatrix {
    private static final int BLOCK = 4;

    private final List<Branch> branches;
    private final int[] place;
    private final int[][] slots;
    private final DMatrixSparseCSC matrix;
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;
    private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
            LinearSolverFactory_DSCC.lu(FillReducing.NONE);

    NewtonMatrix(Feeder feeder) {
        this.branches = feeder.branches();
        int buses = feeder.buses();
        this.place = new int[buses];
        List<Integer> order = new FeederTree(feeder).order();
        for (int at = 0; at < buses; at++) {
            place[order.get(at)] = buses - 1 - at;
        }
        int size = 2 * (buses - 1);
        TreeMap<Long, Integer> entries = new TreeMap<>();
        for (Branch branch : branches) {
            for (int row : ends(branch)) {
                for (int column : ends(branch)) {
                    keys(row, column, entries);
                }
            }
        }
        this.matrix = new DMatrixSparseCSC(size, size, entries.size());
        layOut(entries, size);
        this.slots = new int[branches.size()][];
        for (int branch = 0; branch < slots.length; branch++) {
            slots[branch] = slots(branches.get(branch), entries);
        }
        this.right = new DMatrixRMaj(size, 1);
        this.solution = new DMatrixRMaj(size, 1);
    }

    private static int[] ends(Branch branch) {
        return new int[] {branch.from(), branch.to()};
    }

    private void keys(int row, int column, SortedMap<Long, Integer> entries) {
        if (row == 0 || column == 0) {
            return;
        }
        for (int entry = 0; entry < BLOCK; entry++) {
            entries.put(key(row, column, entry), 0);
        }
    }

    /** Column by column: entries of a block are ∂P/∂θ, ∂P/∂v, ∂Q/∂θ, ∂Q/∂v. */
    private long key(int row, int column, int entry) {
        long matrixRow = 2L * place[row] + entry / 2;
        long matrixColumn = 2L * place[column] + entry % 2;
        return matrixColumn * 2 * place.length + matrixRow;
    }

    private void layOut(SortedMap<Long, Integer> entries, int size) {
        int slot = 0;
        int rows = 2 * place.length;
        for (var entry : entries.entrySet()) {
            matrix.nz_rows[slot] = (int) (entry.getKey() % rows);
            matrix.col_idx[(int) (entry.getKey() / rows) + 1] = slot + 1;
            entry.setValue(slot);
            slot++;
        }
        matrix.nz_length = slot;
        matrix.indicesSorted = true;
        if (matrix.col_idx[size] != slot) {
            throw new IllegalStateException("The Jacobian lacks its last column");
        }
    }

    /** Where the four blocks of a branch are: from–from, from–to, to–to, to–from; −1 beside the substation. */
    private int[] slots(Branch branch, SortedMap<Long, Integer> entries) {
        int[] rows = {branch.from(), branch.from(), branch.to(), branch.to()};
        int[] columns = {branch.from(), branch.to(), branch.to(), branch.from()};
        int[] found = new int[BLOCK * BLOCK];
        for (int block = 0; block < BLOCK; block++) {
            for (int entry = 0; entry < BLOCK; entry++) {
                boolean known = rows[block] != 0 && columns[block] != 0;
                found[BLOCK * block + entry] =
                        known ? entries.getOrDefault(key(rows[block], columns[block], entry), -1) : -1;
            }
        }
        return found;
    }

    /** Takes the derivatives at some voltages and decomposes; false where they are singular. */
    boolean decompose(double[] magnitude, double[] angle) {
        Arrays.fill(matrix.nz_values, 0, matrix.nz_length, 0);
        double[] values = new double[2 * BLOCK];
        double[][] voltage = {magnitude, angle};
        for (int branch = 0; branch < slots.length; branch++) {
            Branch line = branches.get(branch);
            derivatives(line, line.from(), line.to(), voltage, values);
            add(slots[branch], 0, values);
            derivatives(line, line.to(), line.from(), voltage, values);
            add(slots[branch], 2 * BLOCK, values);
        }
        return solver.setA(matrix);
    }

    private void add(int[] where, int first, double[] values) {
        for (int value = 0; value < values.length; value++) {
            if (where[first + value] >= 0) {
                matrix.nz_values[where[first + value]] += values[value];
            }
        }
    }

    /** Derivatives of the flow into a branch by the voltage of its own end, then by that of the other end. */
    private static void derivatives(Branch branch, int own, int other, double[][] voltage, double[] to) {
        double g = branch.conductance();
        double b = branch.susceptance();
        double vOwn = voltage[0][own];
        double vOther = voltage[0][other];
        double across = voltage[1][own] - voltage[1][other];
        double even = g * Math.cos(across) + b * Math.sin(across);
        double odd = g * Math.sin(across) - b * Math.cos(across);
        to[0] = vOwn * vOther * odd;
        to[1] = 2 * vOwn * g - vOther * even;
        to[2] = -vOwn * vOther * even;
        to[3] = -2 * vOwn * b - vOther * odd;
        to[BLOCK] = -to[0];
        to[BLOCK + 1] = -vOwn * even;
        to[BLOCK + 2] = -to[2];
        to[BLOCK + 3] = -vOwn * odd;
    }

    /**
     * Solves for a right side.
     *
     * @param rightSide P at 2·bus, Q behind it
     * @param to θ at 2·bus, v behind it; the substation's stay as they are
     */
    void solve(double[] rightSide, double[] to) {
        for (int bus = 1; bus < place.length; bus++) {
            right.data[2 * place[bus]] = rightSide[2 * bus];
            right.data[2 * place[bus] + 1] = rightSide[2 * bus + 1];
        }
        solver.solve(right, solution);
        for (int bus = 1; bus < place.length; bus++) {
            to[2 * bus] = solution.data[2 * place[bus]];
            to[2 * bus + 1] = solution.data[2 * place[bus] + 1];
        }
    }
}
