package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One run, as it trains and afterwards, and runs beside each other. */
class RunPageTest {
    private static PageWorld world;

    @BeforeAll
    static void start() {
        world = PageWorld.shared();
    }

    @Test
    void curvesGrowByThemselvesAndResultsFollow() {
        // long enough that a slow machine opens the page well before the end: only then can anything grow
        String run = submit("grows", 800, 20);
        try (Tab tab = world.tab().open("#/runs/" + run)) {
            assertThat(tab.find("[data-metric=meanQueueVehicles] canvas")).isVisible();
            int before = episodes(tab);
            tab.until("Number(document.querySelector('[data-episodes]').dataset.episodes) > %d".formatted(before + 2));
            assertThat(tab.find(".results tr.own")).hasCount(1, new HasCountOptions().setTimeout(60_000));
            assertThat(tab.find(".results tbody tr")).hasCount(3, new HasCountOptions().setTimeout(60_000));
            assertThat(tab.find(".head .status")).hasText("Finished");
            assertThat(tab.find(".results tr.own")).containsText("±");
            assertThat(tab.find("[data-metric=meanQueueVehicles] canvas").getAttribute("aria-label"))
                    .matches(Pattern.compile("Queue\\. learner: \\d+ points, last .*", Pattern.DOTALL));
        }
    }

    @Test
    void aRunIsCanceledAfterAskingBack() {
        String run = submit("long", 1_000_000, 20);
        try (Tab tab = world.tab().open("#/runs/" + run)) {
            assertThat(tab.find(".head .status")).hasText("Running");
            tab.button("Cancel").click();
            tab.button("Go back").click();
            assertThat(tab.find(".head .status")).hasText("Running");
            tab.button("Cancel").click();
            tab.button("Cancel the run").click();
            assertThat(tab.find(".head .status")).hasText("Canceled");
            assertThat(tab.button("Cancel")).hasCount(0);
        }
    }

    @Test
    void aFailureIsToldInTheWordsOfWhatFailed() {
        String run = submit("breaks", 100, 0, "\"breaksAt\": 3");
        try (Tab tab = world.tab().open("#/runs/" + run)) {
            assertThat(tab.heading("The run failed")).isVisible();
            assertThat(tab.find(".trouble")).containsText("The network has no junction 'x' (line 7)");
        }
    }

    @Test
    void anUnknownRunIsToldWithWhatToDo() {
        try (Tab tab = world.tab().expecting("404").open("#/runs/" + UUID.randomUUID())) {
            assertThat(tab.heading("There is no such run")).isVisible();
            assertThat(tab.find(".trouble")).containsText("What to do");
            tab.picture("run-unknown", false);
            tab.link("Go to the list of runs").click();
            assertThat(tab.button("Failed")).hasCount(0);
            assertThat(tab.heading("Runs")).isVisible();
        }
        try (Tab tab = world.tab().expecting("400").open("#/runs/no-id")) {
            assertThat(tab.find(".trouble")).containsText("no-id");
        }
    }

    @Test
    void whenTheServiceGoesAndComesBackThePageSaysSoAndGoesOn() {
        try (Tab tab = world.tab().expecting("Failed to load resource|ERR_")) {
            tab.page().route("**/api/v1/**", route -> route.abort());
            tab.open("#/runs");
            assertThat(tab.heading("The service cannot be reached")).isVisible();
            assertThat(tab.find(".trouble")).containsText("./clearway serve");
            tab.picture("service-away", false);
            tab.page().unroute("**/api/v1/**");
            assertThat(tab.find(".chips")).isVisible();
        }
    }

    @Test
    void checkpointsCanBeFetchedAndOnlyThoseOfSignalsDeployed() {
        String run = submit("leaves", 60, 0);
        try (Tab tab = world.tab().open("#/runs/" + run)) {
            assertThat(tab.page()
                            .getByRole(
                                    AriaRole.LINK,
                                    new Page.GetByRoleOptions().setName(Pattern.compile("Download checkpoint")))
                            .first())
                    .isVisible();
            assertThat(tab.page().getByText("Deploy")).hasCount(0);
            String checkpoint = UUID.randomUUID().toString();
            tab.open("#/deployments/new?scenario=grid-5x5&checkpoint=" + checkpoint);
            assertThat(tab.field("Checkpoint")).hasValue(checkpoint);
        }
    }

