package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.clearway.sumo.PlainTown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms: sensible defaults, and errors next to the field in the words of the service. */
class FormsTest {
    private static PageWorld world;

    @BeforeAll
    static void start() {
        world = PageWorld.shared();
    }

    @Test
    void aRunStartsFromTheDefaultsWithTheKeyboardAlone() {
        try (Tab tab = world.tab().open("#/runs/new?scenario=queue-game")) {
            tab.field("Decisions").fill("40");
            tab.field("Decisions").press("Tab");
            assertThat(tab.field("Seed")).isFocused();
            tab.field("Name").fill("by keyboard");
            tab.field("Name").press("Enter");
            assertThat(tab.heading("by keyboard")).isVisible();
            assertThat(tab.find(".head .under")).containsText("queue-game");
        }
    }

    @Test
    void whatTheServiceComplainsAboutStandsNextToItsField() {
        try (Tab tab = world.tab().expecting("400").open("#/runs/new?scenario=queue-game")) {
            tab.field("Decisions").fill("0");
            tab.button("Start the run").click();
            assertThat(tab.find("#decisions-error"))
                    .hasText("‘0’ cannot be used. Give a whole number from 1 to 1000000000.");
            assertThat(tab.field("Decisions")).isFocused();
            assertThat(tab.field("Decisions")).hasAttribute("aria-invalid", "true");
            tab.picture("form-error", true);
            tab.field("Decisions").fill("100");
            assertThat(tab.find(".field-error")).hasCount(0);
        }
    }

