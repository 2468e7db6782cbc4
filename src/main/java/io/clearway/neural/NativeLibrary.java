package io.clearway.neural;

import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The loaded ND4J library, told to compute each call on the calling thread: we spread the work ourselves. */
final class NativeLibrary {
    private static final NativeOps OPS = load();

    private NativeLibrary() {}

    /** Loads the library, once. */
    static void ensureLoaded() {
        useOneThreadHere();
    }

    /** OpenMP keeps its number of threads per calling thread, so each tells it for itself. */
    static void useOneThreadHere() {
        OPS.setOmpNumThreads(1);
    }

    private static NativeOps load() {
        setUnlessGiven("org.nd4j.log.initialization", "false");
        Environment environment = Nd4j.getEnvironment();
        environment.setMaxThreads(1);
        environment.setMaxMasterThreads(1);
        NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
        ops.setOmpNumThreads(1);
        org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads(1);
        return ops;
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
