package io.clearway.scenario.atsc.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.scenario.atsc.TwoSignals;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.ReadingsInput;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignalRulesTest {
    private static final boolean[] ALL = {true, true, true};

    private final List<ControlledSignal> signals = TwoSignals.network().signals();
    private final ReadingsInput readings = new ReadingsInput(signals.get(0));

    @Test
    void greedyTakesThePhaseWithTheMostVehiclesAtItsGreenLinks() {
        detected(4, 7);
        // GGr: 4 + 4; rrG: 7; rgG: 4 + 7
        assertThat(new Greedy().choose(readings.get(), ALL)).isEqualTo(2);
        assertThat(new Greedy().choose(readings.get(), new boolean[] {true, true, false}))
                .isZero();
        assertThat(new Greedy().choose(readings.get(), new boolean[] {false, true, false}))
                .isEqualTo(1);
    }

    @Test
    void greedyStaysAmongEquals() {
        detected(0, 0);
        readings.setState(0, 1, 5);
        assertThat(new Greedy().choose(readings.get(), ALL)).isEqualTo(1);
    }

    @Test
    void pressureIsTheDensityBeforeMinusTheDensityBehind() {
        // links: 0.12 − 0.025, 0.12 − 0.08, 0.15 − 0.08; phases: GGr 0.135, rrG 0.07, rgG 0.02 + 0.07
        occupied(9, 15, 2, 12);
        assertThat(maxPressure()).isZero();
        // links: 0 − …, 0 − …, 0.15 − 0.08: what is less than nothing does not count
        occupied(0, 15, 80, 12);
        readings.setState(0, 2, 15);
        assertThat(maxPressure()).isEqualTo(2);
        readings.setState(0, 0, 15);
        assertThat(maxPressure()).isEqualTo(1);
    }

    @Test
    void givingWayCountsHalf() {
        // links: 0, 0.12 − 0, 0.10: rrG 0.10, rgG 0.06 + 0.10, GGr 0.12
        occupied(9, 10, 80, 0);
        assertThat(maxPressure()).isEqualTo(2);
        // links: 0, 0.12, 0.05: GGr 0.12, rgG 0.06 + 0.05
        occupied(9, 5, 80, 0);
        assertThat(maxPressure()).isZero();
    }

    @Test
    void maxPressureHoldsAPhaseFirst() {
        occupied(9, 15, 2, 12);
        readings.setState(0, 1, 10);
        assertThat(maxPressure()).isEqualTo(1);
        readings.setState(0, 1, 15);
        assertThat(maxPressure()).isZero();
        readings.setState(0, 1, 10);
        assertThat(new MaxPressure(Hold.of(15)).choose(readings.get(), new boolean[] {true, false, true}))
                .isZero();
    }

    @Test
    void aHoldEndsWhenThePhaseHasNobodyLeftToServe() {
        occupied(9, 0, 2, 12);
        readings.setState(0, 1, 10);
        assertThat(maxPressure()).isZero();
    }

    @Test
    void theUsualHoldGrowsWithTheLongestChange() {
        // a change takes 2 s in these readings
        assertThat(Hold.byChanges(15, 4).seconds(readings.get())).isEqualTo(15);
        assertThat(Hold.byChanges(5, 4).seconds(readings.get())).isEqualTo(8);
    }

    @Test
    void capacityAwareCountsALaneOnceAndRoomBehindSquared() {
        // lanes before: 7.5 · 4.5 / 75 = 0.45 and 0.5625; behind: 0.1875² = 0.035 and 0.6² = 0.36; half of all move
        // GGr 0.45 − 0.198 = 0.252; rrG 0.2025; rgG 0.2025 + ¾ · (½)² · (0.45 − 0.36) = 0.219
        occupied(6, 10, 2, 12);
        readings.setLane(0, 6, 3);
        readings.setLane(1, 10, 5);
        assertThat(capacityAware()).isZero();
        // GGr 0.4 − 0.198 = 0.202; rgG 0.2025 + 0.0075, and 7 of 16 stand: × 1.06
        readings.setLane(0, 6, 2);
        readings.setState(0, 2, 15);
        assertThat(capacityAware()).isEqualTo(2);
        // a lane of standing vehicles is twice as urgent: GGr 0.8 − 0.198
        readings.setLane(0, 8, 8);
        assertThat(capacityAware()).isZero();
    }

    @Test
    void capacityAwareKeepsAGreenWhileItsVehiclesMove() {
        // GGr 0.4 − 0.198 = 0.202, × 1.45 while all move; rgG 0.21
        occupied(8, 15, 2, 12);
        assertThat(capacityAware()).isZero();
        // the same pressure, × 0.55 when all stand
        readings.setLane(0, 4, 4);
        assertThat(capacityAware()).isEqualTo(2);
    }

    @Test
    void capacityAwareSendsNobodyIntoAFullLane() {
        // AB takes 20 standing vehicles: with 19 only who goes south from the north counts
        occupied(20, 60, 0, 19);
        assertThat(capacityAware()).isZero();
        // with 17 the west does, too: GGr 1 − 0.36, rrG 2.25 − 0.72
        occupied(20, 60, 0, 17);
        assertThat(capacityAware()).isNotZero();
    }

    @Test
    void gatingLetsWaitOutsideWhoIsOutside() {
        // 75 m from outside against 150 m from A, each a quarter full: 7.5 · 2.5 / 75 / 4 = 0.0625 against 0.25
        ReadingsInput second = new ReadingsInput(signals.get(1));
        second.setState(0, 0, 15);
        second.setLane(0, 5, 5);
        second.setLane(1, 3, 2);
        assertThat(gating(second)).isZero();
        assertThat(choose(CapacityAware.ungated(Hold.of(15)), second)).isEqualTo(1);
        // 1 / 4 against 0.2 · 0.8, as those stand
        second.setLane(0, 4, 4);
        second.setLane(1, 10, 10);
        assertThat(gating(second)).isEqualTo(1);
        // ahead (7.5 · 6 / 80)² = 0.32 is more than the quarter: nobody is let in
        second.setLane(0, 0, 0);
        second.setDownstream(1, 6);
        assertThat(gating(second)).isZero();
    }

    @Test
    void capacityAwareHoldsAPhaseFirst() {
        occupied(20, 60, 0, 19);
        readings.setState(0, 1, 10);
        assertThat(capacityAware()).isEqualTo(1);
    }

    @Test
    void fixedTimeFollowsTheProgramAndKeepsToTheMask() {
        // the program: 7 s GGr, 3 s yellow, 7 s rrG, 3 s yellow
        var fixed = new FixedTime();
        readings.setState(5, 0, 5);
        assertThat(fixed.choose(readings.get(), ALL)).isZero();
        readings.setState(10, 0, 10);
        assertThat(fixed.choose(readings.get(), ALL)).isEqualTo(1);
        assertThat(fixed.choose(readings.get(), new boolean[] {true, false, true}))
                .isZero();
        assertThat(fixed.choose(readings.get(), new boolean[] {false, false, true}))
                .isEqualTo(2);
    }

    @Test
    void randomIsUniformOverLegalPhasesAndRepeatable() {
        boolean[] legal = {true, false, true};
        int[] counts = new int[3];
        for (int choice : draws(1, 2000, legal)) {
            counts[choice]++;
        }
        assertThat(counts[1]).isZero();
        assertThat(counts[0]).isBetween(900, 1100);
        assertThat(draws(1, 50, ALL)).isEqualTo(draws(1, 50, ALL)).isNotEqualTo(draws(2, 50, ALL));
    }

    private List<Integer> draws(long seed, int number, boolean[] legal) {
        var random = new UniformRandom(new SplittableRandom(seed));
        List<Integer> draws = new ArrayList<>();
        for (int draw = 0; draw < number; draw++) {
            draws.add(random.choose(readings.get(), legal));
        }
        return draws;
    }

    private int maxPressure() {
        return new MaxPressure(Hold.of(15)).choose(readings.get(), ALL);
    }

    private int capacityAware() {
        return CapacityAware.ungated(Hold.of(15)).choose(readings.get(), ALL);
    }

    private int gating(ReadingsInput ofSecond) {
        return choose(CapacityAware.gating(Hold.of(15)), ofSecond);
    }

    private static int choose(PhaseRule rule, ReadingsInput ofSecond) {
        return rule.choose(ofSecond.get(), new boolean[] {true, true});
    }

    private void detected(int north, int west) {
        readings.setState(0, 0, 15);
        readings.setDetector(0, north, 0);
        readings.setDetector(1, west, 0);
    }

    private void occupied(int north, int west, int south, int east) {
        readings.setState(0, 0, 15);
        readings.setLane(0, north, 0);
        readings.setLane(1, west, 0);
        readings.setDownstream(0, south);
        readings.setDownstream(1, east);
    }
}
