package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.sensing.SignalReadings;
import java.util.random.RandomGenerator;

/** Chooses any legal phase with equal probability. */
record UniformRandom(RandomGenerator chance) implements PhaseRule {
    @Override
    public int choose(SignalReadings readings, boolean[] legal) {
        int count = 0;
        for (boolean may : legal) {
            count += may ? 1 : 0;
        }
        int left = chance.nextInt(count);
        int phase = 0;
        while (!legal[phase] || left-- > 0) {
            phase++;
        }
        return phase;
    }
}
