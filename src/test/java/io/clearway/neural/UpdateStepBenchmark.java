package io.clearway.neural;

import io.clearway.neural.compute.ComputePool;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Forward, backward and Adam of the networks of all agents. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class UpdateStepBenchmark {
    /** Agents, inputs, hidden units (twice), outputs, batch. */
    @Param({"25-60-128-5-256", "8-15-64-4-256", "436-40-128-5-128"})
    String sizes = "";

    /** That compute. */
    @Param("2")
    int threads;

    private ComputePool pool = new ComputePool(1);
    private UpdateStep step = new UpdateStep(new UpdateBenchmark(1, 1, 1, 1, 1), pool);

    static UpdateBenchmark of(String sizes) {
        int[] parts =
                Arrays.stream(sizes.split("-")).mapToInt(Integer::parseInt).toArray();
        return new UpdateBenchmark(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    @Setup
    public void open() {
        close();
        pool = new ComputePool(threads);
        step = new UpdateStep(of(sizes), pool);
    }

    @Benchmark
    public long update() {
        step.run();
        return step.nativeCalls();
    }

    @TearDown
    public void close() {
        step.close();
        pool.close();
    }
}
