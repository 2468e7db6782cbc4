package io.clearway.shipping;

/** How long Helm takes for the chart with everything on; for docs/benchmarks.md, run by hand. */
public final class ChartMeasurement {
    private static final int RENDERINGS = 5;

    private ChartMeasurement() {}

    /** Prints the fastest of some renderings. */
    public static void main(String[] none) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < RENDERINGS; i++) {
            long begin = System.nanoTime();
            Chart.text("full-values.yaml");
            fastest = Math.min(fastest, System.nanoTime() - begin);
        }
        System.out.printf("The chart is rendered in %d ms, the fastest of %d%n", fastest / 1_000_000, RENDERINGS);
    }
}
