package io.clearway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.runs.RunApi;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every command that README and docs tell people to type is typed here as it stands there, against real SUMO and a
 * service with its own PostgreSQL, or says behind the {@code sh} of its block what it needs instead.
 */
class DocumentCommandsTest {
    /** What a block may say that it needs: more than a test has. */
    private static final Set<String> NEEDS = Set.of("needs-cluster", "needs-docker", "by-hand");

    /** Records of how figures came about; their commands take minutes to hours. */
    private static final Set<String> RECORDS =
            Set.of("docs/algorithms.md", "docs/benchmarks.md", "docs/benchmarks-history.md");

    /** Run by {@link OperationsDocumentTest}, on a PostgreSQL of somebody else. */
    private static final String OPERATIONS = "docs/operations.md";

    /** All that is typed here differently: what takes minutes is made short, what readers choose is chosen. */
    private static final Map<String, Map<String, String>> CHANGES = Map.of(
            "README.md",
            Map.of(
                    "grid-5x5 --algorithm dmpo --seed 1 --decisions 100000",
                    "hamlet --algorithm dmpo --seed 1 --decisions 216",
                    "grid-5x5 --controller max-pressure --seeds 100-119",
                    "hamlet --controller max-pressure --seeds 100-101",
                    "watch RUN",
                    "watch $RUN",
                    "report RUN…",
                    "report $RUN",
                    "<command>",
                    "train"),
            "docs/tutorial.md",
            Map.of("--horizon 1800", "--horizon 120", "--decisions 7200", "--decisions 240"),
            "docs/own-network.md",
            Map.of("--decisions 100000", "--decisions 120"),
            "docs/contributing.md",
            Map.of("<command>", "algorithms"),
            "docs/events.md",
            Map.of("grid-5x5 --controller", "hamlet --controller"),
            "docs/api.md",
            Map.of(
                    "\"grid-5x5\", \"algorithm\": \"dmpo\", \"decisions\": 100000",
                    "\"hamlet\", \"algorithm\": \"dmpo\", \"decisions\": 216, \"evaluationSeeds\": 1",
                    "curl -N",
                    "interrupted curl -N"));

    /** Ctrl-C after a second. */
    private static final String INTERRUPTED = "interrupted() { timeout -s INT 1 \"$@\" || [ $? = 124 ]; }\n";

    /** For what takes seconds on a machine with nothing else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Pattern WRITTEN =
            Pattern.compile("(?:-o |--out |--output-file=|--json (?=\\S+\\.json))(\\S+)");
    private static final String RUN = """
            {"scenario": "hamlet", "algorithm": "dppo", "decisions": %d, "evaluationSeeds": 1}
            """;

    @TempDir
    static Path folder;

    private static Workplace serving;
    private static RunApi service;
    private static String address;

    @BeforeAll
    static void serve() throws Exception {
        for (String program : List.of("sumo", "curl", "unzip", "setsid")) {
            assumeTrue(installed(program), program + " is not installed");
        }
        serving = workplace("serving")
                .with("SERVER_PORT", "0")
                .with(
                        "CLEARWAY_POSTGRES_RUNTIMEDIR",
                        Path.of("target/postgres-runtime").toAbsolutePath().toString());
        serving.start("./clearway serve", "said.txt");
        address = await().atMost(PATIENCE)
                .until(
                        () -> after(
                                "Clearway serves at http://", serving.folder().resolve("said.txt")),
                        found -> !found.isEmpty());
        service = new RunApi("http://" + address);
        City.bring(Files.createDirectory(folder.resolve("city")));
        bringTown();
    }

    /** The tutorial's town, which the command line and the service of one machine share, and a run on it. */
    private static void bringTown() throws Exception {
        try (Workplace place = workplace("town")) {
            List<DocumentCommand> tutorial = runnable("docs/tutorial.md");
            place.run(changed(tutorial.get(0)));
            place.run(changed(tutorial.get(1)).replace("--name town", "--name hamlet"));
        }
        service.submit(RUN.formatted(216));
    }

    @AfterAll
    static void stop() throws Exception {
        if (serving != null) {
            serving.close();
        }
    }

