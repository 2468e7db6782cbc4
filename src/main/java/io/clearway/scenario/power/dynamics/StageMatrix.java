package io.clearway.scenario.power.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * The matrix 1/(γh) · I − ∂f/∂y of a Rosenbrock method's stages and its LU decomposition. Its entries are found once;
 * from then on only their values change. Rows are divided by the largest of their entries, so that pivots are compared
 * fairly where the units of the equations differ.
 */
final class StageMatrix {
    private final StiffSystem system;
    private final int[] places;
    private final int[] slots;
    private final int[] diagonal;
    private final double[] jacobian;
    private final double[] rowScale;
    private final DMatrixSparseCSC matrix;
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;
    private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
            LinearSolverFactory_DSCC.lu(FillReducing.NONE);

    /** @param state any, to learn which entries there are */
    StageMatrix(StiffSystem system, double[] state) {
        this.system = system;
        int size = system.size();
        List<int[]> stamped = new ArrayList<>();
        system.jacobian(state, (row, column, value) -> stamped.add(new int[] {row, column}));
        int stamps = stamped.size();
        for (int unknown = 0; unknown < size; unknown++) {
            stamped.add(new int[] {unknown, unknown});
        }
        int[] rows = stamped.stream().mapToInt(entry -> entry[0]).toArray();
        int[] columns = stamped.stream().mapToInt(entry -> entry[1]).toArray();
        this.places = EliminationOrder.places(size, rows, columns);
        Map<Long, Integer> entries = new TreeMap<>();
        for (int entry = 0; entry < rows.length; entry++) {
            entries.put(key(rows[entry], columns[entry]), 0);
        }
        this.matrix = new DMatrixSparseCSC(size, size, entries.size());
        layOut(entries);
        int[] all = new int[rows.length];
        Arrays.setAll(all, entry -> entries.get(key(rows[entry], columns[entry])));
        this.slots = Arrays.copyOf(all, stamps);
        this.diagonal = Arrays.copyOfRange(all, stamps, all.length);
        this.jacobian = new double[entries.size()];
        this.rowScale = new double[size];
        this.right = new DMatrixRMaj(size, 1);
        this.solution = new DMatrixRMaj(size, 1);
    }

    private long key(int row, int column) {
        return (long) places[column] * places.length + places[row];
    }

    /** Numbers the entries column by column and tells the matrix where they are. */
    private void layOut(Map<Long, Integer> entries) {
        int slot = 0;
        for (var entry : entries.entrySet()) {
            int column = (int) (entry.getKey() / places.length);
            matrix.nz_rows[slot] = (int) (entry.getKey() % places.length);
            matrix.col_idx[column + 1] = slot + 1;
            entry.setValue(slot);
            slot++;
        }
        matrix.nz_length = slot;
        matrix.indicesSorted = true;
    }

    /** Takes ∂f/∂y at a state. */
    void linearize(double[] state) {
        Arrays.fill(jacobian, 0);
        int[] next = {0};
        system.jacobian(state, (row, column, value) -> jacobian[slots[next[0]++]] += value);
    }

    /** Decomposes the matrix for a value of 1/(γh); false where it is singular. */
    boolean decompose(double shift) {
        for (int slot = 0; slot < jacobian.length; slot++) {
            matrix.nz_values[slot] = -jacobian[slot];
        }
        for (int slot : diagonal) {
            matrix.nz_values[slot] += shift;
        }
        Arrays.fill(rowScale, 0);
        for (int slot = 0; slot < jacobian.length; slot++) {
            int row = matrix.nz_rows[slot];
            rowScale[row] = Math.max(rowScale[row], Math.abs(matrix.nz_values[slot]));
        }
        for (int slot = 0; slot < jacobian.length; slot++) {
            matrix.nz_values[slot] /= rowScale[matrix.nz_rows[slot]];
        }
        return solver.setA(matrix);
    }

    /** Solves for a right side; writes the solution. */
    void solve(double[] rightSide, double[] to) {
        for (int unknown = 0; unknown < places.length; unknown++) {
            right.data[places[unknown]] = rightSide[unknown] / rowScale[places[unknown]];
        }
        solver.solve(right, solution);
        for (int unknown = 0; unknown < places.length; unknown++) {
            to[unknown] = solution.data[places[unknown]];
        }
    }
}
