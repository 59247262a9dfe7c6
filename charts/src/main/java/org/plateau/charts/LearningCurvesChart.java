package org.plateau.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.plateau.charts.Legend.Entry;
import org.plateau.charts.Legend.Stroke;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Ending;

/**
 * The learning curves of a search's networks: those trained to the horizon, where the others were stopped, and where
 * these were predicted to end.
 *
 * @param measure what the curves' values are
 * @param horizon the epoch at which fitness is wanted
 * @param lines one for each network
 */
public record LearningCurvesChart(FitnessMeasure measure, double horizon, List<CurveLine> lines) implements Figure {
    private static final double DOT = 2.6;

    /** What lies over what: predictions matter most. */
    private static final List<Ending> UPWARDS =
            List.of(Ending.INTERRUPTED, Ending.FAILED, Ending.DIVERGED, Ending.COMPLETED, Ending.STOPPED);

    public LearningCurvesChart {
        if (!(horizon > 0) || !Range.drawable(horizon)) {
            throw new IllegalArgumentException("A horizon must be a finite number of epochs > 0, but was " + horizon);
        }
        lines = List.copyOf(lines);
    }

    @Override
    public String svg(int width, int height, Theme theme) {
        Box box = new Box(0, 0, width, height).inset(12);
        return Svg.document(width, height, summary(), theme, svg -> draw(svg, theme, box));
    }

    String summary() {
        return "%s by epoch of %s networks, %s of them stopped early"
                .formatted(Words.axisTitle(measure), lines.size(), count(Ending.STOPPED));
    }

    void draw(Svg svg, Theme theme, Box box) {
        double last = lines.stream()
                .filter(line -> line.lastDrawable() >= 0)
                .mapToDouble(line -> line.curve().epoch(line.lastDrawable()))
                .reduce(horizon, Math::max);
        Optional<Range> values = Range.covering(lines.stream().flatMapToDouble(this::values), measure);
        Box below = legend(theme, values).draw(svg, theme, box);
        Optional<Range> epochs = Optional.of(new Range(0, last));
        Plot.draw(svg, theme, below, "Epoch", Words.axisTitle(measure), epochs, values, plot -> {
            plot.clipped(() -> curves(plot));
            UPWARDS.forEach(ending -> drawn(ending).forEach(line -> end(plot, line)));
        });
    }

    /** What the axis must cover: measured values, and a prediction that is a possible value of the measure. */
    private DoubleStream values(CurveLine line) {
        DoubleStream measured = DoubleStream.of(line.curve().values());
        return DoubleStream.concat(measured, line.forecast().stream().filter(measure::contains));
    }

    private void curves(Plot plot) {
        double alpha = Math.min(0.9, Math.max(0.25, 2.5 / Math.sqrt(lines.size())));
        for (Ending ending : UPWARDS) {
            List<CurveLine> drawn = drawn(ending).toList();
            layer(plot, ending, 1.3, alpha, "none", () -> drawn.forEach(line -> curve(plot, line)));
            layer(
                    plot,
                    ending,
                    0.9,
                    Math.min(0.9, 2 * alpha),
                    "3 3",
                    () -> drawn.forEach(line -> forecast(plot, line)));
        }
    }

    private static void layer(Plot plot, Ending ending, double width, double alpha, String dashes, Runnable content) {
        plot.svg()
                .open(
                        "g",
                        "fill",
                        "none",
                        "stroke",
                        colour(plot.theme(), ending),
                        "stroke-width",
                        width,
                        "stroke-opacity",
                        alpha,
                        "stroke-linejoin",
                        "round",
                        "stroke-dasharray",
                        dashes);
        content.run();
        plot.svg().close();
    }

    private static void curve(Plot plot, CurveLine line) {
        LearningCurve curve = line.curve();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= line.lastDrawable(); i++) {
            if (Range.drawable(curve.value(i))) {
                boolean begins = i == 0 || !Range.drawable(curve.value(i - 1));
                path.append(plot.step(begins ? 'M' : 'L', curve.epoch(i), curve.value(i)));
            }
        }
        String kind = "curve " + line.ending().name().toLowerCase(Locale.ROOT);
        plot.svg().titled(title(line), "path", "class", kind, "d", path);
    }

    private void forecast(Plot plot, CurveLine line) {
        LearningCurve curve = line.curve();
        int last = line.lastDrawable();
        line.forecast().stream().filter(plot.y().range()::contains).forEach(value -> {
            String path = plot.step('M', curve.epoch(last), curve.value(last)) + plot.step('L', horizon, value);
            plot.svg().element("path", "class", "forecast", "d", path);
        });
    }

    private Stream<CurveLine> drawn(Ending ending) {
        return lines.stream().filter(line -> line.ending() == ending && line.lastDrawable() >= 0);
    }

    private void end(Plot plot, CurveLine line) {
        int last = line.lastDrawable();
        String colour = colour(plot.theme(), line.ending());
        mark(
                plot,
                mark(line.ending()),
                colour,
                line.curve().epoch(last),
                line.curve().value(last),
                "end",
                title(line));
        line.forecast().ifPresent(value -> mark(plot, Mark.RING, colour, horizon, value, "predicted", title(line)));
    }

    private static void mark(
            Plot plot, Mark mark, String colour, double epoch, double value, String kind, String title) {
        if (plot.contains(epoch, value)) {
            mark.draw(
                    plot.svg(),
                    plot.theme(),
                    colour,
                    plot.x().at(epoch),
                    plot.y().at(value),
                    DOT,
                    kind,
                    title);
        }
    }

    private static String title(CurveLine line) {
        int last = line.lastDrawable();
        String measured = "%s: %s at epoch %s"
                .formatted(
                        line.label(),
                        Words.value(line.curve().value(last)),
                        Words.value(line.curve().epoch(last)));
        return line.forecast().isPresent()
                ? measured + ", predicted " + Words.value(line.forecast().getAsDouble())
                : measured;
    }

    private Legend legend(Theme theme, Optional<Range> values) {
        List<Entry> entries = new ArrayList<>();
        add(entries, theme, Ending.COMPLETED, "trained to the horizon");
        add(entries, theme, Ending.STOPPED, "stopped early");
        if (lines.stream()
                .flatMapToDouble(line -> line.forecast().stream())
                .anyMatch(v -> values.isPresent() && values.get().contains(v))) {
            entries.add(new Entry("predicted", theme.predicted(), Stroke.DASHED, Optional.of(Mark.RING)));
        }
        add(entries, theme, Ending.DIVERGED, "diverged");
        add(entries, theme, Ending.FAILED, "failed");
        add(entries, theme, Ending.INTERRUPTED, "interrupted");
        return new Legend(entries);
    }

    private void add(List<Entry> entries, Theme theme, Ending ending, String words) {
        if (count(ending) > 0) {
            String counted = "%s (%s)".formatted(words, count(ending));
            entries.add(new Entry(counted, colour(theme, ending), Stroke.SOLID, Optional.of(mark(ending))));
        }
    }

    private long count(Ending ending) {
        return lines.stream().filter(line -> line.ending() == ending).count();
    }

    private static Mark mark(Ending ending) {
        return ending == Ending.COMPLETED || ending == Ending.STOPPED ? Mark.DOT : Mark.CROSS;
    }

    private static String colour(Theme theme, Ending ending) {
        return switch (ending) {
            case COMPLETED -> theme.measured();
            case STOPPED -> theme.predicted();
            case DIVERGED, FAILED, INTERRUPTED -> theme.muted();
        };
    }
}
