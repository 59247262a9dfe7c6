package org.plateau.workflow.configuration;

/**
 * Where and how trainings run.
 *
 * @param workers trainings at a time
 * @param threads compute threads of each
 * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param attempts tries at a network whose worker died or failed, before it counts as failed
 * @param networksPerWorker networks after which a worker process is replaced
 * @param workerMemory resident bytes above which a worker process is replaced between two networks
 */
public record ExecutionSettings(
        int workers, int threads, String device, int attempts, int networksPerWorker, long workerMemory) {
    public ExecutionSettings {
        require("workers", workers);
        require("threads", threads);
        require("attempts", attempts);
        require("networks-per-worker", networksPerWorker);
        if (!device.matches("auto|cpu|gpu(:\\d+)?")) {
            throw new IllegalArgumentException(
                    "device must be auto, cpu, gpu or gpu:N, but was \"%s\"".formatted(device));
        }
        if (workerMemory < 1 << 20) {
            throw new IllegalArgumentException("worker-memory must be at least 1 MiB, but was " + workerMemory);
        }
    }

    private static void require(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s must be ≥ 1, but was %d".formatted(name, value));
        }
    }
}
