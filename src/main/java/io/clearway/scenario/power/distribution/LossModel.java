package io.clearway.scenario.power.distribution;

import io.clearway.scenario.power.feeder.Branch;
import io.clearway.scenario.power.feeder.PowerFlow;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Line losses around a solved power flow as a quadratic function of changes of reactive powers (pu). They are a sum of
 * squares, Σ g |V_i − V_j|², and voltages nearly linear: JᵀJ is their curvature (Gauss–Newton).
 */
final class LossModel {
    private final DMatrixRMaj residuals;
    private final DMatrixRMaj slopes;

    /**
     * @param flow solved
     * @param by its derivatives by the reactive powers
     */
    LossModel(List<Branch> branches, PowerFlow flow, PowerFlow.Sensitivity by) {
        int sites = by.angles().length;
        this.residuals = new DMatrixRMaj(2 * branches.size(), 1);
        this.slopes = new DMatrixRMaj(2 * branches.size(), sites);
        for (int at = 0; at < branches.size(); at++) {
            add(at, branches.get(at), flow, by);
        }
    }

    /** √g · (V_i − V_j) along and across V_i. */
    private void add(int at, Branch branch, PowerFlow flow, PowerFlow.Sensitivity by) {
        double weight = Math.sqrt(branch.conductance());
        double other = flow.magnitude(branch.to());
        double across = flow.angle(branch.to()) - flow.angle(branch.from());
        double along = Math.cos(across);
        double aside = Math.sin(across);
        residuals.set(2 * at, 0, weight * (flow.magnitude(branch.from()) - other * along));
        residuals.set(2 * at + 1, 0, -weight * other * aside);
        for (int site = 0; site < slopes.getNumCols(); site++) {
            double turned = by.angles()[site][branch.to()] - by.angles()[site][branch.from()];
            double grown = by.magnitudes()[site][branch.to()];
            double here = by.magnitudes()[site][branch.from()];
            slopes.set(2 * at, site, weight * (here - grown * along + other * aside * turned));
            slopes.set(2 * at + 1, site, -weight * (grown * aside + other * along * turned));
        }
    }

    /** Second derivatives, 2 JᵀJ. */
    DMatrixRMaj curvature() {
        DMatrixRMaj product = new DMatrixRMaj(slopes.getNumCols(), slopes.getNumCols());
        CommonOps_DDRM.multInner(slopes, product);
        CommonOps_DDRM.scale(2, product);
        return product;
    }

    /** First derivatives without a change, 2 Jᵀr. */
    double[] slope() {
        DMatrixRMaj product = new DMatrixRMaj(slopes.getNumCols(), 1);
        CommonOps_DDRM.multTransA(2, slopes, residuals, product);
        return product.data;
    }
}
