package org.plateau.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plateau.formats.curves.CurveFile;
import org.plateau.formats.curves.CurveFileException;
import org.plateau.prediction.replay.RecordedTraining;

/** Reads recorded trainings, from files of curves and from data commons. */
final class CurveReading {
    private CurveReading() {}

    /** All trainings that are without fault. */
    static List<RecordedTraining> read(Path file, Consumer<String> problems) {
        try {
            return CurveFile.read(file, problem -> problems.accept(String.valueOf(problem.getMessage()))).stream()
                    .map(curves -> new RecordedTraining(
                            curves.source(), curves.id(), curves.dataset(), curves.series(), Map.of()))
                    .toList();
        } catch (CurveFileException e) {
            problems.accept(String.valueOf(e.getMessage()));
            return List.of();
        }
    }
}
