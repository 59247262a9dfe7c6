package org.plateau.commons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plateau.core.trail.TrailEntry;
import org.plateau.formats.trail.TrailLine;

/** Trails where a search leaves them. */
final class RunFolderOnDisk {
    private RunFolderOnDisk() {}

    /** Writes the trail of an attempt and gives its file. */
    static Path write(Path run, List<TrailEntry> attempt) throws IOException {
        TrailEntry first = attempt.get(0);
        Path trail = run.resolve("networks")
                .resolve(first.network())
                .resolve(Integer.toString(first.attempt()))
                .resolve("trail.jsonl");
        Files.createDirectories(trail.getParent());
        return Files.write(trail, attempt.stream().map(TrailLine::write).toList());
    }
}
