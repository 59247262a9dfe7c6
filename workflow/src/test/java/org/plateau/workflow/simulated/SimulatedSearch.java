package org.plateau.workflow.simulated;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.plateau.core.trail.TrailStore;
import org.plateau.workflow.attempt.KeptWeights;
import org.plateau.workflow.configuration.ExecutionSettings;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.executor.Executor;
import org.plateau.workflow.executor.LocalExecutor;
import org.plateau.workflow.history.EarlierTrainings;
import org.plateau.workflow.orchestrator.Orchestrator;
import org.plateau.workflow.orchestrator.Progress;
import org.plateau.workflow.orchestrator.SearchReport;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.worker.WorkerSetup;

/** A search over simulated trainings in a folder of its own. */
public final class SimulatedSearch {
    private final RunFolder run;
    private final Script script;
    private final Setting setting;
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<Progress> progress = new ArrayList<>();
    private TrailStore store;
    private KeptWeights weights = KeptWeights.none();
    private EarlierTrainings earlier = EarlierTrainings.none();
    private BooleanSupplier stop = () -> false;
    private InstantSource clock = InstantSource.system();
    private Consumer<Progress> watcher = seen -> {};

    /** @param folder gets the run folder and the script's */
    public SimulatedSearch(Path folder) {
        this(new RunFolder(folder.resolve("run")), folder.resolve("script"));
    }

    public SimulatedSearch(RunFolder run, Path scriptFolder) {
        this.run = run;
        this.script = new Script(scriptFolder).write();
        this.setting = new Setting(scriptFolder);
        this.store = new RecordingStore(script);
    }

    public RunFolder folder() {
        return run;
    }

    public Script script() {
        return script;
    }

    public Setting setting() {
        return setting;
    }

    public List<String> warnings() {
        return warnings;
    }

    public List<Progress> progress() {
        return progress;
    }

    public SimulatedSearch store(TrailStore value) {
        store = value;
        return this;
    }

    public SimulatedSearch weights(KeptWeights value) {
        weights = value;
        return this;
    }

    public SimulatedSearch earlier(EarlierTrainings value) {
        earlier = value;
        return this;
    }

    public SimulatedSearch stopWhen(BooleanSupplier value) {
        stop = value;
        return this;
    }

    public SimulatedSearch clock(InstantSource value) {
        clock = value;
        return this;
    }

    public SimulatedSearch onProgress(Consumer<Progress> value) {
        watcher = value;
        return this;
    }

    /** What is in the run folder now. */
    public RunContents contents() {
        return RunContents.read(run);
    }

    /** Runs or resumes the search in this process, its workers too. */
    public SearchReport runInline() {
        return run(new InlineExecutor(script));
    }

    /** Runs or resumes the search in this process with real worker processes. */
    public SearchReport runWithWorkers() {
        return run(localExecutor());
    }

    public LocalExecutor localExecutor() {
        return localExecutor(run, setting.configuration());
    }

    static LocalExecutor localExecutor(RunFolder run, SearchConfiguration configuration) {
        ExecutionSettings execution = configuration.execution();
        WorkerSetup setup = new WorkerSetup(
                configuration.dataset(),
                execution.device(),
                execution.threads(),
                execution.networksPerWorker(),
                execution.workerMemory());
        return new LocalExecutor(run, execution.workers(), setup, WorkerMain.command());
    }

    public SearchReport run(Executor executor) {
        return new Orchestrator(
                        setting.configuration(),
                        run,
                        executor,
                        store,
                        weights,
                        earlier,
                        clock,
                        stop,
                        seen -> {
                            progress.add(seen);
                            watcher.accept(seen);
                        },
                        warnings::add)
                .run();
    }

    /** Starts or resumes the search in a process of its own. */
    public OrchestratorProcess start() {
        return OrchestratorProcess.start(run, setting.configuration(), script);
    }
}
