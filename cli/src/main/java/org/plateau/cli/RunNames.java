package org.plateau.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;

/** Which folder a run has: {@code NAME}, then {@code NAME-2}, {@code NAME-3} … */
final class RunNames {
    private RunNames() {}

    /** The newest folder of a name that holds a run to go on with, or the first that holds none. */
    static Path folder(Path runs, String name, boolean existing) {
        Path newest = runs.resolve(name);
        Path next = newest;
        for (int number = 2; Files.exists(new RunFolder(next).journal()); number++) {
            newest = next;
            next = runs.resolve(name + "-" + number);
        }
        return existing ? newest : next;
    }

    /** @throws RunFolderException if a run to go on with is not there, or a new one would write over an old one */
    static void require(RunFolder run, boolean resume) {
        boolean exists = Files.exists(run.journal());
        if (resume && !exists) {
            throw new RunFolderException("There is nothing to resume: %s does not exist".formatted(run.journal()));
        }
        if (!resume && exists) {
            throw new RunFolderException(
                    "%s holds a run already; go on with --resume, or choose another --output".formatted(run.root()));
        }
    }
}
