package io.clearway.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.compute.NativeLibrary;
import io.clearway.neural.optimizer.Adam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeMemoryTest {
    private static final long MEGABYTE = 1 << 20;
    private static final PerceptronShape SHAPE = new PerceptronShape(List.of(1, 32, 1), Activation.RELU);

    private final ComputePool pool = new ComputePool(2);

    @AfterEach
    void closePool() {
        pool.close();
    }

    /** Each round holds 2 MB natively: kept, 1000 rounds would be 2 GB. */
    @Test
    void aThousandNetworksOpenedAndClosedLeaveNoNativeMemoryBehind() {
        for (int round = 0; round < 50; round++) {
            learnOnce();
        }
        long allocated = Pointer.totalBytes();
        long resident = Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
        for (int round = 0; round < 1000; round++) {
            learnOnce();
        }
        assertThat(Pointer.totalBytes() - allocated).isLessThan(MEGABYTE);
        assertThat(Pointer.physicalBytes() - Runtime.getRuntime().totalMemory() - resident)
                .isLessThan(300 * MEGABYTE);
    }

    /** Each batch size takes 2 MB natively. */
    @Test
    void manyBatchSizesKeepOnlyTheLastFewReady() {
        try (AgentNetworks networks = AgentNetworks.create(8, SHAPE, 1, pool)) {
            long before = Pointer.totalBytes();
            for (int batch = 1000; batch < 1100; batch++) {
                networks.forward(AgentTensor.zeros(8, batch, 1));
            }
            assertThat(Pointer.totalBytes() - before).isLessThan(20 * MEGABYTE);
        }
    }

    @Test
    void aProcessorWithoutAvx2OrWithoutInformationGetsTheBaseKernels(@TempDir Path folder) throws IOException {
        Path processor = folder.resolve("cpuinfo");
        assertThat(NativeLibrary.hasAvx2(processor)).isFalse();
        Files.writeString(processor, "model name : old\nflags\t\t: fpu sse4_2 avx\nbugs : avx2 \n");
        assertThat(NativeLibrary.hasAvx2(processor)).isFalse();
        Files.writeString(processor, "flags\t\t: fpu avx avx2\n");
        assertThat(NativeLibrary.hasAvx2(processor)).isTrue();
    }

    private void learnOnce() {
        try (AgentNetworks networks = AgentNetworks.create(8, SHAPE, 1, pool)) {
            networks.forward(AgentTensor.zeros(8, 1024, 1));
            networks.backwardToInputs(AgentTensor.zeros(8, 1024, 1));
            networks.step(Adam.of(0.1));
        }
    }
}
