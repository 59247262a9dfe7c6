package org.plateau.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plateau.cli.configuration.ConfigurationReader;
import org.plateau.cli.configuration.ExecutionSection;
import org.plateau.cli.configuration.SearchFile;
import org.plateau.cli.output.ProgressLine;
import org.plateau.cli.output.SearchOutput;
import org.plateau.diffraction.GenerationInterruptedException;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.orchestrator.SearchReport;
import org.plateau.workflow.run.RunFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        description = "Runs a search, or goes on with one, and prints the Pareto front that it measured.",
        footer = {
            "",
            "Ctrl-C, or plateau stop from elsewhere, ends it within seconds; --resume goes on",
            "where it was.",
            "",
            "Examples:",
            "  plateau search examples/diffraction.yaml",
            "  plateau search examples/diffraction.yaml --resume",
            "  plateau search examples/diffraction.yaml --seed 7 --output runs/seed7"
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
            paramLabel = "C",
            description = "The data commons, a file or jdbc:postgresql:…; $PLATEAU_COMMONS or plateau.db if left out.")
    private Optional<String> commons = Optional.empty();

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Folder of the record trails of a commons on a server; $PLATEAU_STORE if left out.")
    private Optional<Path> store = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table (the default) or json.")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(names = "--dry-run", description = "Print the configuration as resolved and do nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        SearchFile resolved = ConfigurationReader.read(file)
                .resolved(Names.withoutEnding(file), CommonsOption.standard(), overrides());
        SearchConfiguration configuration = Configurations.of(file, resolved);
        if (dryRun) {
            print(ConfigurationReader.write(resolved));
            return 0;
        }
        RunFolder run =
                new RunFolder(output.orElseGet(() -> RunNames.folder(Path.of("runs"), configuration.name(), resume)));
        RunNames.require(run, resume);
        DatasetFiles.require(file, resolved.dataset());
        try (Interruption interruption = Interruption.listen()) {
            try {
                ProgressLine line = ProgressLine.onStandardError();
                return search(new SearchRun(resolved, configuration, run, interruption, line, message -> {
                    line.clear();
                    say(message);
                }));
            } catch (GenerationInterruptedException e) {
                return interrupted(run);
            } catch (RuntimeException e) {
                // Told here, as long as a signal's end of the JVM waits for it.
                return Failures.tell(e, spec.commandLine().getErr());
            }
        }
    }

    private SearchFile.Overrides overrides() {
        if (workers.orElse(1) < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--workers must be at least 1, but was " + workers.get());
        }
        if (!device.orElse("auto").matches(ExecutionSection.DEVICES)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--device must be auto, cpu, gpu or gpu:N, but was " + device.get());
        }
        return new SearchFile.Overrides(workers, device, seed, commons, store);
    }

    private int search(SearchRun search) {
        search.prepare();
        SearchReport report = search.search();
        String state = report.finished() ? "finished" : "interrupted";
        if (format == OutputFormat.JSON) {
            print(SearchOutput.json(report, state));
        } else if (Files.exists(search.run().journal())) {
            print(SearchOutput.text(report));
        }
        if (report.finished() && report.front().isEmpty()) {
            say("no network came to an end; the last one: " + lastReason(report));
            return Failures.FAILED;
        }
        return report.finished() ? 0 : interrupted(search.run());
    }

    private static String lastReason(SearchReport report) {
        return report.networks().stream()
                .map(SearchReport.Row::why)
                .filter(why -> !why.isEmpty())
                .reduce((first, second) -> second)
                .orElse("none was asked for");
    }

    private int interrupted(RunFolder run) {
        say(
                Files.exists(run.journal())
                        ? "stopped before its end; go on with: plateau search %s --resume --output %s"
                                .formatted(quoted(run.configuration()), quoted(run.root()))
                        : "stopped before the search began; begin again with: plateau search " + quoted(file));
        return Failures.INTERRUPTED;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private void say(String message) {
        PrintWriter messages = spec.commandLine().getErr();
        messages.println("plateau: " + message);
        messages.flush();
    }

    /** As a shell reads it. */
    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./~+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
