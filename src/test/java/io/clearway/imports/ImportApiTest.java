package io.clearway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.ClearwayApplication;
import io.clearway.catalog.Catalog;
import io.clearway.runs.RunApi;
import io.clearway.sumo.PlainTown;
import io.clearway.wiring.postgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Imports over REST into a real database, shared by two services, one of which carries out runs. */
class ImportApiTest {
    private static final String PATH = "/api/v1/scenarios";
    private static final String BOUNDARY = "clearwayboundary";

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;
    private static RunApi api;
    private static String network;

    @BeforeAll
    static void start() throws IOException {
        network = PlainTown.crossing(folder, "");
        TestDatabase database = TestDatabase.create();
        first = service(database, "first", "db-scheduler.enabled=false");
        second = service(database, "second", "db-scheduler.enabled=false");
        api = new RunApi("http://127.0.0.1:" + first.getEnvironment().getProperty("local.server.port"));
    }

    private static ConfigurableApplicationContext service(TestDatabase database, String name, String property) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--clearway.data-dir=" + folder.resolve(name),
                "--spring.jmx.enabled=false",
                "--" + property));
        for (String one : database.properties()) {
            arguments.add("--" + one);
        }
        return new SpringApplication(ClearwayApplication.class).run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    private static RunApi.Answer upload(String query, String routes, String networkName) {
        String body = part(networkName, network) + part("town.rou.xml", routes) + "--" + BOUNDARY + "--\r\n";
        return api.post(PATH + query, "multipart/form-data; boundary=" + BOUNDARY, body);
    }

    private static String part(String name, String content) {
        return "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, content);
    }

    @Test
    void anImportedScenarioIsThereForAllServicesUntilItIsDeleted() {
        RunApi.Answer made = upload("?name=small-town", PlainTown.routes(), "town.net.xml");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(String.valueOf(made.headers().getLocation())).isEqualTo(PATH + "/small-town");
        assertThat(made.json().path("demand").path("vehicles").asInt()).isEqualTo(22);
        assertThat(made.json().path("signals").get(0).path("phases").toString())
                .isEqualTo("[\"GGgrrrGGgrrr\",\"rrrGGgrrrGGg\"]");

        assertThat(api.get(PATH).list())
                .anySatisfy(one -> assertThat(one.path("name").asString()).isEqualTo("small-town"));
        JsonNode report = api.get(PATH + "/small-town/report").json();
        assertThat(report.path("scenario").asString()).isEqualTo("small-town");
        assertThat(second.getBean(Catalog.class).scenario("small-town").hash())
                .isEqualTo(first.getBean(Catalog.class).scenario("small-town").hash());
        assertThat(folder.resolve("second/shared-scenarios")).isNotEmptyDirectory();

        // the same again is no clash, another content is one
        assertThat(upload("?name=small-town", PlainTown.routes(), "town.net.xml")
                        .status())
                .isEqualTo(201);
        String busier = PlainTown.routes().replace("12", "13");
        assertThat(upload("?name=small-town", busier, "town.net.xml").status()).isEqualTo(409);
        String run = api.submit(
                "{\"scenario\": \"small-town\", \"algorithm\": \"dmpo\", \"decisions\": 24, \"evaluationSeeds\": 0,"
                        + " \"algorithmSettings\": {\"warmStartEpisodes\": 1}}");
        assertThat(upload("?name=small-town&replace=true", busier, "town.net.xml")
                        .status())
                .isEqualTo(409);
        RunApi.Answer refused = api.delete(PATH + "/small-town");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("hint").asString()).contains("cancel");
        assertThat(api.delete(run).status()).isEqualTo(200);
        RunApi.Answer experiment = api.post("/api/v1/experiments", "application/yaml", """
                name: rules
                scenarios: [small-town]
                controllers: [reference]
                evaluationSeeds: 1
                """);
        assertThat(experiment.status()).as(experiment.text()).isEqualTo(201);
        assertThat(api.delete(PATH + "/small-town").json().path("detail").asString())
                .contains(experiment.json().path("id").asString());
        assertThat(upload("?name=small-town&replace=true", busier, "town.net.xml")
                        .status())
                .isEqualTo(409);
        assertThat(api.delete(String.valueOf(experiment.headers().getLocation()))
                        .status())
                .isEqualTo(200);
        assertThat(upload("?name=small-town&replace=true", busier, "town.net.xml")
                        .status())
                .isEqualTo(201);
        assertThat(api.delete(PATH + "/small-town").status()).isEqualTo(204);
        assertThat(api.delete(PATH + "/small-town").status()).isEqualTo(404);
        assertThat(api.get(PATH + "/small-town/report").status()).isEqualTo(404);
        assertThat(second.getBean(Catalog.class).has("small-town")).isFalse();
    }

    @Test
    void whatCannotBeUsedIsRejectedWithFieldValueAndHint() {
        RunApi.Answer soon = upload("?name=city&horizon=soon", PlainTown.routes(), "town.net.xml");
        assertProblem(soon, "horizon");
        assertThat(soon.text()).contains("soon").contains("give a number");
        RunApi.Answer nothing = api.post(PATH, "multipart/form-data; boundary=" + BOUNDARY, "--" + BOUNDARY + "--\r\n");
        assertProblem(nothing, "files");
        assertProblem(upload("?name=No%20Name", PlainTown.routes(), "town.net.xml"), "name");
        assertProblem(upload("?name=grid-5x5", PlainTown.routes(), "town.net.xml"), "name");
        assertProblem(upload("?name=bad", PlainTown.routes(), "../town.net.xml"), "files");
        assertProblem(upload("?name=bad&begin=1e9", PlainTown.routes(), "town.net.xml"), "end");
        String hostile = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><routes/>";
        RunApi.Answer entity = upload("?name=bad", hostile, "town.net.xml");
        assertThat(entity.status()).isEqualTo(400);
        assertThat(entity.json().path("hint").asString()).contains("document type");
        assertThat(api.get(PATH).list())
                .noneSatisfy(one -> assertThat(one.path("name").asString()).isEqualTo("bad"));
    }

    private static void assertProblem(RunApi.Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
        assertThat(answer.json().path("value").asString()).isNotEmpty();
        assertThat(answer.json().path("hint").asString()).isNotEmpty();
    }

    @Test
    void whatLiesInTheDataFolderIsOfferedToo() throws IOException {
        Path data = folder.resolve("first/scenarios/from-folder");
        Path in = Files.createTempDirectory(folder, "in");
        Path net = Files.write(in.resolve("t.net.xml"), network.getBytes(StandardCharsets.UTF_8));
        Path routes = Files.writeString(in.resolve("t.rou.xml"), PlainTown.routes());
        first.getBean(ScenarioFolders.class)
                .keep(
                        "from-folder",
                        false,
                        made -> first.getBean(ScenarioImport.class)
                                .build(
                                        "from-folder",
                                        SourceFiles.of("files", List.of(net, routes), folder),
                                        io.clearway.simulation.importing.ImportOptions.none(),
                                        made));
        assertThat(data.resolve("scenario.json")).isRegularFile();
        assertThat(api.get(PATH + "/from-folder").status()).isEqualTo(200);
        assertThat(api.get(PATH + "/from-folder/report").json().path("scenario").asString())
                .isEqualTo("from-folder");
        assertProblem(upload("?name=from-folder", PlainTown.routes(), "town.net.xml"), "name");
    }
}
