package org.plateau.training.pytorch;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Energy of a GPU: the power that {@code nvidia-smi} reports twice a second, summed up over time. */
final class GpuEnergyMeter implements EnergyMeter {
    private static final int MILLISECONDS = 500;

    private final @Nullable Process process;
    private double joules;
    private long samples;

    /** Starts a program that speaks as {@code nvidia-smi}; where it cannot be started, nothing is told. */
    GpuEnergyMeter(String program, int gpu) {
        Process process = start(program, gpu);
        this.process = process;
        if (process != null) {
            Thread reader = new Thread(() -> read(process), "gpu-energy");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private static @Nullable Process start(String program, int gpu) {
        try {
            return new ProcessBuilder(List.of(
                            program,
                            "--id=" + gpu,
                            "--query-gpu=power.draw",
                            "--format=csv,noheader,nounits",
                            "--loop-ms=" + MILLISECONDS))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return null;
        }
    }

    private void read(Process process) {
        try (BufferedReader reader = process.inputReader()) {
            long last = System.nanoTime();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                long now = System.nanoTime();
                add(line, (now - last) / 1e9);
                last = now;
            }
        } catch (IOException e) {
            // The process was ended; what it told before stays.
            return;
        }
    }

    private synchronized void add(String watts, double seconds) {
        try {
            joules += Double.parseDouble(watts.strip()) * seconds;
            samples++;
        } catch (NumberFormatException e) {
            // "[N/A]": this GPU has no sensor.
            return;
        }
    }

    @Override
    public synchronized OptionalDouble joules() {
        OptionalDouble used = samples == 0 ? OptionalDouble.empty() : OptionalDouble.of(joules);
        joules = 0;
        samples = 0;
        return used;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
