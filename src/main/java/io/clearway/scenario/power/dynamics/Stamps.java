package io.clearway.scenario.power.dynamics;

/** Where a sparse matrix is added up, stamp by stamp. */
@FunctionalInterface
public interface Stamps {
    /** Adds to one entry. */
    void add(int row, int column, double value);
}
