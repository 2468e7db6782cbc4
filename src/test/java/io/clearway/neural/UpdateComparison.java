package io.clearway.neural;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * {@link UpdateStepBenchmark} in turns with the papers' way, a PyTorch module and optimizer per agent
 * ({@code docs/benchmarks/torch_update.py}), so that the ratio is of one run. Prints a line of the table in
 * docs/benchmarks-history.md per shape. Arguments: rounds (default 3), then shapes (default the three of the table).
 */
public final class UpdateComparison {
    private static final List<String> SHAPES = List.of("25-60-128-5-256", "8-15-64-4-256", "436-40-128-5-128");
    private static final long TORCH_MINUTES = 10;

    private final Map<String, List<Double>> figures = new HashMap<>();

    private UpdateComparison() {}

    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        List<String> shapes = arguments.length > 1 ? Arrays.asList(arguments).subList(1, arguments.length) : SHAPES;
        for (String shape : shapes) {
            var comparison = new UpdateComparison();
            for (int round = 0; round < rounds; round++) {
                comparison.ours(shape);
                comparison.torch(shape, 1);
                comparison.torch(shape, 2);
            }
            comparison.print(shape);
        }
    }

    private void ours(String shape) throws RunnerException {
        var options = new OptionsBuilder()
                .include(UpdateStepBenchmark.class.getName())
                .param("sizes", shape)
                .addProfiler(PeakMemory.class)
                .jvmArgs("-Xmx1g")
                .build();
        for (RunResult result : new Runner(options).run()) {
            keep("ours ms", result.getPrimaryResult().getStatistics().getPercentile(50));
            result.getSecondaryResults().forEach((label, value) -> {
                if (label.endsWith(PeakMemory.LABEL)) {
                    keep("ours MB", value.getScore());
                }
            });
        }
    }

    private void torch(String shape, int threads) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("/usr/bin/python3", "docs/benchmarks/torch_update.py", "--threads", "" + threads));
        command.addAll(Arrays.asList(shape.split("-")));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(TORCH_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                System.out.println("No figure from PyTorch; is Debian's python3-torch installed?");
                return;
            }
            int gap = line.indexOf(' ');
            keep("torch %d ms".formatted(threads), Double.parseDouble(line.substring(0, gap)));
            keep("torch %d MB".formatted(threads), Double.parseDouble(line.substring(gap + 1)));
        } finally {
            process.destroyForcibly();
        }
    }

    private void keep(String label, double value) {
        figures.computeIfAbsent(label, key -> new ArrayList<>()).add(value);
    }

    private void print(String shape) {
        double ours = median("ours ms");
        System.out.println(shape + " medians and all: " + new TreeMap<>(figures));
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.0f | %.0f | %.2f | %.2f | %.0f | %.2f |%n",
                shape,
                ours,
                UpdateStepBenchmark.of(shape).operations() / ours / 1e6,
                median("ours MB"),
                median("torch 1 ms"),
                median("torch 2 ms"),
                median("torch 1 MB"),
                Math.min(median("torch 1 ms"), median("torch 2 ms")) / ours);
    }

    private double median(String label) {
        return new Median()
                .evaluate(figures.getOrDefault(label, List.of()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }
}
