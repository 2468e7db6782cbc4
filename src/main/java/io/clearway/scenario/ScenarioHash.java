package io.clearway.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of what defines a scenario. */
public final class ScenarioHash {
    private ScenarioHash() {}

    /** SHA-256 of facts, in hexadecimal. */
    public static String of(String... facts) {
        try {
            byte[] bytes = String.join("\n", facts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
