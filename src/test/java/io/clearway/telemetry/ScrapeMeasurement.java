package io.clearway.telemetry;

import io.clearway.deployments.Deployment;
import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.TestDatabase;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What a scrape at the limits costs; for docs/benchmarks.md, run by hand. */
public final class ScrapeMeasurement {
    private static final int SCRAPES = 31;

    private ScrapeMeasurement() {}

    /** Prints processor time and time over HTTP, the client being in the same process. */
    public static void main(String[] none) {
        try (var service = TestService.start(TestDatabase.create())) {
            Deployment city = ScrapeTest.city();
            service.bean(DeploymentMeters.class).reported(city, ScrapeTest.report(2000));
            Supplier<String> scrape =
                    () -> service.client().get("/actuator/prometheus").text();
            double[] writing = medianAndLeastMillis(
                    ScrapeMeasurement::processorNanos, service.bean(PrometheusMeterRegistry.class)::scrape);
            double[] asked = medianAndLeastMillis(System::nanoTime, scrape);
            System.out.printf(
                    "A scrape of 2,000 intersections, %,d bytes, median and fastest: %.1f and %.1f ms of processor time,"
                            + " %.1f and %.1f ms over HTTP%n",
                    scrape.get().length(), writing[0], writing[1], asked[0], asked[1]);
        }
        System.exit(0);
    }

    private static double[] medianAndLeastMillis(LongSupplier clock, Supplier<String> scrape) {
        double[] millis = IntStream.range(0, SCRAPES)
                .mapToDouble(i -> {
                    long began = clock.getAsLong();
                    if (scrape.get().isEmpty()) {
                        throw new IllegalStateException("Nothing was scraped: nothing is measured");
                    }
                    return (clock.getAsLong() - began) / 1e6;
                })
                .sorted()
                .toArray();
        return new double[] {millis[SCRAPES / 2], millis[0]};
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
