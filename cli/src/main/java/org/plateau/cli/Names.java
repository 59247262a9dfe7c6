package org.plateau.cli;

import java.nio.file.Path;

/** Names made from files. */
final class Names {
    private Names() {}

    /** The file's name without folder and ending. */
    static String withoutEnding(Path file) {
        Path name = file.getFileName();
        return name == null ? "search" : name.toString().replaceFirst("\\.[^.]*$", "");
    }
}
