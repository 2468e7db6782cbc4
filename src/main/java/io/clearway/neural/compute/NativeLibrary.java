package io.clearway.neural.compute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The loaded ND4J library, set to compute each call on the calling thread: we spread the work ourselves. */
public final class NativeLibrary {
    private static final NativeOps OPS = load();

    private NativeLibrary() {}

    /** Loads the library, once. */
    public static void ensureLoaded() {
        useOneThreadHere();
    }

    /** OpenMP keeps its number of threads per calling thread, so each sets it for itself. */
    static void useOneThreadHere() {
        OPS.setOmpNumThreads(1);
    }

    private static NativeOps load() {
        setUnlessGiven("org.nd4j.log.initialization", "false");
        if (!hasAvx2(Path.of("/proc/cpuinfo"))) {
            // JavaCPP would take the AVX2 kernels whenever they are on the class path, and die of an illegal
            // instruction.
            setUnlessGiven("org.bytedeco.javacpp.platform.extension", "");
        }
        Environment environment = Nd4j.getEnvironment();
        environment.setMaxThreads(1);
        environment.setMaxMasterThreads(1);
        NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
        ops.setOmpNumThreads(1);
        openblas_nolapack.blas_set_num_threads(1);
        return ops;
    }

    /** Whether the processor reports it; unreadable means no, which is slower but always runs. */
    public static boolean hasAvx2(Path processorInformation) {
        try (Stream<String> lines = Files.lines(processorInformation)) {
            return lines.anyMatch(line -> line.startsWith("flags") && (line + " ").contains(" avx2 "));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
