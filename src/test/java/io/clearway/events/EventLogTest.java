package io.clearway.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    /** More than are kept before they are appended, so that the file has several members. */
    private static final int MANY = 20_000;

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadInOrder() {
        List<SignalEvent> written = new ArrayList<>();
        try (EventLogWriter writer = new EventLogWriter(folder, List.of(Logs.SITE))) {
            for (int tenths = 0; tenths < MANY; tenths++) {
                written.add(new SignalEvent(tenths, tenths % 2 == 0 ? 82 : 81, 1));
                writer.add(0, written.get(tenths));
            }
            writer.complete(new LogHeader.Origin("town", "rule", 7), 0, MANY);
        }
        EventLog log = EventLog.open(folder);
        List<SignalEvent> read = new ArrayList<>();
        log.read(Logs.SITE, read::add);
        assertThat(read).isEqualTo(written);
        assertThat(log.header())
                .isEqualTo(new LogHeader(1, new LogHeader.Origin("town", "rule", 7), 0, MANY, List.of(Logs.SITE)));
        assertThat(EventLog.find(folder)).containsExactly(log);
        assertThat(EventLog.find(Objects.requireNonNull(folder.getParent()))).contains(log);
    }

    /** Logs were written before there were pedestrian detectors. */
    @Test
    void aHeaderWithoutPedestrianDetectorsHasNone() throws IOException {
        Logs.write(folder, 100, "5 82 3");
        Path header = folder.resolve("log.json");
        String before = Files.readString(header).replaceAll("(?s),\\s*\"pedestrianDetectors\" : \\[.*?\\]", "");
        assertThat(before).doesNotContain("pedestrianDetectors").contains("detectors");
        Files.writeString(header, before);
        assertThat(EventLog.open(folder).header().signals()).singleElement().satisfies(site -> {
            assertThat(site.pedestrianDetectors()).isEmpty();
            assertThat(site.detectors()).isEqualTo(Logs.SITE.detectors());
        });
    }

    @Test
    void aLogThatIsNotCompleteLeavesNothing() {
        Path unfinished = folder.resolve("unfinished");
        try (EventLogWriter writer = new EventLogWriter(unfinished, List.of(Logs.SITE))) {
            writer.add(0, new SignalEvent(0, 82, 1));
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aFolderWithOtherFilesIsNotTouched() throws IOException {
        Path own = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventLogWriter(folder, List.of(Logs.SITE)))
                .withMessageContaining("thesis.txt")
                .withMessageContaining("name another folder");
        assertThat(own).hasContent("years of work");
    }

    @Test
    void aLogBesideOtherFilesStaysWhole() throws IOException {
        EventLog log = Logs.write(folder, 10, "1.0 82 1");
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatIllegalArgumentException().isThrownBy(() -> new EventLogWriter(folder, List.of(Logs.SITE)));
        List<SignalEvent> read = new ArrayList<>();
        log.read(Logs.SITE, read::add);
        assertThat(read).hasSize(1);
    }

    @Test
    void whatAKilledWriterLeftIsReplaced() throws IOException {
        Files.writeString(folder.resolve("log.json.new"), "{");
        Files.createFile(folder.resolve("signal-9.csv.gz"));
        try (EventLogWriter writer = new EventLogWriter(folder, List.of(Logs.SITE))) {
            writer.complete(new LogHeader.Origin("town", "rule", 7), 0, 1);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.new").isDirectoryNotContaining("glob:**signal-9*");
        assertThat(EventLog.open(folder).header().endTenths()).isEqualTo(1);
    }

    @Test
    void filesThatCannotAllBeCreatedAreNot() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new EventLogWriter(folder, List.of(Logs.SITE, Logs.SITE)));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderWithoutHeaderIsNoLog() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventLog.find(folder))
                .withMessageContaining("log.json")
                .withMessageContaining("evaluate --events");
    }

    @Test
    void aBrokenRowIsNamedWithFileAndLine() throws IOException {
        EventLog log = Logs.write(folder, 10, "1.0 82 1");
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(Logs.SITE.file())))) {
            file.write("time,signal,code,parameter\n1.0,A,82,1\n2,A,81,1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.read(Logs.SITE, event -> {}))
                .withMessageContaining("line 3")
                .withMessageContaining("2,A,81,1");
    }

    @Test
    void codesAreThoseOfTheEnumerations() {
        assertThat(EventCode.find(1)).contains(EventCode.PHASE_BEGIN_GREEN);
        assertThat(EventCode.find(8)).contains(EventCode.PHASE_BEGIN_YELLOW);
        assertThat(EventCode.find(82)).contains(EventCode.DETECTOR_ON);
        assertThat(EventCode.find(131)).contains(EventCode.COORDINATION_PATTERN_CHANGE);
        assertThat(EventCode.find(999)).isEmpty();
        assertThat(EventCode.DETECTOR_ON.parameter()).isEqualTo(EventCode.Parameter.DETECTOR);
    }
}
