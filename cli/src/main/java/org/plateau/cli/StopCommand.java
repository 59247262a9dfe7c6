package org.plateau.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.plateau.workflow.orchestrator.RunLock;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "stop",
        description = "Asks a running search to stop; plateau search --resume goes on with it.",
        footer = {"", "Example:", "  plateau stop runs/diffraction"})
final class StopCommand implements Callable<Integer> {
    private static final int STEP_MILLIS = 100;

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path folder = Path.of("");

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long to wait for it; 30 if left out.")
    private int seconds = 30;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--wait must be at least 0 seconds, but was " + seconds);
        }
        RunFolder run = new RunFolder(folder);
        if (!Files.exists(run.journal()) && !RunLock.held(run)) {
            throw new RunFolderException("%s is no run: it has no journal.jsonl".formatted(folder));
        }
        if (!RunLock.held(run)) {
            return say("Nothing runs in " + folder);
        }
        AtomicFile.write(run.stop(), "asked by plateau stop\n");
        for (long waited = 0; waited < seconds * 1000L; waited += STEP_MILLIS) {
            if (!RunLock.held(run)) {
                return say("Stopped " + folder);
            }
            Thread.sleep(STEP_MILLIS);
        }
        if (seconds == 0) {
            return say("Asked " + folder + " to stop");
        }
        throw new RunFolderException(
                "%s was asked to stop, but still runs after %d seconds".formatted(folder, seconds));
    }

    private int say(String outcome) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(outcome);
        out.flush();
        return 0;
    }
}
