package org.plateau.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsException;
import org.plateau.commons.CommonsPlace;
import org.plateau.commons.CommonsStore;
import org.plateau.commons.NetworkQuery;
import org.plateau.commons.NetworkSummary;
import org.plateau.formats.curves.CurveFile;
import org.plateau.formats.curves.CurveFileException;
import org.plateau.prediction.replay.RecordedTraining;

/** Reads recorded trainings, from files of curves and from data commons. */
final class CurveReading {
    /** With this every SQLite database begins. */
    private static final byte[] DATABASE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

    private CurveReading() {}

    /**
     * All trainings that are without fault.
     *
     * @param problems told of every fault
     */
    static List<RecordedTraining> read(Path file, Consumer<String> problems) {
        try {
            return isDatabase(file) ? commons(file) : curves(file, problems);
        } catch (CurveFileException | CommonsException e) {
            problems.accept(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static List<RecordedTraining> curves(Path file, Consumer<String> problems) {
        return CurveFile.read(file, problem -> problems.accept(String.valueOf(problem.getMessage()))).stream()
                .map(curves -> new RecordedTraining(
                        curves.source(),
                        curves.id(),
                        curves.dataset(),
                        curves.series(),
                        ArchitectureFeatures.of(curves.architecture()),
                        OptionalDouble.empty()))
                .toList();
    }

    /** The networks of a commons, each search in the order in which it asked for them. */
    private static List<RecordedTraining> commons(Path file) {
        try (CommonsStore store = Commons.openExisting(new CommonsPlace.SqliteFile(file), new CurveNaming())) {
            NetworkQuery all = new NetworkQuery(Optional.empty(), Integer.MAX_VALUE, NetworkQuery.Sort.ASKED);
            return store.list(all).stream()
                    .map(network -> training(network, store))
                    .toList();
        }
    }

    private static RecordedTraining training(NetworkSummary network, CommonsStore store) {
        return new RecordedTraining(
                network.origin().search(),
                network.id(),
                network.assignment().dataset(),
                store.curves(network.id()),
                Map.of("mflops", network.graph().mflops(), "parameters", (double)
                        network.graph().parameters()),
                OptionalDouble.of(network.assignment().horizon()));
    }

    private static boolean isDatabase(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return Arrays.equals(DATABASE, bytes.readNBytes(DATABASE.length));
        } catch (IOException e) {
            // Whoever reads it next says what is wrong.
            return false;
        }
    }
}
