package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.clearway.deployments.LiveFiles;
import io.clearway.runs.RunApi.Answer;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The map: replaying what was filmed, and following a SUMO that is driven live. */
class MapTest {
    private static PageWorld world;

    @TempDir
    private Path folder;

    private @Nullable Process sumo;

    @BeforeAll
    static void start() {
        world = PageWorld.shared().withSumo();
    }

    @AfterEach
    void endOnlyWhatWasStartedHere() throws InterruptedException {
        if (sumo != null) {
            sumo.destroyForcibly().waitFor();
        }
    }

    @Test
    void aRecordedEpisodePlaysPausesAndIsSoughtWithTheSlider() {
        String recording = record(world, "grid-5x5", 90);
        try (Tab tab = world.tab().open("#/recordings/" + recording)) {
            Locator map = tab.find(".map-box");
            tab.until("Number(document.querySelector('.map-box')?.dataset.seconds) >= 3");
            tab.button("Pause").click();
            assertThat(tab.button("Play")).isVisible();
            tab.find("#time").fill("60");
            tab.until("Number(document.querySelector('.map-box').dataset.seconds) >= 60");
            assertThat(tab.find(".map-clock")).containsText("1:0");
            assertThat(different(map, "ArrowLeft")).as("moved by a key").isTrue();
            assertThat(different(map, "+")).as("zoomed by a key").isTrue();
            assertThat(different(map, "0")).as("all again").isTrue();
            tab.find("#time").press("ArrowRight");
            tab.until("Number(document.querySelector('.map-box').dataset.seconds) >= 61");
        }
    }

    /** Whether the roads look different after a key. */
    private static boolean different(Locator map, String key) {
        String script = "box => box.querySelector('canvas').toDataURL()";
        Object before = map.evaluate(script);
        map.press(key);
        map.page().waitForTimeout(300);
        return !before.equals(map.evaluate(script));
    }

    /** How many times a second that is, is measured by {@link PageMeasurement}. */
    @Test
    void theRoadsOfNewYorkArePaintedOnceWhileTheTrafficOnThemMoves() {
        String recording = record(world, "new-york", 60);
        try (Tab tab = world.tab().open("#/recordings/" + recording)) {
            tab.until("Number(document.querySelector('.map-box')?.dataset.seconds) >= 2");
            String roads = tab.find(".map-box").getAttribute("data-roads");
            tab.until("Number(document.querySelector('.map-box').dataset.seconds) >= 6");
            tab.picture("map-new-york", false);
            assertThat(tab.find(".map-box")).hasAttribute("data-roads", roads);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"DESKTOP", "PHONE_DARK"})
    void queuesCanBeSeenFromAfar(Look look) {
        String recording = record(world, "new-york", 60);
        try (Tab tab = world.tab(look)) {
            // queues on every fifth of the lanes that are watched, for the real traffic is light
            tab.page().route("**/recordings/*/parts/*", route -> {
                String frames = route.fetch().text();
                String queues = IntStream.range(0, 300)
                        .mapToObj(lane -> 5 * lane + "," + (1 + lane % 20))
                        .collect(Collectors.joining(","));
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(frames.replaceAll("\"queues\":\\[[^]]*]", "\"queues\":[" + queues + "]")));
            });
            tab.open("#/recordings/" + recording);
            tab.until("Number(document.querySelector('.map-box')?.dataset.seconds) >= 2");
            tab.picture("map-heat-" + look.name().toLowerCase(Locale.ROOT), false);
            // a queue alone is a spot of a few pixels
            int painted = (int) tab.find(".map-box canvas").last().evaluate("""
                    canvas => {
                      const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                      let painted = 0;
                      for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 60) painted++;
                      return painted;
                    }""");
            assertThat(painted).isGreaterThan(300 * 40);
        }
    }

    @Test
    void aDeploymentIsFollowedLiveAndItsLightsAreHandedBack() throws Exception {
        int port = startSumo();
        Answer answer = world.api().post("/api/v1/deployments", "application/json", """
                {"port": %d, "scenario": "grid-5x5", "controller": "max-pressure"}""".formatted(port));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().path("id").asString();
        try (Tab tab = world.tab().open("#/deployments/" + id)) {
            tab.until("Number(document.querySelector('.map-box')?.dataset.seconds) > 0");
            double before = seconds(tab);
            tab.until("Number(document.querySelector('.map-box').dataset.seconds) > " + before);
            assertThat(tab.find(".head .status")).hasText("Driving");
            assertThat(tab.find(".tiles")).containsText("0 %0 of 25 signals");
            BoundingBox box = tab.find(".map-box").boundingBox();
            tab.page().mouse().move(box.x + 300, box.y + 200);
            tab.page().mouse().wheel(0, -600);
            tab.picture("deployment", true);
            try (Tab phone = world.tab(Look.PHONE_DARK).open("#/deployments/" + id)) {
                phone.until("Number(document.querySelector('.map-box')?.dataset.seconds) > 0");
                phone.picture("deployment-phone_dark", true);
            }
            tab.button("Order for all signals").click();
            tab.find("dialog[open] select").selectOption("fixed-time");
            tab.find("dialog[open] input[name=reason]").fill("roadworks");
            tab.find("dialog[open] input[name=operator]").fill("Anna");
            tab.picture("order", true);
            tab.find("dialog[open] button[type=submit]").click();
            assertThat(tab.find("dialog[open]")).hasCount(0);
            assertThat(tab.find("[aria-labelledby=signals]")).containsText("fixed time by Anna: roadworks");
            tab.button("Release").click();
            assertThat(tab.find("dialog[open]")).containsText("Release control?");
            tab.find("dialog[open]").getByText("Release control").last().click();
            assertThat(tab.find(".head .status")).hasText("Released");
        }
        await().atMost(Duration.ofMinutes(3)).until(() -> !process().isAlive());
    }

    private static double seconds(Tab tab) {
        return Double.parseDouble(tab.find(".map-box").getAttribute("data-seconds"));
    }

    /** Films an episode and waits until it is whole. */
    static String record(PageWorld world, String scenario, int seconds) {
        Answer answer = world.api().post("/api/v1/recordings", "application/json", """
                {"scenario": "%s", "controller": "max-pressure", "seconds": %d, "seed": 7}""".formatted(scenario, seconds));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String path = String.valueOf(answer.headers().getLocation());
        await().atMost(Duration.ofMinutes(5))
                .until(() ->
                        !world.api().get(path).json().path("state").asString().equals("RECORDING"));
        Answer kept = world.api().get(path);
        assertThat(kept.json().path("state").asString()).as(kept.text()).isEqualTo("READY");
        assertThat(kept.json().path("frames").asInt()).isEqualTo(seconds);
        return kept.json().path("id").asString();
    }

    /** SUMO at a pace that can be watched: it would play the hour in seconds. */
    private int startSumo() throws IOException {
        var scenario = new SignalScenario(Grid5x5.definition(Path.of("sumo-networks")), world.simulator());
        new LiveFiles(world.simulator()).write(scenario, 7, folder);
        int port = freePort();
        sumo = new ProcessBuilder(
                        "sumo",
                        "-c",
                        folder.resolve("clearway.sumocfg").toString(),
                        "--remote-port",
                        String.valueOf(port),
                        "--num-clients",
                        "1",
                        // ten times the steps, or the hour is over before a slow browser has pressed a button
                        "--step-length",
                        "0.1",
                        "-X",
                        "never")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return port;
    }

    private Process process() {
        if (sumo == null) {
            throw new IllegalStateException("No SUMO was started");
        }
        return sumo;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
