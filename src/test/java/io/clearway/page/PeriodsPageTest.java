package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two periods of live traffic on a deployment's page, from samples in a real database. */
class PeriodsPageTest {
    private static final String PANEL = "[aria-labelledby=periods]";
    private static final int QUARTER = 900;

    private static PageWorld world;

    @BeforeAll
    static void start() {
        world = PageWorld.shared();
    }

    /** Twelve quarter-hours; from the seventh on there are ten vehicles more. */
    private static UUID driven(String name) {
        return world.sampledDeployments()
                .driven(name, 0, 12 * QUARTER + 1, quarter -> quarter < 6 ? 50 + quarter % 2 : 60 + quarter % 2);
    }

    @Test
    void theHalvesOfADriveAreProposedComparedAndKeptAsFiles() throws IOException {
        UUID id = driven("periods");
        // its scenario is not in this world's catalog, so that there is no map
        try (Tab tab = world.tab().expecting("400|404").open("#/deployments/" + id)) {
            assertThat(tab.field("Before: from")).hasValue("0:00");
            assertThat(tab.field("Before: to")).hasValue("1:30:00");
            assertThat(tab.field("After: from")).hasValue("1:30:00");
            assertThat(tab.field("After: to")).hasValue("3:00:00");
            tab.find(PANEL).getByText("Compare").click();
            assertThat(tab.find(PANEL + " .banner")).containsText("vehicles in or waiting to enter the network");
            assertThat(tab.find(PANEL + " [aria-label='All measures'] tbody tr").first())
                    .containsText("vehicles in or waiting to enter the network");
            assertThat(tab.find(PANEL + " [aria-label='All measures'] tbody tr").first())
                    .containsText("+10");
            assertThat(tab.find(PANEL + " [aria-label='Conditions of a fair comparison']"))
                    .containsText("time of day");
            tab.picture("deployment-periods", true);
            assertThat(kept(tab, "Report (HTML)")).startsWith("<!DOCTYPE html>").contains("0–5400 s");
            assertThat(kept(tab, "All measures (CSV)")).contains("halting vehicles");
        }
    }

    private static String kept(Tab tab, String link) throws IOException {
        Download file = tab.page().waitForDownload(() -> tab.link(link).click());
        return Files.readString(file.path());
    }

    @Test
    void periodsThatOverlapAreRefusedNextToTheFieldAndMendedThere() {
        UUID id = driven("overlap");
        try (Tab tab = world.tab().expecting("400|404").open("#/deployments/" + id)) {
            tab.field("After: from").fill("1:00:00");
            tab.find(PANEL).getByText("Compare").click();
            assertThat(tab.find("#afterFrom-error"))
                    .containsText("Give a period that does not overlap the one before.");
            tab.field("After: from").fill("soon");
            tab.find(PANEL).getByText("Compare").click();
            assertThat(tab.find("#afterFrom-error"))
                    .containsText("‘soon-10800’ cannot be used. Give begin and end in seconds of simulated time");
            tab.field("After: from").fill("5400");
            assertThat(tab.find("#afterFrom-error")).hasCount(0);
            tab.find(PANEL).getByText("Compare").click();
            assertThat(tab.find(PANEL + " .banner")).isVisible();
        }
    }

    @Test
    void theSecondPeriodMayBeOfAnotherDeploymentOfTheScenario() {
        UUID id = driven("monday");
        UUID other = driven("tuesday");
        try (Tab tab = world.tab(Look.PHONE).expecting("400|404").open("#/deployments/" + id)) {
            tab.field("After: of").selectOption(other.toString());
            tab.field("After: from").fill("0");
            tab.field("After: to").fill("1:30:00");
            tab.find(PANEL).getByText("Compare").click();
            assertThat(tab.find(PANEL + " .banner")).containsText("tuesday");
            assertThat(tab.link("Report (HTML)").getAttribute("href"))
                    .contains("before=0-5400", "after=0-5400", "other=" + other);
            tab.picture("deployment-periods-phone", true);
        }
    }
}
