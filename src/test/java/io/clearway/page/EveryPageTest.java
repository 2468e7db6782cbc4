package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page in every look: no complaint on the console, nothing for axe to complain about, nothing too wide. */
class EveryPageTest {
    private static final Set<String> CHARTS = Set.of("run", "compare", "experiment");

    private static PageWorld world;
    private static List<UUID> shown;
    private static UUID deployment;
    private static String experiment;

    @BeforeAll
    static void fill() {
        world = PageWorld.shared();
        var samples = new Samples(world.database());
        shown = samples.runs("shown", 8, 5);
        samples.figures("shown", 120);
        samples.results("shown");
        deployment = world.sampleDeployment().add(3);
        experiment = ExperimentPageTest.finished(world, "every-page");
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsAccessibleAndFits(Look look) {
        String axe = world.api().get("/webjars/axe-core/axe.min.js").text();
        // what axe does itself
        try (Tab tab = world.tab(look).expecting("willReadFrequently")) {
            for (var page : pages().entrySet()) {
                tab.open(page.getValue());
                assertThat(tab.find("h1").first()).isVisible();
                assertThat(tab.find(".skeleton")).hasCount(0);
                if (CHARTS.contains(page.getKey())) {
                    assertThat(tab.find(".plot canvas").first()).isVisible();
                    tab.page().waitForTimeout(400);
                }
                tab.picture("%s-%s".formatted(page.getKey(), look).toLowerCase(Locale.ROOT), true);
                assertThat(tooWide(tab))
                        .as("%s in %s is wider than its window", page.getKey(), look)
                        .isFalse();
                assertThat(violations(tab, axe))
                        .as("%s in %s", page.getKey(), look)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyPageHasATitleOfItsOwn() {
        try (Tab tab = world.tab()) {
            List<String> titles = pages().values().stream()
                    .map(page -> {
                        tab.open(page);
                        assertThat(tab.find(".skeleton")).hasCount(0);
                        return tab.page().title();
                    })
                    .toList();
            assertThat(titles).doesNotHaveDuplicates().allMatch(title -> title.endsWith("Clearway"));
        }
    }

    private static Map<String, String> pages() {
        String some = shown.stream().limit(3).map(UUID::toString).collect(Collectors.joining(","));
        Map<String, String> pages = new TreeMap<>(Map.of(
                "runs", "#/runs?q=shown",
                "run", "#/runs/" + shown.get(0),
                "compare", "#/compare?runs=" + some,
                "new-run", "#/runs/new?scenario=queue-game",
                "deployments", "#/deployments",
                "new-deployment", "#/deployments/new",
                "recordings", "#/recordings",
                "scenarios", "#/scenarios",
                "scenario", "#/scenarios/grid-5x5",
                "nowhere", "#/elsewhere"));
        pages.put("deployment", "#/deployments/" + deployment);
        pages.put("experiments", "#/experiments");
        pages.put("new-experiment", "#/experiments/new");
        pages.put("experiment", "#/experiments/" + experiment);
        return pages;
    }

    private static boolean tooWide(Tab tab) {
        return (boolean) tab.page().evaluate("document.documentElement.scrollWidth > innerWidth + 1");
    }

    /** The rules that are broken, each with an element that breaks it. The page's policy lets no foreign script in. */
    @SuppressWarnings("unchecked")
    private static List<String> violations(Tab tab, String axe) {
        tab.page().evaluate(axe + "; undefined");
        return (List<String>) tab.page().evaluate("""
                async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations
                    .map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + node.failureSummary).join(' | '))""");
    }
}
