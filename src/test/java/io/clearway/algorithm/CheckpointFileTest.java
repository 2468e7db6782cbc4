package io.clearway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.Checkpoint.Origin;
import io.clearway.algorithm.Checkpoint.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
    @TempDir
    Path folder;

    private final Checkpoint checkpoint = new Checkpoint(
            new Origin("grid-5x5", Map.of("demand", "varied"), "dmpo", Map.of("discount", 0.98), 42),
            new Progress(3, 14, 10_080),
            "weights".getBytes(StandardCharsets.UTF_8));

    @Test
    void whatIsWrittenIsReadAgain() {
        Path file = folder.resolve("c.clearway");
        CheckpointFile.write(file, checkpoint);
        Checkpoint read = CheckpointFile.read(file);
        assertThat(read.origin()).isEqualTo(checkpoint.origin());
        assertThat(read.progress()).isEqualTo(checkpoint.progress());
        assertThat(read.state()).isEqualTo(checkpoint.state());
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aPolicyThatIsARuleIsReadAgain() {
        Checkpoint rule = Checkpoint.ofRule(checkpoint.origin(), checkpoint.progress(), "gating");
        Checkpoint read = CheckpointFile.fromBytes(CheckpointFile.toBytes(rule));
        assertThat(read.rule()).contains("gating");
        assertThat(read.state()).isEmpty();
        assertThat(read.progress()).isEqualTo(rule.progress());
        assertThat(CheckpointFile.fromBytes(CheckpointFile.toBytes(checkpoint)).rule())
                .isEmpty();
    }

    /** Format 1 had no rules, and is otherwise the same. */
    @Test
    void filesOfTheFormatBeforeAreStillRead() {
        byte[] old = withFormat('1');
        assertThat(CheckpointFile.fromBytes(old).state()).isEqualTo(checkpoint.state());
        assertThat(CheckpointFile.fromBytes(old).rule()).isEmpty();
    }

    @Test
    void aFormatThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> CheckpointFile.fromBytes(withFormat('3')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("format 3")
                .hasMessageContaining("reads the formats 1 and 2");
    }

    private byte[] withFormat(char format) {
        byte[] bytes = CheckpointFile.toBytes(checkpoint);
        bytes["clearway-checkpoint-".length()] = (byte) format;
        return bytes;
    }

    @Test
    void settingsStandInOrderOfTheirNames() {
        Origin origin = new Origin("s", Map.of("c", 1, "a", 2, "b", 3), "x", Map.of(), 1);
        String file = new String(
                CheckpointFile.toBytes(new Checkpoint(origin, Progress.NONE, new byte[0])), StandardCharsets.UTF_8);
        assertThat(file).contains("{\"a\":2,\"b\":3,\"c\":1}");
    }

    @Test
    void aFlippedBitIsFound() {
        byte[] bytes = CheckpointFile.toBytes(checkpoint);
        bytes[bytes.length - 1] ^= 1;
        assertThatThrownBy(() -> CheckpointFile.fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void everyCutIsFound() {
        byte[] bytes = CheckpointFile.toBytes(checkpoint);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> CheckpointFile.fromBytes(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anotherFileIsRefusedByName() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no checkpoint at all, but long enough to be one");
        assertThatThrownBy(() -> CheckpointFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("notes.txt");
    }
}
