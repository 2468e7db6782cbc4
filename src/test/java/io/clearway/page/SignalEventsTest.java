package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events of signals on a deployment's page, and the signals that wait for a reset. */
class SignalEventsTest {
    private static final String PANEL = "[aria-labelledby=signal-events]";
    private static final Pattern LATCHED = Pattern.compile("latched");
    private static final int MANY = 30;
    private static final int SHOWN_AT_FIRST = 25;

    private static PageWorld world;

    @BeforeAll
    static void start() {
        world = PageWorld.shared();
    }

    @Test
    void eventsAreListedTheNewestFirstWithTimeSignalKindAndReason() {
        try (Tab tab = opened(world.sampleDeployment().add(1))) {
            Locator rows = tab.find(PANEL + " tbody tr");
            assertThat(rows).hasCount(3);
            assertThat(rows.nth(0))
                    .containsText(Pattern.compile("1:01:40.*south.*Order.*reset by Anna: the parade is over"));
            assertThat(rows.nth(1)).containsText(Pattern.compile("1:30.*north.*Monitor tripped.*0 and 2 have green"));
            assertThat(rows.nth(2))
                    .containsText(Pattern.compile("1:20.*north.*Set by another client.*another client showed"));
        }
    }

    @Test
    void onlyFaultsOfLatchedSignalsAreMarked() {
        try (Tab tab = opened(world.sampleDeployment().add(1))) {
            Locator rows = tab.find(PANEL + " tbody tr");
            assertThat(rows.nth(1)).hasClass(LATCHED);
            assertThat(rows.nth(2)).hasClass(LATCHED);
            assertThat(rows.nth(0)).not().hasClass(LATCHED);
            assertThat(tab.find(PANEL + " ul.latched li")).hasCount(1);
            assertThat(tab.find(PANEL + " ul.latched li"))
                    .containsText("north is latched to fixed time since 1:30: conflict monitor: 0 and 2 have green");
        }
    }

    @Test
    void moreThanTheNewestAreShownOnDemand() {
        try (Tab tab = opened(world.sampleDeployment().add(MANY))) {
            Locator rows = tab.find(PANEL + " tbody tr");
            assertThat(rows).hasCount(SHOWN_AT_FIRST);
            tab.button("Show more events").click();
            assertThat(rows).hasCount(MANY + 2);
            assertThat(rows.last()).containsText("fixed time by Anna: test 1");
            assertThat(tab.button("Show more events")).hasCount(0);
        }
    }

    @Test
    void aLatchedSignalIsResetWithTheOrderThatTheOperatorSigns() {
        UUID id = world.sampleDeployment().add(1);
        try (Tab tab = opened(id)) {
            tab.page()
                    .route(
                            "**/signals/north/reset",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(202)
                                    .setContentType("application/json")
                                    .setBody("{}")));
            tab.button("Reset for signal north").click();
            assertThat(tab.find("dialog[open] select")).hasValue("reset");
            tab.find("dialog[open] input[name=reason]").fill("lamp replaced");
            tab.find("dialog[open] input[name=operator]").fill("Anna");
            Request order = tab.page()
                    .waitForRequest(
                            "**/signals/north/reset",
                            () -> tab.find("dialog[open] button[type=submit]").click());
            assertThat(order.method()).isEqualTo("POST");
            assertThat(order.url()).endsWith("/api/v1/deployments/" + id + "/signals/north/reset");
            assertThat(order.postData()).isEqualTo("{\"reason\":\"lamp replaced\",\"operator\":\"Anna\"}");
            assertThat(tab.find("dialog[open]")).hasCount(0);
        }
    }

    @Test
    void aNewEventAppearsByItself() {
        UUID id = world.sampleDeployment().add(1);
        try (Tab tab = opened(id)) {
            assertThat(tab.find(PANEL + " tbody tr")).hasCount(3);
            world.database().sql("""
                    insert into signal_event (deployment, seconds, light, kind, description, recorded_at)
                    values (:id, 3800, 'south', 'ERROR', '<b>division by zero</b>', now())""").param("id", id).update();
            assertThat(tab.find(PANEL + " tbody tr").first())
                    .containsText(Pattern.compile("1:03:20.*south.*Control failed.*<b>division by zero</b>"));
        }
    }

    @Test
    void withoutEventsItSaysSo() {
        UUID id = world.sampleDeployment().add(1);
        world.database()
                .sql("delete from signal_event where deployment = :id")
                .param("id", id)
                .update();
        try (Tab tab = world.tab().open("#/deployments/" + id)) {
            assertThat(tab.find(PANEL)).containsText("No signal had a fault, and nobody gave an order.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itFitsEveryLook(Look look) {
        UUID id = world.sampleDeployment().add(4);
        try (Tab tab = world.tab(look).open("#/deployments/" + id)) {
            assertThat(tab.find(PANEL + " tbody tr").first()).isVisible();
            assertThat(tab.find(".sheet")).isVisible();
            tab.picture("signals-" + look.name().toLowerCase(Locale.ROOT), true);
            List<?> beyond = (List<?>) tab.page().evaluate("""
                    () => [...document.querySelectorAll('main .panel')]
                        .filter(panel => panel.getBoundingClientRect().right > innerWidth + 1)
                        .map(panel => panel.getAttribute('aria-labelledby'))""");
            assertThat(beyond).as("panels wider than the window").isEmpty();
        }
    }

    private static Tab opened(UUID id) {
        Tab tab = world.tab().open("#/deployments/" + id);
        assertThat(tab.find(PANEL + " tbody tr").first()).isVisible();
        return tab;
    }
}
