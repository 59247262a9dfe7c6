package org.plateau.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the data commons is when nobody says so. */
final class CommonsOption {
    private CommonsOption() {}

    static Path standard() {
        return standard(System.getenv());
    }

    static Path standard(Map<String, String> environment) {
        return Path.of(Optional.ofNullable(environment.get("PLATEAU_COMMONS"))
                .filter(name -> !name.isBlank())
                .orElse("plateau.db"));
    }
}
