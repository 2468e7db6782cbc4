package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.clearway.runs.RunApi;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Experiments on the page: described with mistakes, corrected, started, and followed to their results. */
class ExperimentPageTest {
    private static final String PATH = "/api/v1/experiments";
    private static final String DESCRIPTION = """
            name: NAME
            scenarios: [queue-game]
            algorithms: [{name: counting, decisions: 30}]
            controllers: [longest, always-first]
            trainingSeeds: 1-2
            evaluationSeeds: 0-4
            metric: meanQueueVehicles
            bootstrapRepetitions: 100
            """;

    private static PageWorld world;

    @BeforeAll
    static void open() {
        world = PageWorld.shared();
    }

    /** Plays an experiment to its end, and gives its id. */
    static String finished(PageWorld world, String name) {
        RunApi api = world.api();
        String id = api.post(PATH, "application/yaml", DESCRIPTION.replace("NAME", name))
                .json()
                .path("id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> api.get(PATH + "/" + id)
                        .json()
                        .path("status")
                        .asString()
                        .equals("FINISHED"));
        return id;
    }

    @Test
    void aDescriptionIsCorrectedStartedAndFollowedToItsResults() {
        try (Tab tab = world.tab().expecting("400 \\(")) {
            tab.open("#/experiments");
            tab.link("New experiment").click();
            String wrong = DESCRIPTION
                    .replace("NAME", "page")
                    .replace("counting", "magic")
                    .replace("0-4", "4-0");
            var description = tab.find("textarea");
            description.fill(wrong);
            tab.button("Check").click();
            assertThat(tab.find(".problems li")).hasCount(1);
            assertThat(tab.find(".problems li")).containsText("evaluationSeeds: ‘4-0’ cannot be used");
            tab.button("Line 6").click();
            assertThat(tab.page()
                            .evaluate("document.activeElement.value.slice(document.activeElement.selectionStart,"
                                    + " document.activeElement.selectionEnd)"))
                    .isEqualTo("evaluationSeeds: 4-0");

            description.fill(DESCRIPTION.replace("NAME", "page"));
            tab.button("Check").click();
            assertThat(tab.find(".banner")).containsText("4 trials, 60 decisions of training, 20 held-out episodes");
            tab.button("Start").click();
            assertThat(tab.find(".under")).containsText("Finished", new ContainsTextOptions().setTimeout(60_000));
            assertThat(tab.find("[data-trial]")).hasCount(4);
            assertThat(tab.find("section[aria-labelledby=scores-0] tbody tr")).hasCount(3);
            assertThat(tab.find("section[aria-labelledby=comparisons-0] tbody tr"))
                    .hasCount(3);
            assertThat(tab.find(".plot canvas")).hasCount(2);
            assertThat(tab.find("[data-trial='3'] a")).hasText("Run");
            tab.picture("experiment-results", true);
        }
    }

    @Test
    void twoControllersOfARunAreShownBeforeAndAfter() {
        RunApi api = world.api();
        String run = api.submit("""
                {"scenario": "queue-game", "algorithm": "counting", "decisions": 30, "validationSeeds": 0,
                 "evaluationSeeds": 6}
                """);
        api.awaitStatus(run, "FINISHED");
        try (Tab tab = world.tab().open("#/runs/" + run.replaceFirst(".*/", ""))) {
            var panel = tab.find("section[aria-labelledby=before-after]");
            panel.getByLabel("Before").selectOption("always-first");
            panel.getByLabel("After").selectOption("longest");
            assertThat(panel.locator(".banner")).containsText("No conclusion");
            assertThat(panel.locator(".changes li")).hasCount(1);
            assertThat(panel.locator(".changes li")).containsText("mean queue");
            assertThat(panel.locator("tbody").nth(1).locator("tr")).containsText("better");
            var page =
                    tab.page().waitForDownload(() -> tab.link("Report (HTML)").click());
            assertThat(page.suggestedFilename()).startsWith("before-after-").endsWith(".html");
            var table = tab.page()
                    .waitForDownload(() -> tab.link("All measures (CSV)").click());
            assertThat(table.suggestedFilename()).endsWith(".csv");
        }
    }
}
