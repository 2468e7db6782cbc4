package io.clearway.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What must hold for every second of every signal, whoever decides. */
public final class SafeSignals {
    private SafeSignals() {}

    /** No meeting greens, none beside a crossing yellow, full yellow after each green, minimum green kept. */
    public static void assertSafe(List<String> states) {
        for (int second = 0; second < states.size(); second++) {
            String state = states.get(second);
            assertThat((shows(state, 'G', 0, 2) && shows(state, 'G', 1, 3))
                            || (shows(state, 'G', 0, 2) && shows(state, 'y', 1, 3))
                            || (shows(state, 'y', 0, 2) && shows(state, 'G', 1, 3)))
                    .as("avenue green beside the street's green or yellow at second %d: %s", second, state)
                    .isFalse();
        }
        for (int link = 0; link < 4; link++) {
            assertLinkSafe(states, link);
        }
    }

    private static void assertLinkSafe(List<String> states, int link) {
        int green = 0;
        int yellow = 0;
        for (int second = 0; second < states.size(); second++) {
            char shown = states.get(second).charAt(link);
            String where = "link %d at second %d of %s"
                    .formatted(link, second, states.subList(Math.max(0, second - 12), second + 1));
            if (shown == 'r') {
                assertThat(green).as("red right after green, " + where).isZero();
                assertThat(yellow == 0 || yellow == second || yellow >= FakeTown.YELLOW)
                        .as("%d s of yellow, %s", yellow, where)
                        .isTrue();
                yellow = 0;
            } else if (shown == 'y') {
                boolean first = green == second;
                assertThat(green == 0 || first || green >= FakeTown.MINIMUM_GREEN)
                        .as("%d s of green, %s", green, where)
                        .isTrue();
                green = 0;
                yellow++;
            } else {
                green++;
                yellow = 0;
            }
        }
    }

    private static boolean shows(String state, char light, int one, int other) {
        return state.charAt(one) == light || state.charAt(other) == light;
    }
}
