package io.clearway.catalog;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.CheckpointFile;
import io.clearway.setting.ClassPathFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trained policies that come with Clearway, by name: {@code policies/<name>.clearway} on the class path, beside each
 * its evidence in {@code <name>.json}, the {@code evidence.json} of {@code clearway train --recipe}.
 * {@code policies/index.json} lists the names.
 */
public final class ShippedPolicies {
    private static final String FOLDER = "policies/";
    private static final String INDEX = "index.json";
    private static final String POLICY = ".clearway";
    private static final String EVIDENCE = ".json";

    private ShippedPolicies() {}

    /** All names. */
    public static List<String> names() {
        return Arrays.asList(new JsonMapper().readValue(text(INDEX), String[].class));
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
        return ClassPathFile.bytes(FOLDER + file)
                .orElseThrow(() ->
                        new IllegalStateException("%s%s is missing in this build of Clearway".formatted(FOLDER, file)));
    }
}
