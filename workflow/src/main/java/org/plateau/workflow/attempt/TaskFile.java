package org.plateau.workflow.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.run.DiskError;
import org.plateau.workflow.run.RunFolderException;

/** Reads and writes small JSON files of the workflow: tasks and worker setups. */
public final class TaskFile {
    private TaskFile() {}

    public static void write(Path file, Object value) {
        try {
            AtomicFile.write(file, WorkflowJson.mapper().writeValueAsString(value) + "\n");
        } catch (JsonProcessingException e) {
            throw new RunFolderException("Cannot write %s: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    /**
     * Reads a value.
     *
     * @throws RunFolderException if the file cannot be read or is not of this form
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return WorkflowJson.mapper().readValue(Files.readString(file), type);
        } catch (JsonProcessingException e) {
            throw new RunFolderException(
                    "%s is no %s of this version: %s".formatted(file, type.getSimpleName(), e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new RunFolderException("Cannot read %s: %s".formatted(file, DiskError.reason(e)), e);
        }
    }
}
