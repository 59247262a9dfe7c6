package org.plateau.workflow.orchestrator;

import java.io.IOException;
import java.nio.file.Files;
import org.plateau.workflow.run.DiskError;
import org.plateau.workflow.run.FileLocked;
import org.plateau.workflow.run.HolderNote;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;

/** Sees to it that a run has one orchestrator at a time. */
public final class RunLock {
    private RunLock() {}

    /**
     * Takes the run.
     *
     * @throws RunFolderException if another orchestrator has it, or the folder cannot be written
     */
    static FileLocked take(RunFolder folder) {
        try {
            Files.createDirectories(folder.root());
        } catch (IOException e) {
            throw new RunFolderException(
                    "Cannot make the run folder %s: %s".formatted(folder.root(), DiskError.reason(e)), e);
        }
        return FileLocked.tryLock(folder.lock(), holder())
                .orElseThrow(() -> new RunFolderException(
                        "Another orchestrator is at %s: %s".formatted(folder.root(), FileLocked.note(folder.lock()))));
    }

    /** Whether an orchestrator is at a run now. */
    public static boolean held(RunFolder folder) {
        return FileLocked.held(folder.lock());
    }

    static String holder() {
        return HolderNote.ofThisProcess().text();
    }
}
