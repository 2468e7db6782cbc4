package io.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A machine for the launcher to run on: its PATH holds a few real tools and what a test puts beside them. Programs that
 * would install, build or run write down what they were asked instead.
 */
final class FakeMachine {
    private static final List<String> REAL_TOOLS = List.of(
            "bash",
            "sh",
            "env",
            "readlink",
            "dirname",
            "sed",
            "head",
            "tail",
            "sort",
            "find",
            "xargs",
            "sha256sum",
            "cut",
            "flock",
            "mkdir",
            "mktemp",
            "mv",
            "rm",
            "locale",
            "tr",
            "cat",
            "awk",
            "sleep",
            "chmod",
            "ln");

    private final Path bin;
    private final Path checkout;
    private final Path diary;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** A Linux machine of root's with nothing on it, and a fresh checkout in a folder with a space in its name. */
    FakeMachine(Path folder) throws IOException {
        bin = Files.createDirectories(folder.resolve("bin"));
        checkout = Files.createDirectories(folder.resolve("my checkout"));
        diary = Files.createFile(folder.resolve("diary"));
        for (String tool : REAL_TOOLS) {
            script(bin.resolve(tool), "exec " + realTool(tool) + " \"$@\"");
        }
        program("uname", "echo Linux");
        program("id", "echo 0");
        environment.put("PATH", bin.toString());
        environment.put("HOME", folder.toString());
        environment.put("DIARY", diary.toString());
        environment.put("BIN", bin.toString());
        environment.put("TMPDIR", folder.toString());
        fillCheckout();
    }

    private void fillCheckout() throws IOException {
        Files.copy(Path.of("clearway"), launcher());
        Files.createDirectories(checkout.resolve(".ci"));
        Files.copy(Path.of(".ci/test"), checkout.resolve(".ci/test"));
        Files.createDirectories(checkout.resolve("src/main/java"));
        Files.writeString(checkout.resolve("src/main/java/A.java"), "class A {}");
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.createDirectories(checkout.resolve(".mvn/wrapper"));
        Files.writeString(
                checkout.resolve(".mvn/wrapper/maven-wrapper.properties"),
                "distributionUrl=https://example.org/apache-maven-3.9.16-bin.zip\n");
        script(checkout.resolve("mvnw"), """
                echo "mvnw $*" >>"$DIARY"
                mkdir -p target && : >target/clearway.jar
                """);
    }

    Path checkout() {
        return checkout;
    }

    Path launcher() {
        return checkout.resolve("clearway");
    }

    /** What the fake programs were asked, in order. */
    List<String> diary() throws IOException {
        return Files.readAllLines(diary);
    }

    FakeMachine with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Puts a program on the PATH. */
    FakeMachine program(String name, String body) throws IOException {
        script(bin.resolve(name), body);
        return this;
    }

    FakeMachine programs(String... names) throws IOException {
        for (String name : names) {
            program(name, ":");
        }
        return this;
    }

    /** The JDK on the PATH; its java unpacks jars and writes down how it was started. */
    FakeMachine jdk(String version) throws IOException {
        Path home = Files.createDirectories(bin.resolveSibling("jdk/bin"));
        script(home.resolve("javac"), ":");
        script(home.resolve("java"), """
                case "$1" in
                -version) echo 'openjdk version "%s" 2025-04-15' >&2 ;;
                -Djarmode=tools) mkdir -p "$6" && : >"$6/clearway.jar" ;;
                *) echo "java in $PWD: $*" >>"$DIARY" ;;
                esac
                """.formatted(version));
        for (String name : List.of("java", "javac")) {
            Files.deleteIfExists(bin.resolve(name));
            Files.createSymbolicLink(bin.resolve(name), home.resolve(name));
        }
        return this;
    }

    /** Everything there but SUMO, and an apt-get that brings it. */
    FakeMachine lackingSumo() throws IOException {
        return jdk("17.0.15").programs("unzip", "setpriv").aptGet();
    }

    FakeMachine complete() throws IOException {
        return lackingSumo().programs("sumo", "netconvert", "initdb", "chromium", "npm", "node", "curl");
    }

    FakeMachine aptGet() throws IOException {
        return program("apt-cache", ":").program("apt-get", """
                echo "apt-get $*" >>"$DIARY"
                case "$*" in
                *install*sumo*) for name in sumo netconvert; do echo '#!/bin/sh' >"$BIN/$name"; chmod +x "$BIN/$name"; done ;;
                esac
                """);
    }

    /** Starts a command on this machine, with all that it says in one file. */
    Started start(Path folder, String... command) throws IOException {
        Path output = Files.createTempFile(bin.getParent(), "output", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Started(builder.start(), output);
    }

    /** Runs the launcher in its checkout until it ends. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(List.of(arguments));
        return start(checkout, command.toArray(String[]::new)).end();
    }

    /** A process under way. */
    record Started(Process process, Path output) {
        Ended end() throws IOException, InterruptedException {
            try {
                assertThat(process.waitFor(120, TimeUnit.SECONDS))
                        .as("ends within 120 s; said so far: %s", Files.readString(output))
                        .isTrue();
                return new Ended(process.exitValue(), Files.readString(output));
            } finally {
                process.destroyForcibly();
            }
        }
    }

    /** A process that ended. */
    record Ended(int status, String said) {}

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path realTool(String name) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path file = Path.of(folder, name);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException("This machine has no " + name);
    }
}
