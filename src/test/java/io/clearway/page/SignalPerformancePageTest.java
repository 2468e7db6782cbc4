package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The measures of a signal on a deployment's page, from an event log on disk. */
class SignalPerformancePageTest {
    private static final String PANEL = "[aria-labelledby=performance]";

    private static PageWorld world;

    @BeforeAll
    static void start() {
        world = PageWorld.shared();
    }

    private static UUID logged(int untilSeconds) {
        UUID id = world.loggedDeployments().add(true);
        world.loggedDeployments().part(id, 0, untilSeconds);
        return id;
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_DARK", "PHONE"})
    void aSignalIsShownByPhaseWithItsCoordinationDiagram(Look look) {
        UUID id = logged(1800);
        try (Tab tab = world.tab(look).expecting("40[04]").open("#/deployments/" + id)) {
            assertThat(tab.find(PANEL + " .measured > p"))
                    .hasText("15:00 to 30:00 of simulated time: 0 split failures, 50 % of arrivals on green.");
            Locator row = tab.find(PANEL + " [aria-label='Measures by phase'] tbody tr");
            assertThat(row).hasCount(1);
            assertThat(row.locator("th, td")).hasText(new String[] {
                "1 ls from west", "120", "0.13", "50 %", "2", "20 %", "20", "0 of 14", "0, 0", "0, 0, 15"
            });
            assertThat(tab.find(PANEL + " svg[role=img]"))
                    .hasAttribute(
                            "aria-label", "Coordination diagram of phase 1: 30 arrivals in 15 cycles, 15 on green");
            assertThat((Double) tab.page()
                            .evaluate("() => document.querySelector('%s .dots.met').getBBox().width".formatted(PANEL)))
                    .isGreaterThan(100);
            assertThat(tab.page().evaluate("() => document.documentElement.scrollWidth > window.innerWidth"))
                    .isEqualTo(false);
            tab.picture("signal-performance-" + look.name().toLowerCase(Locale.ROOT), true);
        }
    }

    @Test
    void aLongerTimeCanBeChosen() {
        UUID id = logged(1800);
        try (Tab tab = world.tab().expecting("40[04]").open("#/deployments/" + id)) {
            tab.field("Newest").selectOption("60");
            assertThat(tab.find(PANEL + " .measured > p")).containsText("0:00 to 30:00 of simulated time");
            assertThat(tab.find(PANEL + " figcaption")).containsText("58 arrivals in 29 cycles, 29 on green");
        }
    }

    @Test
    void whatTripsLostIsShownByClass() {
        UUID id = world.loggedDeployments().add(false);
        try (Tab tab = world.tab().expecting("40[04]").open("#/deployments/" + id)) {
            Locator rows = tab.find("[aria-labelledby=trips] tbody tr");
            assertThat(rows).hasText(new String[] {"cars1002530030", "buses0–1060", "all1002531031"});
            assertThat(tab.find(".tile:has-text('Time loss')")).containsText("25 s");
            assertThat(tab.find(".tile:has-text('Time loss')")).containsText("per vehicle, last 15 min");
        }
    }

    @Test
    void aDeploymentWithoutEventLogSaysWhatTurnsItOn() {
        UUID id = world.loggedDeployments().add(false);
        try (Tab tab = world.tab().expecting("40[04]").open("#/deployments/" + id)) {
            assertThat(tab.find(PANEL)).containsText("keeps no event log");
            assertThat(tab.find(PANEL)).containsText("\"eventLog\": true");
        }
    }

    @Test
    void aLogThatCannotBeReadYetSaysWhatToDo() {
        UUID id = world.loggedDeployments().add(true);
        try (Tab tab = world.tab().expecting("40[049]").open("#/deployments/" + id)) {
            assertThat(tab.find(PANEL + " .trouble")).containsText("Wait for a minute of simulated time");
        }
    }
}
