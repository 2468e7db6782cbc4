package io.clearway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.stream.IntStream;

/** How fast the page is with much to show; for docs/benchmarks.md, run by hand. */
public final class PageMeasurement {
    private static final int RUNS = 1000;
    private static final int OPENINGS = 5;
    private static final int SECONDS = 8;

    private PageMeasurement() {}

    /** Prints the time until the list of runs can be used, and the rate at which the map of a city is drawn. */
    public static void main(String[] none) {
        PageWorld world = PageWorld.shared().withSumo();
        var samples = new Samples(world.database());
        samples.runs("many", RUNS, 1000);
        samples.figures("many", 5);
        try (Tab tab = world.tab()) {
            tab.open("#/runs");
            long fastest = IntStream.range(0, OPENINGS)
                    .mapToLong(attempt -> nanosUntilUsable(tab))
                    .min()
                    .orElseThrow();
            System.out.printf(
                    "The list of %d runs can be used after %d ms, the fastest of %d openings%n",
                    RUNS, fastest / 1_000_000, OPENINGS);
        }
        String recording = MapTest.record(world, "new-york", 60);
        try (Tab tab = world.tab().open("#/recordings/" + recording)) {
            tab.until("Number(document.querySelector('.map-box')?.dataset.rate) > 0");
            double most = IntStream.range(0, SECONDS)
                    .mapToDouble(second -> framesPerSecond(tab))
                    .max()
                    .orElseThrow();
            System.out.printf("The map of new-york is drawn %.1f times in the best of %d seconds%n", most, SECONDS);
        }
        System.exit(0);
    }

    private static long nanosUntilUsable(Tab tab) {
        tab.page().navigate("about:blank");
        long begin = System.nanoTime();
        tab.open("#/runs");
        tab.find("tbody tr input[type=checkbox]").first().check();
        assertThat(tab.button("Clear")).isVisible();
        return System.nanoTime() - begin;
    }

    private static double framesPerSecond(Tab tab) {
        tab.page().waitForTimeout(1000);
        return Double.parseDouble(tab.find(".map-box").getAttribute("data-rate"));
    }
}
