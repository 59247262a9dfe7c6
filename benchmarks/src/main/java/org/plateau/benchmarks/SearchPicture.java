package org.plateau.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.plateau.charts.CurveLine;
import org.plateau.charts.FrontPoint;
import org.plateau.charts.LearningCurvesChart;
import org.plateau.charts.ParetoFrontChart;
import org.plateau.charts.SearchFigure;
import org.plateau.charts.Theme;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.formats.trail.TrailReader;
import org.plateau.workflow.orchestrator.RunReader;
import org.plateau.workflow.orchestrator.SearchReport;
import org.plateau.workflow.run.RunFolder;

/**
 * Draws a finished run as one picture, learning curves beside the Pareto front: {@code SearchPicture RUN OUT.svg [dark]}.
 * {@code benchmarks/search/termination.sh} makes the README's picture with it.
 */
public final class SearchPicture {
    private SearchPicture() {}

    public static void main(String[] arguments) throws IOException {
        RunFolder run = new RunFolder(Path.of(arguments[0]));
        Theme theme = arguments.length > 2 && arguments[2].equals("dark") ? Theme.DARK : Theme.LIGHT;
        Path picture = Path.of(arguments[1]);
        Files.createDirectories(picture.toAbsolutePath().getParent());
        Files.writeString(picture, figure(run).svg(SearchFigure.WIDTH, SearchFigure.HEIGHT, theme));
    }

    private static SearchFigure figure(RunFolder run) {
        SearchReport report = RunReader.read(run, Clock.systemUTC());
        FitnessMeasure fitness = report.objectives().get(0);
        List<CurveLine> lines = new ArrayList<>();
        List<FrontPoint> points = new ArrayList<>();
        for (SearchReport.Row row : report.networks()) {
            lines.add(line(run, row, fitness));
            if (!row.values().isEmpty()) {
                Fitness.Origin origin = row.measured() ? Fitness.Origin.MEASURED : Fitness.Origin.PREDICTED;
                points.add(new FrontPoint(
                        row.network(), new Fitness(row.values().get(0), origin), row.mflops(), row.front()));
            }
        }
        String saved = String.format(
                Locale.ROOT,
                "%d networks, %.0f epochs trained, %.0f of %.0f saved (%.0f %%)",
                report.told(),
                report.epochsSpent(),
                report.epochsSaved(),
                report.epochsFull(),
                100 * report.epochsSaved() / report.epochsFull());
        return new SearchFigure(
                report.search(),
                saved,
                new LearningCurvesChart(fitness, report.horizon(), lines),
                new ParetoFrontChart(fitness, FitnessMeasure.named("mflops"), points, false));
    }

    /** The curve over all attempts; an attempt's epochs count up to where the next one went on from. */
    private static CurveLine line(RunFolder run, SearchReport.Row row, FitnessMeasure fitness) {
        LearningCurve curve = LearningCurve.empty();
        Ending ending = Ending.INTERRUPTED;
        OptionalDouble predicted = OptionalDouble.empty();
        for (int attempt = 1; Files.exists(run.attempt(row.network(), attempt).trail()); attempt++) {
            for (TrailEntry entry :
                    TrailReader.readAll(run.attempt(row.network(), attempt).trail())) {
                if (entry.event() instanceof TrailEvent.AttemptStarted started) {
                    curve = curve.upTo(
                            started.resumedFrom().map(point -> point.epoch()).orElse(-1.0));
                } else if (entry.event() instanceof TrailEvent.EpochMeasured epoch) {
                    Measurement measured = epoch.measurement();
                    curve = curve.plus(measured.epoch(), measured.values().getOrDefault(fitness.name(), Double.NaN));
                } else if (entry.event() instanceof TrailEvent.TrainingEnded ended
                        && ended.fitness().isPresent()) {
                    ending = ended.ending();
                    predicted = OptionalDouble.of(ended.fitness().get().value());
                }
            }
        }
        return new CurveLine(row.network(), curve, ending, predicted);
    }
}
