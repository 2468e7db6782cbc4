package io.clearway.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a log read as one, from a time on. */
class EventWindowTest {
    @TempDir
    Path folder;

    /** A part, with rows of time in seconds, code and parameter. */
    private EventLog part(double fromSeconds, double toSeconds, String... rows) {
        return Logs.write(folder.resolve("part-" + fromSeconds), fromSeconds, toSeconds, rows);
    }

    private static List<String> read(EventWindow window) {
        List<String> rows = new ArrayList<>();
        window.read(
                Logs.SITE,
                event -> rows.add("%s %d %d".formatted(event.tenths() / 10.0, event.code(), event.parameter())));
        return rows;
    }

    private static EventWindow window(double fromSeconds, EventLog... parts) {
        return new EventWindow(
                Arrays.asList(parts),
                SignalEvent.tenths(fromSeconds),
                parts[parts.length - 1].header().endTenths());
    }

    @Test
    void allOfASingleLogIsReadAsItIs() {
        EventLog log = part(0, 100, "10 1 1", "12 82 3", "30 8 1");
        assertThat(read(EventWindow.of(log))).containsExactly("10.0 1 1", "12.0 82 3", "30.0 8 1");
    }

    @Test
    void whatIsGreenOrOccupiedAtTheBeginBeginsThere() {
        EventLog log = part(0, 100, "10 0 1", "10 1 1", "11 82 2", "11.5 82 3", "12 82 4", "13 81 4", "30 8 1");
        assertThat(read(window(20, log))).containsExactly("20.0 0 1", "20.0 1 1", "20.0 82 2", "30.0 8 1");
    }

    @Test
    void yellowGoesOnAndNothingFollowsIsNoReasonToForgetIt() {
        EventLog log = part(0, 100, "10 1 1", "30 8 1");
        assertThat(read(window(31, log))).containsExactly("31.0 8 1");
    }

    @Test
    void whatPartsSayOnceMoreIsLeftOut() {
        EventLog first = part(0, 50, "10 0 1", "10 1 1", "40 82 3", "41 81 3");
        EventLog second = part(50, 100, "50 0 1", "50 1 1", "60 7 1", "60 8 1", "63 9 1");
        assertThat(read(window(5, first, second)))
                .containsExactly("10.0 0 1", "10.0 1 1", "40.0 82 3", "41.0 81 3", "60.0 7 1", "60.0 8 1", "63.0 9 1");
    }

    @Test
    void aYellowAcrossPartsBeginsOnce() {
        EventLog first = part(0, 50, "10 1 1", "48 8 1");
        EventLog second = part(50, 100, "50 8 1", "51 9 1");
        assertThat(read(window(0, first, second))).containsExactly("10.0 1 1", "48.0 8 1", "51.0 9 1");
    }

    @Test
    void aRedClearanceAcrossPartsEndsWithTheNextGreen() {
        EventLog first = part(0, 50, "10 1 1", "40 8 1", "43 9 1", "43 10 1");
        EventLog second = part(50, 100, "55 0 1", "55 1 1");
        assertThat(read(window(0, first, second)))
                .endsWith("43.0 10 1", "55.0 11 1", "55.0 12 1", "55.0 0 1", "55.0 1 1");
    }

    @Test
    void zonesGoOffBetweenPartsSinceTheNextDoesNotKnowWhoStandsThere() {
        EventLog first = part(0, 50, "40 82 2");
        EventLog second = part(50, 100, "60 82 2", "61 81 2");
        assertThat(read(window(0, first, second))).containsExactly("40.0 82 2", "50.0 81 2", "60.0 82 2", "61.0 81 2");
    }
}
