package org.plateau.training.pytorch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import org.plateau.core.training.TrainingException;

/** PyTorch in this process: loaded once, from the class path, without the network. */
final class PyTorchEngine {
    private final Engine engine;
    private final int threads;

    private PyTorchEngine(Engine engine, int threads) {
        this.engine = engine;
        this.threads = threads;
    }

    /**
     * Loads the native libraries, if nobody did before.
     *
     * @param threads that one operation computes with
     * @throws TrainingException if they cannot be loaded
     */
    static PyTorchEngine load(int threads) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        try {
            Engine engine = Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(threads);
            return new PyTorchEngine(engine, threads);
        } catch (EngineException e) {
            throw new TrainingException("PyTorch cannot be loaded: " + e.getMessage(), e);
        }
    }

    int threads() {
        return threads;
    }

    /** Version of PyTorch and of what binds it. */
    String version() {
        return engine.getVersion() + " (DJL " + Engine.getDjlVersion() + ")";
    }

    /**
     * The device of a name.
     *
     * @param name {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @throws TrainingException if it is not there
     */
    Device device(String name) {
        if (name.equals("cpu")) {
            return Device.cpu();
        }
        if (!name.matches("auto|gpu(:[0-9]{1,4})?")) {
            throw new TrainingException("device is \"" + name + "\"; expected auto, cpu, gpu or gpu:N");
        }
        int gpus = engine.hasCapability("CUDA") ? engine.getGpuCount() : 0;
        if (name.equals("auto")) {
            return gpus > 0 ? Device.gpu() : Device.cpu();
        }
        int number = name.equals("gpu") ? 0 : Integer.parseInt(name.substring("gpu:".length()));
        if (number >= gpus) {
            String natives = engine.hasCapability("CUDA") ? "" : " (its native libraries are for the CPU)";
            String others = gpus > 0 ? " or gpu:0 to gpu:" + (gpus - 1) : "";
            throw new TrainingException("device is \"%s\", but PyTorch %s sees %d GPUs here%s; expected cpu, auto%s"
                    .formatted(name, engine.getVersion(), gpus, natives, others));
        }
        return Device.gpu(number);
    }
}