    @Test
    void seedsOfEqualSettingsBecomeOneLineWithABand() {
        List<String> runs = List.of(submit("seed", 60, 0), submitWithSeed("seed", 60, 2));
        runs.forEach(run -> world.api().awaitStatus("/api/v1/runs/" + run, "FINISHED"));
        try (Tab tab = world.tab().open("#/compare?runs=" + String.join(",", runs))) {
            assertThat(tab.find(".key li")).hasCount(1);
            assertThat(tab.find(".key")).containsText("2 seeds");
            tab.page().getByLabel("Seeds").selectOption("apart");
            assertThat(tab.find(".key li")).hasCount(2);
            tab.page().getByLabel("Figure").selectOption("decisions");
            assertThat(tab.heading("Decisions")).isVisible();
        }
    }

    @Test
    void runsOfOneSeedOrOfOtherLengthsAreNoSeedsOfOneLine() {
        List<String> runs = List.of(
                submit("same", 60, 0), submit("same", 60, 0), submit("longer", 80, 0), submitWithSeed("two", 60, 2));
        runs.forEach(run -> world.api().awaitStatus("/api/v1/runs/" + run, "FINISHED"));
        try (Tab tab = world.tab().open("#/compare?runs=" + String.join(",", runs))) {
            assertThat(tab.find(".key li")).hasCount(3);
            assertThat(tab.find(".key li:has-text('2 seeds')")).hasCount(1);
        }
    }

    @Test
    void whatARunDoesNowIsNamedFromTheFirstSecondOn() {
        String run = submit("slow demonstrations", 400, 400);
        try (Tab tab = world.tab().open("#/runs/" + run)) {
            assertThat(tab.find(".stage")).containsText("demonstrations of the rule longest: 0 of 1 episodes");
            assertThat(tab.find(".stage")).containsText("playing");
            assertThat(tab.page().getByText("The first episode is being played"))
                    .hasCount(0);
            world.api().delete("/api/v1/runs/" + run);
        }
    }

    @Test
    void aSingleFarValueDoesNotFlattenAChart() {
        try (Tab tab = world.tab().open("#/runs")) {
            String limits = "async (values) => (await import('./js/parts/axis.js')).limits(values)";
            List<Double> calm =
                    IntStream.range(0, 60).mapToObj(n -> 10 + Math.sin(n)).toList();
            assertThat((Map<?, ?>) tab.page().evaluate(limits, calm)).isEmpty();
            List<Double> late = new ArrayList<>(calm);
            late.add(900.0);
            Map<?, ?> cut = (Map<?, ?>) tab.page().evaluate(limits, late);
            assertThat((Double) cut.get("max")).isBetween(10.0, 13.0);
            assertThat((List<?>) cut.get("beyond")).hasSize(1);
        }
    }

    @Test
    void demonstrationsOfARuleAreALineOfTheirOwnAndNoFigureOfTheLearner() {
        String run = submit("taught", 60, 0);
        world.api().awaitStatus("/api/v1/runs/" + run, "FINISHED");
        try (Tab tab = world.tab().open("#/runs/" + run)) {
            assertThat(tab.find("[data-metric=meanQueueVehicles] canvas"))
                    .hasAttribute(
                            "aria-label",
                            Pattern.compile(
                                    "learner: \\d+ points.*demonstrations by longest: 1 points", Pattern.DOTALL));
            assertThat(tab.find("[data-metric=meanQueueVehicles] .line-key")).containsText("demonstrations by longest");
            assertThat(tab.find(".tiles .wide")).containsText("episodes of the learner and 1 of the rule");
            assertThat(tab.find(".tiles + .note")).containsText("learner’s newest episode");
        }
    }

