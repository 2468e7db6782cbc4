package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of runs, with a thousand of them stored. */
class RunsPageTest {
    private static final int MANY = 1000;

    private static PageWorld world;

    @BeforeAll
    static void fill() {
        world = PageWorld.shared();
        var samples = new Samples(world.database());
        samples.runs("many", MANY, 1000);
        samples.figures("many", 5);
    }

    /** How long that takes is measured by {@link PageMeasurement}. */
    @Test
    void ofAThousandRunsItAsksForAndShowsOnePageWithOneRequest() {
        try (Tab tab = world.tab()) {
            List<Response> answers = new CopyOnWriteArrayList<>();
            tab.page().onResponse(answers::add);
            tab.open("#/runs");
            tab.find("tbody tr input[type=checkbox]").first().check();
            assertThat(tab.button("Clear")).isVisible();
            assertThat(tab.find("tbody tr")).hasCount(25);
            // it asks again every three seconds, which a slow machine may live to see
            assertThat(answers.stream().filter(answer -> answer.url().contains("/api/v1/runs")))
                    .isNotEmpty()
                    .allSatisfy(answer -> {
                        assertThat(answer.url()).contains("/runs?limit=25");
                        assertThat(answer.body()).hasSizeLessThan(25 * 2000);
                    });
        }
    }

    @Test
    void aFilterByStateAndWordsNarrowsTheListAndStaysInTheAddress() {
        try (Tab tab = world.tab().open("#/runs")) {
            tab.find(".chip:has-text('Failed')").click();
            tab.field("Name or id").fill("many 10");
            assertThat(tab.find("tbody tr .status:not(.bad)")).hasCount(0);
            assertThat(tab.find("tbody tr").first()).containsText("many 10");
            assertThat(tab.page().url()).contains("status=FAILED").contains("q=many");
            tab.page().reload();
            assertThat(tab.find("tbody tr").first()).containsText("many 10");
            tab.picture("runs-filtered", false);
        }
    }

    @Test
    void pagesLeadToOlderRunsAndBack() {
        try (Tab tab = world.tab().open("#/runs?q=many")) {
            assertThat(tab.find(".pages")).containsText("1–25 of 1,000");
            String first = tab.find("tbody tr .main a").first().textContent();
            tab.button("Older").click();
            assertThat(tab.find(".pages")).containsText("26–50 of 1,000");
            assertThat(tab.find("tbody tr .main a").first()).not().hasText(first);
            tab.button("Newer").click();
            assertThat(tab.find("tbody tr .main a").first()).hasText(first);
        }
    }

    @Test
    void theKeyboardAloneLeadsFromTheTopToARunAndBack() {
        try (Tab tab = world.tab().open("#/runs?q=many%20777")) {
            assertThat(tab.find("tbody tr")).hasCount(1);
            tab.page().keyboard().press("Tab");
            assertThat(tab.link("Skip to the content")).isFocused();
            tab.page().keyboard().press("Enter");
            assertThat(tab.find("main")).isFocused();
            for (int i = 0; i < 20 && !focusIsOnARun(tab); i++) {
                tab.page().keyboard().press("Tab");
            }
            tab.page().keyboard().press("Enter");
            assertThat(tab.heading("many 777")).isVisible();
            assertThat(tab.find("main")).isFocused();
            tab.page().goBack();
            assertThat(tab.find("tbody tr")).hasCount(1);
        }
    }

    private static boolean focusIsOnARun(Tab tab) {
        return (boolean) tab.page().evaluate("document.activeElement.closest('.main a') !== null");
    }

    @Test
    void chosenRunsAreCompared() {
        try (Tab tab = world.tab().open("#/runs?q=many")) {
            tab.find("tbody tr input[type=checkbox]").nth(0).check();
            tab.find("tbody tr input[type=checkbox]").nth(1).check();
            assertThat(tab.find(".float")).containsText("2 selected");
            tab.find(".float").getByText("Compare").click();
            assertThat(tab.heading("Compare runs")).isVisible();
            assertThat(tab.find(".key li")).hasCount(2);
            assertThat(tab.find(".plot canvas")).isVisible();
        }
    }

    @Test
    void withoutRunsItSaysWhatToDo() {
        try (Tab tab = world.tab()) {
            tab.page()
                    .route(
                            "**/api/v1/runs?**",
                            route -> route.fulfill(
                                    new Route.FulfillOptions()
                                            .setContentType("application/json")
                                            .setBody(
                                                    "{\"total\":0,\"byStatus\":{},\"scenarios\":[],\"algorithms\":[],\"runs\":[]}")));
            tab.open("");
            assertThat(tab.heading("No runs yet")).isVisible();
            tab.picture("runs-empty", false);
            tab.link("Start the first run").click();
            assertThat(tab.heading("New run")).isVisible();
        }
    }
}
