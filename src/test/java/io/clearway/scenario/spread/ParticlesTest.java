package io.clearway.scenario.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.network.JointAction;
import org.junit.jupiter.api.Test;

class ParticlesTest {
    private static final double[] ANYWHERE = new double[4];

    /** v = 0.1 · 2 = 0.2, then 0.75 · 0.2 + 0.2; p moves by a tenth of it. */
    @Test
    void forcesMoveAndFrictionSlows() {
        Particles particles = new Particles(new double[] {0, 0, 5, 5}, ANYWHERE);
        particles.advance(new double[] {2, 0, 0, 0});
        assertThat(particles.velocity(0, 0)).isCloseTo(0.2, within(1e-12));
        assertThat(particles.position(0, 0)).isCloseTo(0.02, within(1e-12));
        particles.advance(new double[] {2, 0, 0, 0});
        assertThat(particles.velocity(0, 0)).isCloseTo(0.35, within(1e-12));
        assertThat(particles.position(0, 0)).isCloseTo(0.055, within(1e-12));
        assertThat(particles.position(1, 1)).isEqualTo(5);
    }

    /** At a distance of 0.2 the force is 100 · 0.1 (softened by nothing that shows), along the line between them. */
    @Test
    void agentsThatTouchPushEachOtherAway() {
        Particles particles = new Particles(new double[] {0, 0, 0.12, 0.16}, ANYWHERE);
        assertThat(particles.touches(0)).isTrue();
        particles.advance(new double[4]);
        assertThat(particles.velocity(0, 0)).isCloseTo(-0.1 * 10 * 0.6, within(1e-9));
        assertThat(particles.velocity(0, 1)).isCloseTo(-0.1 * 10 * 0.8, within(1e-9));
        assertThat(particles.velocity(1, 0)).isCloseTo(0.1 * 10 * 0.6, within(1e-9));
    }

    @Test
    void agentsFarApartDoNotFeelEachOther() {
        Particles particles = new Particles(new double[] {0, 0, 0.5, 0}, ANYWHERE);
        assertThat(particles.touches(1)).isFalse();
        particles.advance(new double[4]);
        assertThat(particles.velocity(0, 0)).isCloseTo(0, within(1e-12));
    }

    @Test
    void agentsAtOnePlaceStayFinite() {
        Particles particles = new Particles(new double[4], ANYWHERE);
        particles.advance(new double[4]);
        assertThat(particles.position(0, 0)).isZero();
    }

    @Test
    void fiveNumbersAreAForceAndBack() {
        JointAction action = JointAction.ofVectors(new double[] {0.9, 1, -0.5, 0.2, 0.6});
        assertThat(Forces.of(action)).containsExactly(new double[] {7.5, -2}, within(1e-12));
        assertThat(Forces.of(JointAction.ofVectors(new double[] {0, 3, 0, 0, 0})))
                .containsExactly(new double[] {5, 0}, within(1e-12));
        assertThat(Forces.of(Forces.action(new double[] {3, -4}))).containsExactly(new double[] {3, -4}, within(1e-12));
        assertThat(Forces.of(Forces.action(new double[] {30, 0}))).containsExactly(new double[] {10, 0}, within(1e-12));
    }
}
