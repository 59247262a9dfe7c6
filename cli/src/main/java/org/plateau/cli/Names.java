package org.plateau.cli;

import java.nio.file.Path;

/** Names made from files. */
final class Names {
    private static final int LONGEST = 64;

    private Names() {}

    /** The file's name without folder and ending, with dashes for what a search's name cannot have. */
    static String withoutEnding(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().replaceFirst("(?<=.)\\.[^.]*$", "");
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", "");
        return plain.isEmpty() ? "search" : plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