    @Test
    void aBlockRunsHereOrSaysWhatItNeeds() throws IOException {
        for (String document : documents()) {
            assertThat(DocumentCommand.of(document))
                    .extracting(DocumentCommand::need)
                    .as(document)
                    .allSatisfy(need -> assertThat(need)
                            .isIn(Stream.concat(Stream.of(""), NEEDS.stream()).toList()));
        }
    }

    @ParameterizedTest
    @MethodSource("documentsToFollow")
    void whatADocumentSaysCanBeTyped(String document) throws Exception {
        CHANGES.getOrDefault(document, Map.of())
                .keySet()
                .forEach(words -> assertThat(Path.of(document)).content().contains(words));
        try (Workplace place = workplace(document.replaceAll("\\W", "-"))) {
            City.copy(folder.resolve("city"), place.folder());
            place.with("CLEARWAY_SERVICE", "http://" + address);
            String port = String.valueOf(freePort());
            for (DocumentCommand command : runnable(document)) {
                copyFromAnswers(command, place);
                String typed = changed(command).replace("9999", port);
                place.run(INTERRUPTED + typed);
                assertThat(WRITTEN.matcher(typed)
                                .results()
                                .map(file -> place.folder().resolve(file.group(1))))
                        .as("what %s writes", command)
                        .allSatisfy(file -> assertThat(file).exists());
            }
        }
    }

    static List<String> documentsToFollow() throws IOException {
        List<String> with = new ArrayList<>();
        for (String document : documents()) {
            if (!document.equals(OPERATIONS) && !runnable(document).isEmpty()) {
                with.add(document);
            }
        }
        return with;
    }

    private static List<String> documents() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of("README.md"), pages.map(Path::toString))
                    .filter(page -> page.endsWith(".md") && !RECORDS.contains(page))
                    .sorted()
                    .toList();
        }
    }

    /** All but what says that it needs more, in other words too, and the service, which runs already. */
    private static List<DocumentCommand> runnable(String document) throws IOException {
        List<DocumentCommand> marked = new ArrayList<>();
        for (String page : documents()) {
            DocumentCommand.of(page).stream()
                    .filter(command -> !command.need().isEmpty())
                    .forEach(marked::add);
        }
        return DocumentCommand.of(document).stream()
                .filter(command -> !command.text().equals("./clearway serve"))
                .filter(command -> command.need().isEmpty() && marked.stream().noneMatch(command::isVariantOf))
                .toList();
    }

    private static String changed(DocumentCommand command) {
        String text = command.text().replaceAll("(localhost|127\\.0\\.0\\.1):8080", address);
        for (var change : CHANGES.getOrDefault(command.document(), Map.of()).entrySet()) {
            text = text.replace(change.getKey(), change.getValue());
        }
        return text;
    }

    /** Sets the ids that a reader takes from what came back before, once they are there. */
    private static void copyFromAnswers(DocumentCommand command, Workplace place) {
        String text = changed(command);
        if (text.contains("DELETE") && text.contains("$RUN")) {
            service.submit(RUN.formatted(1_000_000));
        }
        if (text.contains("$RUN")) {
            place.with("RUN", newest("/api/v1/runs"));
        }
        if (text.contains("$CHECKPOINT")) {
            String run = "/api/v1/runs/" + newest("/api/v1/runs");
            await().atMost(PATIENCE).until(() -> state(run, "status").equals("FINISHED"));
            place.with("CHECKPOINT", newest(run + "/checkpoints"));
        }
        if (text.contains("$DEPLOYMENT")) {
            String deployment = newest("/api/v1/deployments");
            await().atMost(PATIENCE)
                    .until(() ->
                            state("/api/v1/deployments/" + deployment, "state").equals("DRIVING"));
            place.with("DEPLOYMENT", deployment);
        }
    }

    private static String state(String address, String field) {
        return service.get(address).json().path(field).asString();
    }

    private static String newest(String list) {
        JsonNode answer = service.get(list).json();
        return (answer.isArray() ? answer : answer.path("runs"))
                .path(0)
                .path("id")
                .asString();
    }

    private static Workplace workplace(String name) throws IOException {
        return new Workplace(folder.resolve(name), folder.resolve("data"));
    }

    private static String after(String words, Path file) throws IOException {
        String said = Files.readString(file);
        int at = said.indexOf(words);
        return at < 0 || said.indexOf(' ', at + words.length()) < 0
                ? ""
                : said.substring(at + words.length(), said.indexOf(' ', at + words.length()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
