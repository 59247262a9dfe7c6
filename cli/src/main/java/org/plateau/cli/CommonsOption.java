package org.plateau.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsPlace;
import org.plateau.commons.CommonsStore;
import org.plateau.commons.Intake;
import picocli.CommandLine.Option;

/** Which data commons a command looks at. */
final class CommonsOption {
    @Option(
            names = "--commons",
            paramLabel = "C",
            description = "The data commons: a file, or jdbc:postgresql://host/database?user=name;"
                    + " $PLATEAU_COMMONS or plateau.db if left out.")
    private String commons = standard();

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Folder of the record trails of a commons on a server; $PLATEAU_STORE if left out.")
    private Optional<Path> store = Optional.empty();

    /** The commons, which must be there. */
    CommonsStore openExisting() {
        return Commons.openExisting(place(), new CurveNaming());
    }

    /** The commons, begun where it is not there. */
    CommonsStore open() {
        return Commons.open(place(), new CurveNaming());
    }

    /** Makes the database again from its store. */
    Intake rebuild(List<Path> runs) {
        return Commons.rebuild(place(), new CurveNaming(), runs);
    }

    CommonsPlace place() {
        return CommonsPlace.of(commons, store.or(CommonsOption::store));
    }

    /** Where the data commons is when nobody says so. */
    static String standard() {
        return standard(System.getenv());
    }

    static String standard(Map<String, String> environment) {
        return named(environment, "PLATEAU_COMMONS").orElse("plateau.db");
    }

    /** Where its record trails are when nobody says so. */
    static Optional<Path> store() {
        return store(System.getenv());
    }

    static Optional<Path> store(Map<String, String> environment) {
        return named(environment, "PLATEAU_STORE").map(Path::of);
    }

    private static Optional<String> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(name -> !name.isBlank());
    }
}
