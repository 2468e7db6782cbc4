package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.runs.RunApi.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a browser or a client sends is never markup, a path or SQL. */
class InjectionTest {
    private static final String MARKUP =
            "<img src=x onerror=\"globalThis.broken=1\"><script>globalThis.broken=1</script>";

    private static PageWorld world;

    @BeforeAll
    static void start() {
        world = PageWorld.shared();
    }

    @Test
    void markupInANameStaysText() {
        String path = world.api().submit("""
                {"name": %s, "scenario": "queue-game", "algorithm": "counting", "decisions": 30,
                 "evaluationSeeds": 1}""".formatted(new JsonMapper().writeValueAsString(MARKUP)));
        String id = path.substring(path.lastIndexOf('/') + 1);
        world.api().awaitStatus(path, "FINISHED");
        for (String page : new String[] {"#/runs?q=" + encoded("<img"), "#/runs/" + id, "#/compare?runs=" + id}) {
            try (Tab tab = world.tab().open(page)) {
                assertThat(tab.page().getByText(MARKUP).first()).isVisible();
                assertUnbroken(tab);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/runs/%3Cimg%20src%3Dx%20onerror%3DglobalThis.broken%3D1%3E",
                "#/scenarios/%3Cscript%3EglobalThis.broken%3D1%3C%2Fscript%3E",
                "#/recordings/..%2F..%2Fetc%2Fpasswd",
                "#/deployments/%3Csvg%20onload%3DglobalThis.broken%3D1%3E",
                "#/runs/new?scenario=%3Cimg%20src%3Dx%20onerror%3DglobalThis.broken%3D1%3E",
                "#/runs?status=%3Cimg%20src%3Dx%20onerror%3DglobalThis.broken%3D1%3E",
                "#/compare?runs=..%2F..%2Fapi,javascript:globalThis.broken=1"
            })
    void markupAndPathsInAnAddressStayText(String address) {
        try (Tab tab = world.tab().expecting("Failed to load resource").open(address)) {
            assertThat(tab.find("h1, .trouble").first()).isVisible();
            assertUnbroken(tab);
        }
    }

    @Test
    void scriptsThatAreNotOursDoNotRun() {
        try (Tab tab = world.tab().expecting("Content Security Policy|404").open("#/runs")) {
            assertThat(tab.heading("Runs")).isVisible();
            tab.page().evaluate("""
                    () => {
                      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="globalThis.broken=1">');
                      const script = document.createElement('script');
                      script.textContent = 'globalThis.broken=1';
                      document.body.append(script);
                    }""");
            tab.page().waitForTimeout(300);
            assertUnbroken(tab);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"' or '1'='1", "'; drop table run; --", "%", "_", "\\", "many' union select * from checkpoint --"
            })
    void sqlInAFilterIsOnlyWords(String words) {
        for (String parameter : new String[] {"q", "scenario", "algorithm"}) {
            Answer answer = world.api().get("/api/v1/runs?" + parameter + "={value}", words);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("total").asInt()).as(answer.text()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/runs?status=x'--",
                "/api/v1/runs?limit=0",
                "/api/v1/runs?limit=1001",
                "/api/v1/runs?offset=-1",
                "/api/v1/runs/nobody/curves",
                "/api/v1/runs/123e4567-e89b-12d3-a456-426614174000/curves?points=0",
                "/api/v1/scenarios/queue-game/map"
            })
    void whatCannotBeUsedIsNamedWithAHint(String path) {
        Answer answer = world.api().get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("field").asString()).isNotBlank();
        assertThat(answer.json().path("hint").asString()).isNotBlank();
    }

    @Test
    void unknownThingsAreToldAsSuch() {
        UUID nobody = UUID.randomUUID();
        for (String path : new String[] {
            "/api/v1/runs/" + nobody + "/curves",
            "/api/v1/runs/" + nobody + "/results",
            "/api/v1/runs/" + nobody + "/events",
            "/api/v1/deployments/" + nobody + "/events",
            "/api/v1/deployments/" + nobody + "/frames",
            "/api/v1/recordings/" + nobody,
            "/api/v1/recordings/" + nobody + "/parts/0",
            "/api/v1/scenarios/..%2f..%2fetc/map"
        }) {
            Answer answer = world.api().get(path);
            assertThat(answer.status()).as(path).isIn(400, 404);
        }
        assertThat(world.api().delete("/api/v1/recordings/" + nobody).status()).isEqualTo(404);
    }

    @Test
    void pagesOfOtherSitesMayChangeNothing() throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var foreign = HttpRequest.newBuilder(URI.create(world.address() + "/api/v1/runs/" + UUID.randomUUID()))
                .header("Sec-Fetch-Site", "cross-site")
                .DELETE()
                .build();
        assertThat(client.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void everyAnswerForbidsForeignScriptsAndFrames() {
        for (String path : new String[] {"/", "/js/app.js", "/api/v1/runs", "/no-such-thing"}) {
            assertThat(world.api().get(path).headers().getFirst("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    private static void assertUnbroken(Tab tab) {
        assertThat((Boolean) tab.page().evaluate("'broken' in globalThis")).isFalse();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
