package org.plateau.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where the data commons is when nobody says so. */
final class CommonsOption {
    private CommonsOption() {}

    static Path standard() {
        return Path.of(Optional.ofNullable(System.getenv("PLATEAU_COMMONS")).orElse("plateau.db"));
    }
}
