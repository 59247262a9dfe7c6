package org.plateau.workflow.simulated;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.plateau.workflow.executor.WorkerCommand;
import org.plateau.workflow.worker.Worker;

/** A worker process with the simulated trainer: {@code worker --stdin --setup FILE}. */
public final class WorkerMain {
    private WorkerMain() {}

    /** How such processes are started. */
    public static WorkerCommand command() {
        return new WorkerCommand(java(WorkerMain.class), Map.of());
    }

    /** A JVM that is small and quick to start, on this one's class path. */
    static List<String> java(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    public static void main(String[] arguments) {
        Worker worker = new Worker(SimulatedTrainer::open, InstantSource.system());
        worker.leaveOnSignal();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        boolean ok = worker.runMany(Path.of(arguments[3]), input, System.out);
        System.exit(ok ? 0 : 1);
    }
}
