package org.plateau.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plateau.cli.configuration.ConfigurationReader;
import org.plateau.cli.configuration.DiffractionSection;
import org.plateau.cli.configuration.SearchFile;
import org.plateau.cli.output.ProgressLine;
import org.plateau.cli.output.SearchOutput;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsStore;
import org.plateau.core.provenance.Build;
import org.plateau.workflow.configuration.ExecutionSettings;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.executor.LocalExecutor;
import org.plateau.workflow.orchestrator.Orchestrator;
import org.plateau.workflow.orchestrator.SearchReport;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.worker.WorkerSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        description = "Runs a search, or goes on with one, and prints the Pareto front that it measured.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ctrl-C, or plateau stop from elsewhere, ends it within seconds; --resume goes on where it was.",
            "",
            "Examples:",
            "  plateau search examples/diffraction.yaml",
            "  plateau search examples/diffraction.yaml --resume",
            "  plateau search examples/diffraction.yaml --workers 4 --seed 7 --output runs/seed7"
        })
final class SearchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CONFIG.yaml", description = "The search's configuration.")
    private Path file = Path.of("");

    @Option(names = "--resume", description = "Go on with the newest run of this name, or with the one in --output.")
    private boolean resume;

    @Option(names = "--workers", paramLabel = "N", description = "Trainings at a time.")
    private Optional<Integer> workers = Optional.empty();

    @Option(names = "--device", paramLabel = "D", description = "auto, cpu, gpu or gpu:N.")
    private Optional<String> device = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "Seed of everything random.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--output", paramLabel = "DIR", description = "The run folder; runs/NAME if left out.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--commons",
            paramLabel = "FILE",
            description = "The data commons; $PLATEAU_COMMONS or plateau.db if left out.")
    private Optional<Path> commons = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table (the default) or json.")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(names = "--dry-run", description = "Print the configuration as resolved and do nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        SearchFile resolved = ConfigurationReader.read(file)
                .resolved(
                        Names.withoutEnding(file),
                        CommonsOption.standard(),
                        new SearchFile.Overrides(workers, device, seed, commons));
        SearchConfiguration configuration = Configurations.of(file, resolved);
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun) {
            out.print(ConfigurationReader.write(resolved));
            out.flush();
            return 0;
        }
        RunFolder run =
                new RunFolder(output.orElseGet(() -> RunNames.folder(Path.of("runs"), configuration.name(), resume)));
        RunNames.require(run, resume);
        SearchReport report = search(resolved, configuration, run);
        out.print(format == OutputFormat.JSON ? SearchOutput.json(report) : SearchOutput.text(report));
        out.flush();
        if (!report.finished()) {
            spec.commandLine()
                    .getErr()
                    .println("plateau: stopped before its end; go on with: plateau search %s --resume --output %s"
                            .formatted(file, run.root()));
            return Failures.INTERRUPTED;
        }
        return 0;
    }

    private SearchReport search(SearchFile resolved, SearchConfiguration configuration, RunFolder run) {
        if (resolved.dataset() instanceof DiffractionSection diffraction) {
            Generation.ensure(diffraction, spec.commandLine().getErr());
        }
        ExecutionSettings execution = configuration.execution();
        LocalExecutor executor = new LocalExecutor(
                run,
                execution.workers(),
                new WorkerSetup(
                        configuration.dataset(),
                        execution.device(),
                        execution.threads(),
                        execution.networksPerWorker(),
                        execution.workerMemory()),
                WorkerPrograms.pyTorch(execution.threads()));
        ProgressLine line = ProgressLine.onStandardError();
        try (CommonsStore store = Commons.open(resolved.commons().orElseThrow());
                Interruption interruption = Interruption.listen(run)) {
            if (!Files.exists(run.configuration())) {
                AtomicFile.write(run.configuration(), header() + ConfigurationReader.write(resolved));
            }
            SearchReport report = new Orchestrator(
                            configuration,
                            run,
                            executor,
                            store,
                            Clock.systemUTC(),
                            interruption::requested,
                            line::show,
                            warning -> {
                                line.clear();
                                spec.commandLine().getErr().println("plateau: " + warning);
                            })
                    .run();
            line.clear();
            return report;
        } finally {
            line.clear();
        }
    }

    private static String header() {
        Build build = Build.current();
        return "# As resolved by plateau %s (commit %s); plateau search reads it again.\n"
                .formatted(build.version(), build.commit());
    }
}
