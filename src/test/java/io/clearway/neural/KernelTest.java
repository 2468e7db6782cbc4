package io.clearway.neural;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import io.clearway.neural.compute.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which machine code computes. {@code .ci/kernels} asks for one after another and reads what is printed here. */
class KernelTest {
    @Test
    void theKernelsAskedForAreThoseThatCompute() throws IOException {
        NativeLibrary.ensureLoaded();
        String core = Function.getFunction(loaded("libopenblas"), "openblas_get_corename")
                .invokeString(new Object[0], false);
        String classifier = loaded("libnd4jcpu").contains("-avx2/") ? "avx2" : "plain";
        System.out.printf("Kernels: OpenBLAS %s, ND4J %s%n", core, classifier);
        String best = NativeLibrary.hasAvx2(Path.of("/proc/cpuinfo")) ? "avx2" : "plain";
        assertThat(classifier).isEqualTo(System.getProperty("clearway.kernel.nd4j", best));
        assertThat(core).isEqualToIgnoringCase(System.getProperty("clearway.kernel.openblas", core));
    }

    /** Path of a library in this process. */
    private static String loaded(String name) throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.contains("/" + name))
                    .map(line -> line.substring(line.indexOf('/')))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
