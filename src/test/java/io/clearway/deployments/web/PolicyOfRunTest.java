package io.clearway.deployments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.ClearwayApplication;
import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Origin;
import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.runs.Checkpoints;
import io.clearway.runs.Checkpoints.CheckpointInfo;
import io.clearway.runs.RunApi;
import io.clearway.runs.RunClaims;
import io.clearway.runs.RunClaims.Claim;
import io.clearway.training.SelectedPolicy;
import io.clearway.training.Selection;
import io.clearway.training.Selection.Difference;
import io.clearway.wiring.postgres.TestDatabase;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What a deployment of a run drives: the policy that the run chose, on a real database and a fake simulator. */
class PolicyOfRunTest {
    private static final int KEPT = 2;

    private static ConfigurableApplicationContext service;
    private static RunApi api;

    @BeforeAll
    static void start() {
        // no worker: the test itself is the one that has the runs
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--db-scheduler.enabled=false"));
        for (String property : TestDatabase.create().properties()) {
            arguments.add("--" + property);
        }
        service = new SpringApplication(ClearwayApplication.class, DeploymentApiTest.Town.class)
                .run(arguments.toArray(String[]::new));
        api = new RunApi("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Claim newRun() {
        String address = api.submit("{\"scenario\": \"town\", \"algorithm\": \"counting\", \"decisions\": 100}");
        return service.getBean(RunClaims.class)
                .claim(UUID.fromString(address.replaceFirst(".*/", "")))
                .orElseThrow();
    }

    private static Checkpoint checkpoint(int round) {
        return new Checkpoint(
                origin(),
                new Progress(round, round, 20 * round),
                ByteBuffer.allocate(Long.BYTES).putLong(round).array());
    }

    private static Origin origin() {
        return new Origin("town", Map.of(), "counting", Map.of("episodesPerRound", 2), 1);
    }

    private static List<CheckpointInfo> kept(Claim claim) {
        return service.getBean(Checkpoints.class).list(claim.run().id());
    }

    private static UUID deployed(Claim claim) {
        return service.getBean(Checkpoints.class)
                .findPolicy(claim.run().id())
                .orElseThrow()
                .id();
    }

    @Test
    void aRunThatKeptItsRuleIsDeployedAsTheRule() {
        Claim claim = newRun();
        for (int round = 1; round <= 5; round++) {
            claim.checkpoint(checkpoint(round), round == 2 || round == 5, KEPT);
        }
        assertThat(kept(claim)).extracting(one -> one.progress().rounds()).containsExactly(5, 4, 2);
        assertThat(claim.candidates())
                .extracting(one -> one.progress().rounds())
                .containsExactly(2, 5);
        var difference = new Difference("timeInSystemVehicleHours", 12, 30);
        claim.policy(
                new SelectedPolicy(
                        Checkpoint.ofRule(origin(), new Progress(5, 5, 100), "hold"),
                        new Selection("hold", true, 2, 2, 8, difference)),
                KEPT);
        assertThat(claim.candidates()).isEmpty();
        assertThat(kept(claim)).extracting(CheckpointInfo::policy).containsExactly(true, false, false);
        assertThat(claim.latestCheckpoint().orElseThrow().rule())
                .as("training goes on from what was learned")
                .isEmpty();

        JsonNode driving = deploy(claim);
        assertThat(driving.path("checkpoint").asString())
                .isEqualTo(deployed(claim).toString());
        assertThat(driving.path("signals").get(0).path("mode").asString()).isEqualTo("CONTROLLER");
        assertThat(driving.path("signals").get(1).path("shown").asString()).isEqualTo("GrGr");
        JsonNode run = api.get("/api/v1/runs/" + claim.run().id()).json();
        assertThat(run.path("selection").path("text").asString())
                .isEqualTo("kept the rule hold: no checkpoint was better, difference +12 ± 30 veh·h on 8 validation"
                        + " seeds");
    }

    @Test
    void aRunThatChoseACheckpointIsDeployedWithItThoughALaterOneIsThere() {
        Claim claim = newRun();
        claim.checkpoint(checkpoint(2), true, KEPT);
        claim.checkpoint(checkpoint(3), true, KEPT);
        claim.policy(new SelectedPolicy(checkpoint(2), new Selection(null, false, 2, 2, 8, null)), KEPT);
        assertThat(claim.policy().orElseThrow().progress().rounds()).isEqualTo(2);
        assertThat(claim.latestCheckpoint().orElseThrow().progress().rounds()).isEqualTo(3);
        assertThat(deploy(claim).path("checkpoint").asString())
                .isEqualTo(deployed(claim).toString());
    }

    @Test
    void aRunThatHasNotChosenYetIsDeployedWithItsNewestCheckpoint() {
        Claim claim = newRun();
        claim.checkpoint(checkpoint(2), true, KEPT);
        claim.checkpoint(checkpoint(3), false, KEPT);
        assertThat(kept(claim))
                .filteredOn(one -> one.id().equals(deployed(claim)))
                .singleElement()
                .satisfies(one -> assertThat(one.progress().rounds()).isEqualTo(3));
    }

    private static JsonNode deploy(Claim claim) {
        String body = "{\"port\": 9999, \"run\": \"%s\"}".formatted(claim.run().id());
        String address = "/api/v1/deployments/"
                + api.post("/api/v1/deployments", "application/json", body)
                        .json()
                        .path("id")
                        .asString();
        JsonNode driving = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> api.get(address).json(),
                        now -> now.path("state").asString().equals("DRIVING"));
        api.delete(address);
        return driving;
    }
}
