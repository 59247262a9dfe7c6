package org.plateau.training.pytorch;

import java.util.List;
import java.util.Map;

/** How a process must be started that is going to train with PyTorch. */
public final class PyTorchProcess {
    private PyTorchProcess() {}

    /**
     * Environment variables that must be set before the process begins.
     *
     * <p>glibc gives large blocks back to the system as soon as they are freed and takes them again for the next batch;
     * keeping them makes training up to three times as fast. That works in the main arena only (others give back every
     * block of over 64 MiB, whatever they are told), so there is no other. Other systems ignore these variables.
     */
    public static Map<String, String> environment() {
        return Map.of(
                "MALLOC_MMAP_THRESHOLD_", "4000000000",
                "MALLOC_TRIM_THRESHOLD_", "8000000000",
                "MALLOC_TOP_PAD_", "67108864",
                "MALLOC_ARENA_MAX", "1",
                "OMP_NUM_THREADS", "1",
                "OPT_OUT_TRACKING", "true",
                "DJL_OFFLINE", "true");
    }

    /**
     * Options of the JVM.
     *
     * <p>The work is done in native code, so the JVM is kept small: a collector without threads of its own, a young
     * generation that is touched once and not grown, and the optimising compiler only for what runs ten times as often as
     * it usually takes (loading a large dataset needs it; anywhere else it takes more CPU time than it saves).
     *
     * @param threads compute threads of one training
     */
    public static List<String> jvmOptions(int threads) {
        return List.of(
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-Dai.djl.pytorch.num_threads=" + threads,
                "-Dai.djl.pytorch.num_interop_threads=1",
                "-Dai.djl.pytorch.graph_optimizer=false",
                "-Djava.awt.headless=true",
                "-XX:+UseSerialGC",
                "-Xms32m",
                "-Xmn16m",
                "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=6000",
                "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=400000",
                "--enable-native-access=ALL-UNNAMED");
    }
}
