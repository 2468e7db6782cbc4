package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.PassingDatabase;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL goes away under the page, and comes back. */
class DatabaseAwayPageTest {
    private static final String AWAY = "The database cannot be reached";

    @TempDir
    Path folder;

    @BeforeAll
    static void assumeBrowser() {
        Chromium.assumeHere();
    }

    @Test
    void listAndRunSaySoAndGoOnByThemselves() {
        try (var database = PassingDatabase.start(folder);
                var service = TestService.start(properties(database))) {
            String run = service.client().submit("""
                    {"name": "through thick and thin", "scenario": "queue-game", "algorithm": "counting",
                     "decisions": 1000, "evaluationSeeds": 1, "scenarioSettings": {"pauseMillis": 5}}
                    """).replaceFirst(".*/", "");
            try (Tab list = tab(service, Look.DESKTOP);
                    Tab one = tab(service, Look.PHONE_DARK)) {
                list.open("#/runs");
                one.open("#/runs/" + run);
                assertThat(list.find("tbody tr")).hasCount(1);
                assertThat(one.find(".head .status")).hasText("Running");

                database.takeAway();
                assertThat(list.heading("Not up to date: " + AWAY)).isVisible();
                assertThat(one.heading("Not up to date: " + AWAY)).isVisible();
                assertThat(list.find(".trouble")).containsText("Check that PostgreSQL runs");
                assertThat(list.find("tbody tr")).hasCount(1);
                list.picture("database-away-runs", false);
                one.picture("database-away-run-phone_dark", false);
                try (Tab late = tab(service, Look.DESKTOP).open("#/runs/" + run)) {
                    assertThat(late.heading(AWAY)).isVisible();
                    database.bringBack();
                    assertThat(late.heading("through thick and thin")).isVisible();
                }
                assertThat(list.find(".trouble")).hasCount(0);
                assertThat(one.find(".trouble")).hasCount(0);
                // first its claim has to be found dead
                assertThat(one.find(".head .status")).hasText("Finished", new HasTextOptions().setTimeout(600_000));
                assertThat(one.find(".results tr.own")).hasCount(1);
                assertThat(list.find("tbody tr .status")).hasText("Finished");
            }
        }
    }

    private static String[] properties(PassingDatabase database) {
        // the run that was under way is taken up again sooner than it usually is
        return Stream.concat(Stream.of(database.properties()), Stream.of("db-scheduler.heartbeat-interval=1s"))
                .toArray(String[]::new);
    }

    private static Tab tab(TestService service, Look look) {
        return new Tab(Chromium.shared().browser().orElseThrow().newContext(look.options()), service.address())
                .expecting("503");
    }
}
