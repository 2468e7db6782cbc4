package io.clearway.events.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.events.Logs;
import io.clearway.events.SignalEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of the signal of {@link Logs}: presence detectors 2 and 4 call phase 1, pedestrian detector 1 phase 2. */
class CallRecorderTest {
    /** The calls that follow from events, all as tenths, code and parameter. */
    private static List<String> calls(String... events) {
        List<String> calls = new ArrayList<>();
        CallRecorder recorder = new CallRecorder(
                Logs.SITE, call -> calls.add("%d %d %d".formatted(call.tenths(), call.code(), call.parameter())));
        for (String event : events) {
            int[] cells = Arrays.stream(event.split(" ", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            recorder.accept(new SignalEvent(cells[0], cells[1], cells[2]));
        }
        return calls;
    }

    @Test
    void whoStandsAtRedCallsUntilGreen() {
        assertThat(calls("10 82 2", "20 82 4", "50 1 1", "60 81 2", "70 81 4"))
                .as("a second lane calls no more than once")
                .containsExactly("10 43 1", "50 44 1");
    }

    @Test
    void aCallIsDroppedWhenNobodyIsLeft() {
        assertThat(calls("10 82 2", "20 82 4", "30 81 2", "40 81 4", "90 82 2"))
                .containsExactly("10 43 1", "40 44 1", "90 43 1");
    }

    @Test
    void onGreenNobodyCallsAndWhoIsLeftCallsOnYellow() {
        assertThat(calls("0 1 1", "10 82 2", "20 81 2", "30 82 4", "40 7 1", "40 8 1", "45 81 4", "60 9 1"))
                .containsExactly("40 43 1", "45 44 1");
    }

    @Test
    void onlyDetectorsOfPresenceCall() {
        assertThat(calls("10 82 1", "20 82 3", "30 81 1", "40 82 5")).isEmpty();
    }

    @Test
    void aPedestriansCallStaysUntilWalk() {
        assertThat(calls("10 90 1", "20 89 1", "30 90 1", "50 21 2", "55 89 1", "60 90 1", "65 89 1"))
                .as("one who goes and one who comes again, and one in walk")
                .containsExactly("10 45 2");
    }

    @Test
    void whoIsLeftWhenWalkEndsCallsAtOnceAndOnce() {
        assertThat(calls("10 90 1", "50 21 2", "80 22 2", "90 23 2", "95 89 1", "99 90 1"))
                .containsExactly("10 45 2", "80 45 2");
    }
}
