package org.plateau.training.pytorch;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Measures the energy that a machine or a GPU uses. */
interface EnergyMeter extends AutoCloseable {
    /** Joules used since the last call, or since the meter was made; empty where nothing tells. */
    OptionalDouble joules();

    @Override
    void close();

    /**
     * The meter of a device: a GPU's own sensor, or the counters of the processor packages (RAPL), which count
     * everything that runs on the machine.
     */
    static EnergyMeter of(Device device) {
        return device.isGpu()
                ? new GpuEnergyMeter("nvidia-smi", device.getDeviceId())
                : new RaplEnergyMeter(Path.of("/sys/class/powercap"));
    }
}