    @Test
    void fewerDecisionsThanDemonstrationsAreRefusedNextToTheField() {
        try (Tab tab = world.tab().expecting("400").open("#/runs/new?scenario=queue-game")) {
            tab.field("Decisions").fill("10");
            tab.button("Start the run").click();
            assertThat(tab.find("#decisions-error"))
                    .containsText(
                            "‘10’ cannot be used. Give more than 10: demonstrations of the rule longest take up to that many");
        }
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceEachNextToItsField() {
        try (Tab tab = world.tab().expecting("400").open("#/runs/new?scenario=queue-game")) {
            tab.field("Decisions").fill("0");
            tab.field("Held-out episodes").fill("-1");
            tab.find("summary:has-text('Settings of queue-game')").click();
            tab.field("arrivals").fill("many");
            tab.button("Start the run").click();
            assertThat(tab.find(".field-error")).hasCount(3);
            assertThat(tab.find(".trouble")).hasCount(0);
            tab.picture("form-errors-at-once", true);
        }
    }

    @Test
    void aPresetIsChosenAndEverySettingIsExplained() {
        try (Tab tab = world.tab()) {
            tab.page()
                    .route(
                            "**/api/v1/algorithms",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody("""
                            [{"name": "dmpo", "source": "a paper", "defaults": {"discount": 0.99, "clip": 0.2},
                              "explanations": {"discount": "γ: what a later reward counts", "clip": "ε of the ratio"},
                              "presets": {"paper": {"clip": 0.1}, "short": {"discount": 0.9}}}]""")));
            List<String> sent = new CopyOnWriteArrayList<>();
            tab.page().route("**/api/v1/runs", route -> {
                sent.add(route.request().postData());
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(201)
                        .setContentType("application/json")
                        .setBody("""
                        {"id": "123e4567-e89b-12d3-a456-426614174000"}"""));
            });
            tab.expecting("404").open("#/runs/new?scenario=queue-game");
            tab.find("summary:has-text('Settings of dmpo')").click();
            assertThat(tab.find("[id='algorithmSettings.discount-help']")).hasText("γ: what a later reward counts.");
            tab.field("Preset").selectOption("paper");
            assertThat(tab.field("clip")).hasValue("0.1");
            tab.field("discount").fill("0.5");
            tab.picture("form-preset", true);
            tab.button("Start the run").click();
            tab.until("location.hash.startsWith('#/runs/123e')");
            assertThat(sent).hasSize(1);
            assertThat(sent.get(0)).contains("\"algorithmSettings\":{\"preset\":\"paper\",\"discount\":0.5}");
        }
    }

    @Test
    void aWrongSettingOpensItsSectionAndIsNamedThere() {
        try (Tab tab = world.tab().expecting("400").open("#/runs/new?scenario=queue-game")) {
            tab.find("summary:has-text('Settings of queue-game')").click();
            tab.field("arrivals").fill("many");
            tab.button("Start the run").click();
            assertThat(tab.find(".wrong .field-error")).containsText("many");
            tab.field("arrivals").fill("12");
            tab.button("Start the run").click();
            assertThat(tab.find(".wrong .field-error")).containsText("Give a whole number from 1 to 9.");
        }
    }

    @Test
    void aDeploymentThatNobodyAnswersIsToldOnItsPage() {
        world.withSumo();
        try (Tab tab = world.tab().expecting("400").open("#/deployments/new?scenario=grid-5x5")) {
            tab.field("Port").fill("99999");
            tab.button("Deploy").click();
            assertThat(tab.find("#port-error")).containsText("from 1 to 65535");
            tab.field("Port").fill("1");
            tab.button("Deploy").click();
            assertThat(tab.heading("The deployment failed")).isVisible();
            assertThat(tab.find(".trouble")).containsText("No SUMO answers");
        }
    }

    @Test
    void anEventLogIsAskedForWithItsExplanationAndRefusedNextToItsField() {
        List<String> sent = new CopyOnWriteArrayList<>();
        try (Tab tab = world.tab().expecting("400").open("#/deployments/new?scenario=grid-5x5")) {
            tab.page().route("**/api/v1/deployments", route -> {
                sent.add(route.request().postData());
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(400)
                        .setContentType("application/problem+json")
                        .setBody("""
                        {"title": "A field cannot be used", "field": "eventLog", "value": "true", "hint": "leave it out"}"""));
            });
            assertThat(tab.field("Event log")).not().isChecked();
            assertThat(tab.find("#eventLog-help")).containsText("in the Indiana enumerations");
            tab.button("Deploy").click();
            tab.field("Event log").check();
            tab.button("Deploy").click();
            assertThat(tab.find("#eventLog-error")).hasText("‘true’ cannot be used. Leave it out.");
            tab.picture("form-event-log", true);
        }
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).contains("\"eventLog\":false");
        assertThat(sent.get(1)).contains("\"eventLog\":true");
    }

    @Test
    void aBrokenUploadIsToldInTheFormAndLeavesNothing() {
        try (Tab tab = world.tab().expecting("400|422").open("#/scenarios")) {
            tab.button("Import").click();
            assertThat(tab.find("#files-error, .trouble")).isVisible();
        }
    }

    @Test
    void aNetworkOfOnesOwnIsBroughtInAndOfferedFromThenOn(@TempDir Path folder) throws IOException {
        world.withSumo();
        Path network = Files.writeString(folder.resolve("town.net.xml"), PlainTown.crossing(folder, ""));
        Path routes = Files.writeString(folder.resolve("town.rou.xml"), PlainTown.routes());
        try (Tab tab = world.tab().open("#/scenarios")) {
            tab.field("Files").setInputFiles(new Path[] {network, routes});
            tab.field("Name").fill("own-crossing");
            tab.field("Length of an episode (s)").fill("300");
            assertThat(tab.field("Trips per hour")).hasValue("");
            assertThat(tab.find("#tripsPerHour-help")).containsText("200 for each entering lane are assumed");
            tab.button("Import").click();
            assertThat(tab.heading("own-crossing")).isVisible();
            assertThat(tab.find(".banner")).containsText("Imported.");
            tab.until("Number(document.querySelector('.map-box')?.dataset.frames) > 2");
            tab.picture("scenario-brought-in", true);
            tab.link("Scenarios").first().click();
            assertThat(tab.find("[data-scenario=own-crossing]")).containsText("1 agent");
            tab.picture("scenarios-with-own", true);
            tab.open("#/runs/new?scenario=own-crossing");
            assertThat(tab.field("Scenario")).hasValue("own-crossing");
            tab.open("#/scenarios/own-crossing");
            assertThat(tab.link("Onboarding report")).isVisible();
            tab.button("Delete").click();
            tab.button("Delete the scenario").click();
            assertThat(tab.find("[data-scenario=grid-5x5]")).isVisible();
            assertThat(tab.find("[data-scenario=own-crossing]")).hasCount(0);
            tab.open("#/scenarios/grid-5x5");
            assertThat(tab.heading("grid-5x5")).isVisible();
            assertThat(tab.button("Delete")).hasCount(0);
        } finally {
            world.api().delete("/api/v1/scenarios/own-crossing");
        }
    }

    @Test
    void anAddressThatLeadsNowhereSaysSo() {
        try (Tab tab = world.tab().open("#/constructor")) {
            assertThat(tab.heading("Page not found")).isVisible();
        }
        try (Tab tab = world.tab().open("#/runs/%E0%A4%A/x")) {
            assertThat(tab.heading("Page not found")).isVisible();
        }
    }
}
