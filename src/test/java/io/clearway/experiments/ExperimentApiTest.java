package io.clearway.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clearway.algorithm.ppo.Ppo;
import io.clearway.catalog.Catalog;
import io.clearway.cli.experiment.ResultFiles;
import io.clearway.cli.experiment.TrialFolders;
import io.clearway.cli.experiment.TrialProgress;
import io.clearway.cli.terminal.Console;
import io.clearway.experiment.DescribedExperiment;
import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiment.TrialQueue;
import io.clearway.experiment.result.ExperimentResults;
import io.clearway.runs.RunApi;
import io.clearway.runs.RunApi.Answer;
import io.clearway.runs.Runs;
import io.clearway.runs.TestService;
import io.clearway.scenario.cacc.PlatoonScenario;
import io.clearway.wiring.postgres.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Experiments over real HTTP, played by a worker on a real PostgreSQL. */
class ExperimentApiTest {
    private static final String PATH = "/api/v1/experiments";
    private static final String YAML = "application/yaml";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String SMALL = """
            name: small
            description: a platoon
            scenarios: [{name: catch-up, evaluationSettings: {start: spaced}}]
            controllers: [constant-0.5-0.5, constant-0-0.5]
            algorithms: [{name: dppo, decisions: 2400, settings: {hidden: [8], warmStart: "", episodesPerRound: 2}}]
            trainingSeeds: 1-2
            evaluationSeeds: [0, 2, 5]
            validationSeeds: 4
            curves: [paperReward, policyLoss]
            normalization: {zero: constant-0-0.5, one: constant-0.5-0.5}
            bootstrapRepetitions: 200
            """;

    private static TestService service;
    private static RunApi api;

    @TempDir
    Path folder;

    // no @Configuration: the scan of the application's packages must not find it in other tests
    static class Platoon {
        @Bean
        @Primary
        Catalog platoon() {
            return catalog();
        }
    }

    private static Catalog catalog() {
        return new Catalog(List.of(PlatoonScenario.catchUp()), List.of(Ppo.decentralized()));
    }

    @BeforeAll
    static void start() {
        service = TestService.start(TestDatabase.create(), Platoon.class);
        api = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String submit(String text) {
        Answer answer = api.post(PATH, YAML, text);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return String.valueOf(answer.headers().getLocation());
    }

    private static JsonNode awaitStatus(String experiment, String status) {
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> api.get(experiment).json(),
                        seen -> seen.path("status").asString().equals(status));
    }

    /** What the command leaves in results.json for the same text. */
    private JsonNode ofTheCommand(String text) throws IOException {
        ExperimentPlan plan = DescribedExperiment.ofYaml(text).plan(catalog());
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (var progress = new TrialProgress(plan, new Console(nowhere, nowhere, false, false))) {
            var folders = new TrialFolders(
                    folder.resolve("trials"),
                    plan.experiment().protocol().evaluationSeeds(),
                    1,
                    progress,
                    () -> "SUMO 1.15.0");
            var trials = new TrialQueue(folders, 1).play(plan.trials(), () -> false);
            new ResultFiles(folder, ExperimentResults.of(plan, trials)).write();
        }
        return MAPPER.readTree(Files.readString(folder.resolve("results.json")));
    }

    @Test
    void theResultsAreThoseOfTheCommandDigitByDigit() throws IOException {
        String address = submit(SMALL);
        assertThat(api.get(address + "/results").status()).isEqualTo(409);
        JsonNode done = awaitStatus(address, "FINISHED");
        assertThat(done.path("trials")).hasSize(4);
        assertThat(done.path("trialCount").asInt()).isEqualTo(4);
        assertThat(api.get(address).text().split("\"trials\":", -1)).hasSize(2);
        assertThat(done.path("trials").get(0).path("run").isNull()).isTrue();
        JsonNode learned = done.path("trials").get(3);
        assertThat(learned.path("competitor").asString()).isEqualTo("dppo");
        assertThat(learned.path("trainingSeed").asInt()).isEqualTo(2);
        assertThat(done.path("decisionsDone").asLong())
                .isEqualTo(done.path("decisions").asLong())
                .isEqualTo(2 * 2400 + 4 * 3 * 600);

        JsonNode expected = ofTheCommand(SMALL);
        assertThat(expected.path("comparisons")).isNotEmpty();
        assertThat(expected.path("curves")).isNotEmpty();
        assertThat(api.get(address + "/results").text()).isEqualTo(MAPPER.writeValueAsString(expected));

        String run = "/api/v1/runs/" + learned.path("run").asString();
        assertThat(api.get(run).json().path("name").asString()).isEqualTo("small: dppo on catch-up");
        // as part of a larger transaction, which is committed
        UUID over = UUID.fromString(learned.path("run").asString());
        Boolean canceled = new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .execute(part -> service.bean(Runs.class).cancelUnlessOver(over));
        assertThat(canceled).isFalse();
        assertThat(api.get(run).json().path("status").asString()).isEqualTo("FINISHED");
        assertThat(api.get(run + "/evaluations").list())
                .extracting(one -> one.path("controller").asString() + " " + one.path("seed"))
                .containsExactly("dppo 0", "dppo 2", "dppo 5");
    }

