package io.clearway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.cli.command.ServiceAddressFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceNoteTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:1");

    @TempDir
    Path folder;

    private ServiceAddressFile note;
    private Path file;

    @BeforeEach
    void write() {
        note = new ServiceAddressFile(folder);
        note.write(ADDRESS);
        file = folder.resolve("service.properties");
    }

    private void startedLater(long millis) throws IOException {
        long started =
                ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(file, Files.readString(file).replaceFirst("started=.*", "started=" + (started + millis)));
    }

    @Test
    void aClockThatWasCorrectedMakesNoOtherProcess() throws IOException {
        startedLater(9000);
        assertThat(note.read()).contains(ADDRESS);
        assertThat(note.left()).isEmpty();
        startedLater(-11_000);
        assertThat(note.read()).isEmpty();
    }

    @Test
    void commandsNameTheServiceThatRunsNoMoreAndAskNoOther() throws IOException {
        startedLater(60_000);
        var line = new TestCommandLine(folder);
        assertThat(line.run("runs", "--data-dir", folder.toString())).isEqualTo(1);
        assertThat(line.text())
                .contains(file.toString(), "http://127.0.0.1:1", "runs no more", "./clearway serve")
                .doesNotContain("8080");
        assertThat(line.run("completion", "--data-dir", folder.toString())).isZero();
    }
}
