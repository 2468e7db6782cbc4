package io.clearway.algorithm;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clearway.algorithm.Checkpoint.Origin;
import io.clearway.algorithm.Checkpoint.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checkpoints as bytes and files: a mark, a JSON header with origin, progress, hash of the state and, where a rule is
 * the policy, its name; and the state. A file is written beside its place and moved there, so that a reader never finds
 * a partial one. Format 1, which knew no rules, is still read.
 */
public final class CheckpointFile {
    private static final String KIND = "clearway-checkpoint-";
    private static final String FORMAT_1 = KIND + "1\n";
    private static final String FORMAT_2 = KIND + "2\n";
    // in order of names, so that equal checkpoints are equal files
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CheckpointFile() {}

    // without a rule there is no such field, as in format 1
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Header(
            Origin origin,
            Progress progress,
            String sha256,
            @Nullable String rule) {}

    /** The checkpoint as bytes. */
    public static byte[] toBytes(Checkpoint checkpoint) {
        byte[] header = JSON.writeValueAsBytes(new Header(
                checkpoint.origin(),
                checkpoint.progress(),
                sha256(checkpoint.state()),
                checkpoint.rule().orElse(null)));
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(FORMAT_2.getBytes(StandardCharsets.US_ASCII));
            out.writeInt(header.length);
            out.write(header);
            out.writeInt(checkpoint.state().length);
            out.write(checkpoint.state());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The checkpoint in these bytes.
     *
     * @throws IllegalArgumentException when they are no checkpoint, cut short, or damaged
     */
    public static Checkpoint fromBytes(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            requireKnown(new String(in.readNBytes(FORMAT_2.length()), StandardCharsets.US_ASCII));
            Header header = JSON.readValue(block(in), Header.class);
            byte[] state = block(in);
            if (!header.sha256().equals(sha256(state))) {
                throw new IllegalArgumentException("The checkpoint is damaged: its state does not match its hash");
            }
            return header.rule() == null
                    ? new Checkpoint(header.origin(), header.progress(), state)
                    : Checkpoint.ofRule(header.origin(), header.progress(), header.rule());
        } catch (IOException | JacksonException cut) {
            throw new IllegalArgumentException("The checkpoint is damaged: " + cut.getMessage(), cut);
        }
    }

    /** Keeps a checkpoint in a file, replacing an earlier one in one stroke. */
    public static void write(Path file, Checkpoint checkpoint) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, toBytes(checkpoint));
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException plainFileSystem) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Checkpoint cannot be written to " + file, failure);
        }
    }

    /** The checkpoint in a file; {@link IllegalArgumentException} names the file when it holds none. */
    public static Checkpoint read(Path file) {
        try {
            return fromBytes(Files.readAllBytes(file));
        } catch (IllegalArgumentException damaged) {
            throw new IllegalArgumentException(file + ": " + damaged.getMessage(), damaged);
        } catch (IOException failure) {
            throw new UncheckedIOException("Checkpoint cannot be read from " + file, failure);
        }
    }

    private static void requireKnown(String mark) {
        if (!mark.equals(FORMAT_1) && !mark.equals(FORMAT_2)) {
            throw new IllegalArgumentException(
                    mark.startsWith(KIND)
                            ? "This is a checkpoint of format %s, and this Clearway reads the formats 1 and 2; use the one that wrote it"
                                    .formatted(mark.substring(KIND.length()).strip())
                            : "This is no Clearway checkpoint; give a file that 'clearway train' wrote or a service gave");
        }
    }

    private static byte[] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a part of %d bytes is announced, %d are left".formatted(length, in.available()));
        }
        return in.readNBytes(length);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
