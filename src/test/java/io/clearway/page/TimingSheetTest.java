package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The timing sheet of a signal on the pages of deployments and scenarios. */
class TimingSheetTest {
    private static final int SIGNALS_OF_GRID = 25;

    private static PageWorld world;

    @BeforeAll
    static void start() {
        world = PageWorld.shared();
    }

    @Test
    void aDeploymentsSheetListsTheMovementsOfASignalWithTheirTimes() {
        try (Tab tab = sheetOf(SampleDeployment.NORTH)) {
            assertThat(rows(tab, "Movements"))
                    .containsExactly(
                            "0|in → out straight, lane 1|vehicle|4|5|120",
                            "1|in → side right, lane 0|vehicle|3|5|none",
                            "2|side2 → out left, lane 0|vehicle|3|5|none",
                            "3|crossing :J_c0|pedestrian|0|7|120",
                            "4|controls nothing|–|–|–|–");
            assertThat(tab.find("[aria-labelledby=timing] .facts"))
                    .containsText("standard: the longer of the own program’s and the formulas’ times");
            assertThat(tab.find("[aria-labelledby=timing] .facts")).containsText(SampleDeployment.HASH);
        }
    }

    @Test
    void itsIntergreensHaveTheEndingGreensInRowsAndTheBeginningOnesInColumns() {
        try (Tab tab = sheetOf(SampleDeployment.NORTH)) {
            assertThat(tab.find(".matrix thead tr").innerText()).matches("(?s)ends ↓ begins →\\s+0\\s+1\\s+2\\s+3");
            assertThat(rows(tab, "Intergreens")).containsExactly("0|||5|", "1||||8", "2|6|||", "3||11||");
        }
    }

    @Test
    void anotherSignalCanBeSelected() {
        try (Tab tab = sheetOf(SampleDeployment.NORTH)) {
            tab.field("Signal").selectOption(SampleDeployment.SOUTH);
            assertThat(tab.find("[data-signal=south].sheet")).isVisible();
            assertThat(rows(tab, "Movements"))
                    .containsExactly(
                            "0|east → west straight, lane 0|vehicle|5|5|120",
                            "1|west → east straight, lane 0|vehicle|5|5|120");
            assertThat(rows(tab, "Intergreens")).containsExactly("0||", "1||");
        }
    }

    @Test
    void aScenariosSheetIsTheOneOfTheService() {
        world.withSumo();
        try (Tab tab = world.tab().open("#/scenarios/grid-5x5")) {
            Locator signals = tab.field("Signal").locator("option");
            assertThat(signals).hasCount(SIGNALS_OF_GRID);
            String last = signals.last().innerText();
            tab.field("Signal").selectOption(last);
            assertThat(tab.find("[data-signal='%s'].sheet".formatted(last))).isVisible();
            JsonNode sheet = world.api()
                    .get("/api/v1/scenarios/grid-5x5/signals/" + last + "/timing")
                    .json();
            assertThat(rows(tab, "Movements")).hasSize(sheet.path("movements").size());
            JsonNode pair = sheet.path("intergreens").get(0);
            String row = rows(tab, "Intergreens").get(pair.path("ending").asInt());
            assertThat(row.split("\\|", -1)[1 + pair.path("beginning").asInt()])
                    .isEqualTo(pair.path("seconds").asString());
            assertThat(tab.find("[aria-labelledby=timing] .facts"))
                    .containsText(sheet.path("sha256").asString());
            tab.picture("timing-scenario", true);
        }
    }

    /** The page of a sample deployment; its first signal's sheet is shown. */
    private static Tab sheetOf(String signal) {
        // the deployment is on record only, so there are no frames
        Tab tab = world.tab().open("#/deployments/" + world.sampleDeployment().add(1));
        assertThat(tab.find("[data-signal='%s'].sheet".formatted(signal))).isVisible();
        return tab;
    }

    /** Rows of a table's body, cells between bars. */
    private static List<String> rows(Tab tab, String region) {
        return tab
                .find("[aria-labelledby=timing] [role=region][aria-label=%s] tbody tr".formatted(region))
                .all()
                .stream()
                .map(TimingSheetTest::cells)
                .toList();
    }

    private static String cells(Locator row) {
        return String.join(
                "|",
                row.locator("th, td").allInnerTexts().stream()
                        .map(text -> text.strip().replaceAll("\\s+", " "))
                        .toList());
    }
}
