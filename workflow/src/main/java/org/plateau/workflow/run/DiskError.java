package org.plateau.workflow.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a file system's error says, for messages that name the file themselves. */
public final class DiskError {
    private DiskError() {}

    /** The reason in a few words. */
    public static String reason(IOException error) {
        if (error instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (error instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (error instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (error instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }
}
