package io.clearway.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.timing.MovementTiming.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sheet of one signal with two movements that conflict. */
class TimingSheetFileTest {
    @TempDir
    Path folder;

    private final TimingSheet sheet = sheet(List.of());

    @Test
    void anOrderOfStagesIsWrittenAndRead() throws IOException {
        TimingSheet ordered = sheet(List.of(1, 0));
        assertThat(TimingSheetFile.text(ordered)).contains("\"order\" : [ 1, 0 ]");
        assertThat(read(TimingSheetFile.text(ordered))).isEqualTo(ordered);
        assertThat(TimingSheetFile.sha256(ordered)).isNotEqualTo(TimingSheetFile.sha256(sheet));
    }

    @Test
    void aSheetWithoutAnOrderDoesNotMentionIt() throws IOException {
        assertThat(TimingSheetFile.text(sheet)).doesNotContain("order");
        assertThat(read(TimingSheetFile.text(sheet))).isEqualTo(sheet);
    }

    @Test
    void anOrderWithAStageTwiceIsRefused() {
        String twice = TimingSheetFile.text(sheet(List.of(1, 0))).replace("[ 1, 0 ]", "[ 1, 1 ]");
        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%s, signal 'J': order [1, 1] must have at least two stages, each once; give none for"
                                .formatted(file())
                        + " any order");
    }

    private TimingSheet read(String text) throws IOException {
        return TimingSheetFile.read(Files.writeString(file(), text), sheet);
    }

    private Path file() {
        return folder.resolve(TimingSheetFile.NAME);
    }

    private static TimingSheet sheet(List<Integer> order) {
        MovementTiming vehicles = new MovementTiming(Kind.VEHICLES, 3, 5, 120);
        Intergreens intergreens =
                Intergreens.of(2, List.of(new Intergreens.Entry(0, 1, 5), new Intergreens.Entry(1, 0, 4)));
        SignalTiming timing = new SignalTiming(List.of(vehicles, vehicles), intergreens, order);
        return new TimingSheet(TimingProfile.STANDARD, Map.of("J", timing));
    }
}
