package io.clearway.signal;

import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.util.Arrays;

/**
 * The lights of one signal on their way from one stage to the next, second by second. All movements that lose their
 * green end it together, each with its yellow; all movements that gain green, or priority, begin it together when every
 * yellow is over and every intergreen time has passed. Used by one thread at a time.
 */
final class StageChange {
    private final SignalTiming timing;
    /** Counts beyond the longest time of the sheet make no difference. */
    private final int longest;

    private final char[] lights;
    private final int[] green;
    private final int[] ended;

    /**
     * @param shown what the signal shows; how long it has done so is not known, so every green counts as just begun and
     *     every red as just ended
     */
    StageChange(SignalTiming timing, String shown) {
        this.timing = timing;
        this.longest = longest(timing);
        this.lights = new char[timing.size()];
        this.green = new int[timing.size()];
        this.ended = new int[timing.size()];
        Arrays.fill(lights, 'r');
        set(shown);
    }

    /** A copy that goes on independently. */
    StageChange(StageChange other) {
        this.timing = other.timing;
        this.longest = other.longest;
        this.lights = other.lights.clone();
        this.green = other.green.clone();
        this.ended = other.ended.clone();
    }

    /** Takes over a state that somebody else set; indices that it lacks, or that are of no known color, become red. */
    void set(String observed) {
        for (int index = 0; index < lights.length; index++) {
            char light = index < observed.length() ? known(observed.charAt(index)) : 'r';
            if (Phase.isGreen(light) && !Phase.isGreen(lights[index])) {
                green[index] = 0;
            }
            if (!Phase.isGreen(light) && Phase.isGreen(lights[index])) {
                ended[index] = 0;
            }
            lights[index] = light;
        }
        for (int index = 0; index < lights.length; index++) {
            if (lights[index] == 'G' && hasFoeInYellow(index)) {
                // priority begins anew when the change is over
                lights[index] = 'g';
            }
        }
    }

    private boolean hasFoeInYellow(int index) {
        for (int other = 0; other < lights.length; other++) {
            if (lights[other] == 'y' && timing.intergreens().conflict(other, index)) {
                return true;
            }
        }
        return false;
    }

    private static char known(char light) {
        return switch (light) {
            case 'G', 'g', 's', 'o', 'O' -> light;
            case 'y', 'Y' -> 'y';
            default -> 'r';
        };
    }

    String lights() {
        return new String(lights);
    }

    /** Whether it shows this stage. */
    boolean shows(Phase stage) {
        return stage.state().equals(lights());
    }

    /** Whether every movement that would lose its green has had its minimum. */
    boolean minimumGreenServed(Phase next) {
        for (int index = 0; index < lights.length; index++) {
            if (loses(index, next)
                    && green[index] < timing.movements().get(index).minimumGreenSeconds()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the intergreen times of all movements without green have passed. */
    boolean intergreensServed() {
        for (int index = 0; index < lights.length; index++) {
            for (int other = 0; other < lights.length; other++) {
                if (!Phase.isGreen(lights[index])
                        && ended[index] < timing.intergreens().seconds(index, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Goes on by one second towards a stage; afterwards {@link #lights} is what to show in the second that begins. */
    void tick(Phase target) {
        for (int index = 0; index < lights.length; index++) {
            endGreen(index, target);
        }
        boolean cleared = cleared(target);
        for (int index = 0; index < lights.length; index++) {
            show(index, target, cleared);
            count(index);
        }
    }

    private void endGreen(int index, Phase target) {
        if (loses(index, target)) {
            lights[index] = yellow(index) > 0 ? 'y' : 'r';
            ended[index] = 0;
        } else if (lights[index] == 'y' && ended[index] >= yellow(index)) {
            lights[index] = 'r';
        } else if (isOff(lights[index]) && lights[index] != target.state().charAt(index)) {
            lights[index] = 'r';
        }
    }

    private static boolean isOff(char light) {
        return light == 'o' || light == 'O';
    }

    private boolean loses(int index, Phase target) {
        return Phase.isGreen(lights[index]) && !target.isGreen(index);
    }

    /** Whether no yellow is left, and everybody who begins may. */
    private boolean cleared(Phase target) {
        for (int index = 0; index < lights.length; index++) {
            if (lights[index] == 'y' || (begins(index, target) && !clear(index, target))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a movement gains green, or priority. */
    private boolean begins(int index, Phase target) {
        return target.isGreen(index)
                && (!Phase.isGreen(lights[index]) || (target.hasPriority(index) && lights[index] != 'G'));
    }

    /** Whether the intergreen times of all foes that are not green with it have passed. */
    private boolean clear(int beginning, Phase target) {
        for (int index = 0; index < lights.length; index++) {
            if (timing.intergreens().conflict(index, beginning)
                    && !target.isGreen(index)
                    && ended[index] < timing.intergreens().seconds(index, beginning)) {
                return false;
            }
        }
        return true;
    }

    private void show(int index, Phase target, boolean cleared) {
        if (cleared) {
            if (!Phase.isGreen(lights[index]) && target.isGreen(index)) {
                green[index] = 0;
            }
            lights[index] = target.state().charAt(index);
        } else if (Phase.isGreen(lights[index]) && !target.hasPriority(index)) {
            lights[index] = 'g';
        }
    }

    private void count(int index) {
        if (Phase.isGreen(lights[index])) {
            green[index] = Math.min(green[index] + 1, longest);
        } else {
            ended[index] = Math.min(ended[index] + 1, longest);
        }
    }

    private static int longest(SignalTiming timing) {
        int longest = timing.intergreens().longestSeconds();
        for (MovementTiming movement : timing.movements()) {
            longest = Math.max(longest, Math.max(movement.yellowSeconds(), movement.minimumGreenSeconds()));
        }
        return longest;
    }

    /** All that decides what it may show later; equal keys behave equally. */
    String key() {
        StringBuilder key = new StringBuilder(lights());
        for (int index = 0; index < lights.length; index++) {
            key.append((char) (Phase.isGreen(lights[index]) ? green[index] : ended[index]));
        }
        return key.toString();
    }

    private int yellow(int index) {
        return timing.movements().get(index).yellowSeconds();
    }
}
