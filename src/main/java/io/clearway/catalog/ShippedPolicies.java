package io.clearway.catalog;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.CheckpointFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Trained policies that come with Clearway, by name: {@code policies/<name>.clearway} on the class path, beside each
 * its evidence in {@code <name>.json}, the {@code evidence.json} of {@code clearway train --recipe}.
 * {@code policies/index.txt} lists the names, one in a line.
 */
public final class ShippedPolicies {
    private static final String FOLDER = "/policies/";
    private static final String INDEX = "index.txt";
    private static final String POLICY = ".clearway";
    private static final String EVIDENCE = ".json";

    private ShippedPolicies() {}

    /** All names. */
    public static List<String> names() {
        return text(INDEX).lines().filter(line -> !line.isBlank()).toList();
    }

    /** Names of those that were trained on a scenario. */
    public static List<String> of(String scenario) {
        return names().stream()
                .filter(name -> checkpoint(name).origin().scenario().equals(scenario))
                .toList();
    }

    /** The policy of this name; empty where there is none. */
    public static Optional<Checkpoint> find(String name) {
        return names().contains(name) ? Optional.of(checkpoint(name)) : Optional.empty();
    }

    /** How a policy was trained, and how it and the rules did on held-out seeds, as JSON. */
    public static String evidence(String name) {
        return text(name + EVIDENCE);
    }

    private static Checkpoint checkpoint(String name) {
        return CheckpointFile.fromBytes(bytes(name + POLICY));
    }

    private static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = ShippedPolicies.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("%s%s is missing in this build of Clearway".formatted(FOLDER, file));
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("%s%s cannot be read".formatted(FOLDER, file), broken);
        }
    }
}
