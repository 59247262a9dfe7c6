package org.plateau.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.plateau.charts.Legend.Entry;
import org.plateau.charts.Legend.Stroke;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/**
 * A parametric function of the epochs as it looks with different parameters.
 *
 * @param title such as the function's name
 * @param formula in text
 * @param horizon the last epoch that is shown
 * @param lines one for each set of parameters
 */
public record FunctionChart(String title, String formula, double horizon, List<Line> lines) implements Figure {
    /** A value between 0 and 100, without a unit. */
    private static final FitnessMeasure POINTS = FitnessMeasure.named("val_accuracy");

    private static final double TITLE = 16;
    private static final double FORMULA = 13;

    /**
     * The function with one set of parameters.
     *
     * @param label what tells it from the others
     * @param points of the line, near enough to each other to be joined by straight lines
     */
    public record Line(String label, LearningCurve points) {}

    public FunctionChart {
        if (!(horizon > 0) || !Range.drawable(horizon)) {
            throw new IllegalArgumentException("A horizon must be a finite number of epochs > 0, but was " + horizon);
        }
        lines = List.copyOf(lines);
    }

    @Override
    public String svg(int width, int height, Theme theme) {
        Box box = new Box(0, 0, width, height).inset(16);
        return Svg.document(width, height, summary(), theme, svg -> draw(svg, theme, box));
    }

    private String summary() {
        return "%s, %s, from epoch 0 to %s: %s"
                .formatted(
                        title,
                        formula,
                        Words.value(horizon),
                        String.join(", ", lines.stream().map(Line::label).toList()));
    }

    private void draw(Svg svg, Theme theme, Box box) {
        svg.text(
                Words.fitting(title, TITLE, box.width() / 1.15),
                box.x(),
                box.y() + 14,
                "fill",
                theme.text(),
                "font-size",
                TITLE,
                "font-weight",
                "bold");
        svg.text(
                Words.fitting(formula, FORMULA, box.width()),
                box.x(),
                box.y() + 36,
                "fill",
                theme.muted(),
                "font-size",
                FORMULA);
        Optional<Range> values = Range.covering(
                lines.stream()
                        .flatMapToDouble(line -> DoubleStream.of(line.points().values())),
                POINTS);
        Box below = legend(theme).draw(svg, theme, box.cut(50, 0, 0, 0));
        Optional<Range> epochs = Optional.of(new Range(0, horizon));
        Plot.draw(
                svg,
                theme,
                below,
                "Epoch",
                "Value (points)",
                epochs,
                values,
                plot -> plot.clipped(() -> {
                    for (int i = 0; i < lines.size(); i++) {
                        curve(plot, i);
                    }
                }));
    }

    private void curve(Plot plot, int index) {
        LearningCurve points = lines.get(index).points();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            if (Range.drawable(points.value(i))) {
                boolean begins = i == 0 || !Range.drawable(points.value(i - 1));
                path.append(plot.step(begins ? 'M' : 'L', points.epoch(i), points.value(i)));
            }
        }
        plot.svg()
                .titled(
                        lines.get(index).label(),
                        "path",
                        "class",
                        "function",
                        "d",
                        path,
                        "fill",
                        "none",
                        "stroke",
                        colour(plot.theme(), index),
                        "stroke-width",
                        2,
                        "stroke-linejoin",
                        "round",
                        "stroke-dasharray",
                        stroke(index) == Stroke.DASHED ? "6 4" : "none");
    }

    private Legend legend(Theme theme) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            entries.add(new Entry(lines.get(i).label(), colour(theme, i), stroke(i), Optional.empty()));
        }
        return new Legend(entries);
    }

    /** Three colours, each with a solid and then a dashed line. */
    private static String colour(Theme theme, int index) {
        return switch (index % 3) {
            case 0 -> theme.measured();
            case 1 -> theme.predicted();
            default -> theme.muted();
        };
    }

    private static Stroke stroke(int index) {
        return index % 6 < 3 ? Stroke.SOLID : Stroke.DASHED;
    }
}
