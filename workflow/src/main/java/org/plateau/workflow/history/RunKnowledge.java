package org.plateau.workflow.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.prediction.History;

/**
 * Versions of a run's history. The newest one that was asked for is kept and grows, so that what an engine has learned from
 * it is not learned again.
 */
public final class RunKnowledge {
    private Optional<HistoryReader> reader = Optional.empty();
    private History newest = History.none();

    /**
     * What is known in a version of a history.
     *
     * @param file the history
     * @param version number of its lines that may be seen; 0 is nothing, and the file is not looked at
     * @param fitness the measure that is predicted
     * @param objectives what the search optimises
     * @throws org.plateau.workflow.run.RunFolderException if the history has fewer lines
     */
    public Knowledge of(Path file, long version, FitnessMeasure fitness, List<FitnessMeasure> objectives) {
        if (version == 0) {
            return Knowledge.none();
        }
        if (reader.filter(known -> known.file().equals(file)).isEmpty()) {
            reader = Optional.of(new HistoryReader(file));
            newest = History.none();
        }
        List<HistoryLine> lines = reader.get().first(version);
        return Knowledge.of(history(lines), lines, fitness, objectives);
    }

    private History history(List<HistoryLine> lines) {
        if (lines.size() < newest.version()) {
            return grown(History.none(), lines);
        }
        newest = grown(newest, lines);
        return newest;
    }

    private static History grown(History history, List<HistoryLine> lines) {
        History grown = history;
        for (HistoryLine line : lines.subList((int) history.version(), lines.size())) {
            grown = grown.plus(line.training());
        }
        return grown;
    }
}
