package org.plateau.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.plateau.workflow.orchestrator.RunLock;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "stop",
        description = "Asks a running search to stop; plateau search --resume goes on with it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  plateau stop runs/diffraction"})
final class StopCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path folder = Path.of("");

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long to wait for it; 30 if left out.")
    private int seconds = 30;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        RunFolder run = new RunFolder(folder);
        if (!Files.exists(run.journal())) {
            throw new RunFolderException("%s is no run: it has no journal.jsonl".formatted(folder));
        }
        if (!RunLock.held(run)) {
            spec.commandLine().getOut().println("Nothing runs in " + folder);
            return 0;
        }
        AtomicFile.write(run.stop(), "asked by plateau stop\n");
        for (int tenths = 0; tenths < seconds * 10; tenths++) {
            if (!RunLock.held(run)) {
                spec.commandLine().getOut().println("Stopped " + folder);
                return 0;
            }
            Thread.sleep(100);
        }
        throw new RunFolderException(
                "%s was asked to stop, but still runs after %d seconds".formatted(folder, seconds));
    }
}