    @Test
    void theSameSubmittedAgainInYamlOrJsonIsTheSameExperimentAndRepeatsOnlyWhatIsMissing() {
        String rules = SMALL.replace("small", "again").replaceFirst("algorithms: .*\n", "");
        String address = submit(rules);
        awaitStatus(address, "FINISHED");
        JsonNode before = api.get(address).json();
        var withoutIt = new Catalog(List.of(PlatoonScenario.slowDown()), List.of(Ppo.decentralized()));
        UUID id = UUID.fromString(before.path("id").asString());
        var results = new ResultReader(service.bean(Experiments.class), service.bean(Runs.class), withoutIt);
        assertThatThrownBy(() -> results.json(id))
                .isInstanceOf(NoResults.class)
                .hasMessageContaining("scenarios[0].name: 'catch-up' can no longer be used");

        Answer same = api.post(PATH, YAML, rules + "# a comment\n");
        assertThat(same.status()).isEqualTo(200);
        Answer json = api.post(PATH, "application/json", """
                {"name": "again", "description": "a platoon",
                 "scenarios": [{"name": "catch-up", "evaluationSettings": {"start": "spaced"}}],
                 "controllers": ["constant-0.5-0.5", "constant-0-0.5"],
                 "trainingSeeds": "1-2", "evaluationSeeds": [0, 2, 5], "validationSeeds": 4,
                 "curves": ["paperReward", "policyLoss"],
                 "normalization": {"zero": "constant-0-0.5", "one": "constant-0.5-0.5"},
                 "bootstrapRepetitions": 200}
                """);
        assertThat(json.status()).as(json.text()).isEqualTo(200);
        assertThat(List.of(same.json().path("id"), json.json().path("id"))).containsOnly(before.path("id"));
        assertThat(api.get(address).json().path("trials")).isEqualTo(before.path("trials"));
        assertThat(api.get(PATH).list())
                .filteredOn(one -> one.path("name").asString().equals("again"))
                .hasSize(1);
        assertThat(api.delete(address).status()).isEqualTo(409);
    }

    @Test
    void aCanceledExperimentIsQueuedAgainByTheSameDescription() {
        String text = SMALL.replace("small", "canceled").replace("2400", "12000000");
        String address = submit(text);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> api.get(address).json().path("decisionsDone").asLong() > 2 * 3 * 600);
        assertThat(api.get(address).json().path("secondsLeft").asLong()).isPositive();
        assertThat(api.delete(address).status()).isEqualTo(200);
        JsonNode canceled = awaitStatus(address, "CANCELED");
        assertThat(canceled.path("byStatus").toString()).isEqualTo("{\"FINISHED\":2,\"CANCELED\":2}");
        requireListedAs(canceled);
        assertThat(api.delete(address).status()).isEqualTo(200);
        assertThat(api.get(address + "/results").json().path("hint").asString()).contains("again");

        Answer again = api.post(PATH, YAML, text);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("byStatus").path("FINISHED").asInt()).isEqualTo(2);
        assertThat(again.json().path("byStatus").has("CANCELED")).isFalse();
        assertThat(api.delete(address).status()).isEqualTo(200);
        awaitStatus(address, "CANCELED");
    }

    /** The list counts in the database what the experiment counts by its trials. */
    private static void requireListedAs(JsonNode experiment) {
        JsonNode listed = api.get(PATH).list().stream()
                .filter(one -> one.path("id").equals(experiment.path("id")))
                .findFirst()
                .orElseThrow();
        assertThat(listed.propertyNames())
                .contains("name", "status", "trialCount", "over", "byStatus", "decisionsDone", "finishedAt")
                .doesNotContain("source", "trials")
                .allSatisfy(field -> assertThat(listed.path(field)).as(field).isEqualTo(experiment.path(field)));
    }

    @Test
    void allThatIsWrongIsNamedAtOnceEachWithItsLine() {
        Answer answer = api.post(PATH, YAML, """
                name: wrong
                scenarios: [catch-up]
                algorithms:
                  - {name: dpo, decisions: 100}
                  - {name: dppo, decisions: 2400, settings: {clip: -1}}
                controllers: [constant-0.5-0.5, sleepy]
                """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("errors"))
                .extracting(one -> one.path("field").asString())
                .containsExactly(
                        "line 6, controllers[1]", "line 4, algorithms[0].name", "line 5, algorithms[1].settings.clip");

        Answer fields = api.post(PATH, "application/json", """
                {"name": "wrong",
                 "scenarios": ["catch-up"], "trainSeeds": 1,
                 "evaluationSeeds": "9-1",
                 "metric": "speed"}
                """);
        assertThat(fields.json().path("errors"))
                .extracting(one -> one.path("field").asString())
                .containsExactly("line 2, trainSeeds", "line 3, evaluationSeeds", "line 4, metric", "algorithms");
        assertThat(api.post(PATH, "application/json", "{\"name\": \n")
                        .json()
                        .path("field")
                        .asString())
                .isEqualTo("line 2");
    }

    @Test
    void aDryRunStoresNothing() {
        Answer answer = api.post(PATH + "?dryRun=true", YAML, SMALL.replace("small", "dry"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().toString())
                .isEqualTo("{\"name\":\"dry\",\"trials\":4,\"trainingDecisions\":4800,\"evaluationEpisodes\":12,"
                        + "\"decisions\":12000}");
        assertThat(api.get(PATH).list())
                .noneMatch(one -> one.path("name").asString().equals("dry"));
    }

    @Test
    void anUnknownExperimentIsTold() {
        Answer answer = api.get(PATH + "/123e4567-e89b-12d3-a456-426614174000");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:clearway:problem:unknown-experiment");
    }
}