    @Test
    void whatAScenarioRecordsOverTimeIsDrawnWithItsLimitsForTheControllerChosen() {
        String run = submit("over time", 60, 0);
        world.api().awaitStatus("/api/v1/runs/" + run, "FINISHED");
        try (Tab tab = world.tab().open("#/runs/" + run)) {
            assertThat(tab.find("[aria-labelledby=series]")).hasAttribute("data-controller", "counting");
            assertThat(tab.find("[data-metric=series-0] canvas"))
                    .hasAttribute(
                            "aria-label",
                            Pattern.compile("Queues by junction\\. a: 11 points.*b: 11 points.*"
                                    + "road \\(limit\\): 2 points, last 8, from 8 to 8 vehicles"));
            tab.page().getByLabel("Controller").selectOption("always-first");
            assertThat(tab.find("[aria-labelledby=series]")).hasAttribute("data-controller", "always-first");
            tab.picture("run-series", true);
        }
    }

    @Test
    void aRunThatCompletedItsLastRoundDoesNotClaimMoreThanAllOfWhatWasRequested() {
        String run = submit("beyond", 23, 0);
        world.api().awaitStatus("/api/v1/runs/" + run, "FINISHED");
        try (Tab tab = world.tab().open("#/runs/" + run)) {
            assertThat(tab.find(".tiles .wide")).containsText("23 requested, and the rest of the last round");
        }
    }

    @Test
    void aFinishedRunBeginsWithItsVerdictAndTheTimeInSystem() {
        var samples = new Samples(world.database());
        String run = samples.runs("judged", 4, 5).stream()
                .map(id -> world.api().get("/api/v1/runs/" + id).json())
                .filter(one -> one.path("status").asString().equals("FINISHED"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        samples.figures("judged", 5);
        samples.results("judged");
        try (Tab tab = world.tab().open("#/runs/" + run)) {
            assertThat(tab.find(".comparisons [data-rival=fixed-time]"))
                    .containsText("is better than fixed-time: time in system");
            assertThat(tab.find(".comparisons [data-rival=max-pressure]"))
                    .containsText(Pattern.compile("not distinguishable|better|worse"));
            assertThat(tab.find(".tiles .tile").nth(1)).containsText("Time in system");
            assertThat(tab.find("[data-metric]").first()).hasAttribute("data-metric", "timeInSystemVehicleHours");
            assertThat(tab.find("[aria-labelledby=modes] tbody tr")).hasCount(5);
            assertThat(tab.find("[aria-labelledby=modes] tbody tr").first()).containsText("bus");
            assertThat(tab.find("[aria-labelledby=modes] tbody tr").first()).containsText("20");
            // most lost time first
            assertThat(tab.find("[aria-labelledby=signals] tbody tr").first()).containsText("J2");
            assertThat(tab.find("[aria-labelledby=signals] tbody tr").first()).containsText("61 E");
            String results = "document.querySelector('[aria-label=Results]')";
            tab.until(results + ".scrollWidth <= " + results + ".clientWidth");
            tab.picture("run-comparison", true);
            tab.open("#/runs?q=judged");
            assertThat(tab.find("[data-run='" + run + "'] [data-label='Time in system']"))
                    .containsText("veh·h");
            tab.picture("runs-time-in-system", false);
        }
    }

    private static int episodes(Tab tab) {
        return Integer.parseInt(tab.find("[data-episodes]").getAttribute("data-episodes"));
    }

    private static String submitWithSeed(String name, int decisions, long seed) {
        String path = world.api().submit("""
                {"name": "%s", "scenario": "queue-game", "algorithm": "counting", "decisions": %d, "seed": %d,
                 "evaluationSeeds": 3, "scenarioSettings": {"pauseMillis": 0}}""".formatted(name, decisions, seed));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String submit(String name, int decisions, int pauseMillis, String... settings) {
        String more = settings.length == 0 ? "" : ", " + String.join(", ", settings);
        String path = world.api().submit("""
                {"name": "%s", "scenario": "queue-game", "algorithm": "counting", "decisions": %d,
                 "evaluationSeeds": 3, "scenarioSettings": {"pauseMillis": %d%s}}""".formatted(name, decisions, pauseMillis, more));
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
