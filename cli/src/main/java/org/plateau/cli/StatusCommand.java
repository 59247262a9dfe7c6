package org.plateau.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.plateau.cli.output.SearchOutput;
import org.plateau.workflow.orchestrator.RunLock;
import org.plateau.workflow.orchestrator.RunReader;
import org.plateau.workflow.orchestrator.SearchReport;
import org.plateau.workflow.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "Tells how far a run is, whether or not its search is running, and the front so far.",
        footer = {"", "Example:", "  plateau status runs/diffraction"})
final class StatusCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path folder = Path.of("");

    @Option(names = "--format", paramLabel = "F", description = "table (the default) or json.")
    private OutputFormat format = OutputFormat.TABLE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RunFolder run = new RunFolder(folder);
        SearchReport report = RunReader.read(run, Clock.systemUTC());
        String state = RunLock.held(run) ? "running" : report.finished() ? "finished" : "interrupted";
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                format == OutputFormat.JSON
                        ? SearchOutput.json(report, state)
                        : "%s is %s\n".formatted(report.search(), state) + SearchOutput.text(report));
        out.flush();
        return 0;
    }
}
