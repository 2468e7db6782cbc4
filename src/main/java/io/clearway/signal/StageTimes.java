package io.clearway.signal;

import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.util.stream.IntStream;

/** How long the stages of a signal last at least, and how long the changes between them take, by its timing sheet. */
public record StageTimes(SignalTiming timing) {
    /** Minimum green of all that a stage gives green to, in seconds. */
    public int minimumGreenSeconds(Phase stage) {
        return IntStream.range(0, timing.size())
                .filter(stage::isGreen)
                .map(index -> timing.movements().get(index).minimumGreenSeconds())
                .max()
                .orElse(0);
    }

    /** Seconds from the end of one stage to the beginning of another, when nothing runs from before. */
    public int changeSeconds(Phase from, Phase to) {
        int longest = 0;
        for (int ending = 0; ending < timing.size(); ending++) {
            if (from.isGreen(ending) && !to.isGreen(ending)) {
                longest = Math.max(longest, changeSeconds(ending, from, to));
            }
        }
        return longest;
    }

    private int changeSeconds(int ending, Phase from, Phase to) {
        Intergreens intergreens = timing.intergreens();
        MovementTiming movement = timing.movements().get(ending);
        int longest = movement.yellowSeconds();
        for (int beginning = 0; beginning < timing.size(); beginning++) {
            boolean begins = to.isGreen(beginning)
                    && (!from.isGreen(beginning) || (to.hasPriority(beginning) && !from.hasPriority(beginning)));
            if (begins) {
                longest = Math.max(longest, intergreens.seconds(ending, beginning));
            }
        }
        return longest;
    }
}
