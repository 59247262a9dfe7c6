package org.plateau.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.plateau.charts.Legend.Entry;
import org.plateau.charts.Legend.Stroke;
import org.plateau.core.fitness.FitnessMeasure;

/**
 * All networks in the plane of two objectives, and the Pareto front as the edge of what they reach.
 *
 * @param fitness the upright axis
 * @param cost the axis across, such as {@code mflops}
 * @param points one for each network
 * @param labelled whether members of the front are named on the drawing, where there is room
 */
public record ParetoFrontChart(FitnessMeasure fitness, FitnessMeasure cost, List<FrontPoint> points, boolean labelled)
        implements Figure {
    public ParetoFrontChart {
        points = List.copyOf(points);
    }

    @Override
    public String svg(int width, int height, Theme theme) {
        Box box = new Box(0, 0, width, height).inset(12);
        return Svg.document(width, height, summary(), theme, svg -> draw(svg, theme, box));
    }

    String summary() {
        return "%s against %s of %s networks, %s of them on the Pareto front"
                .formatted(
                        Words.axisTitle(fitness),
                        Words.axisTitle(cost),
                        points.size(),
                        points.stream().filter(FrontPoint::onFront).count());
    }

    void draw(Svg svg, Theme theme, Box box) {
        List<FrontPoint> shown = points.stream().filter(FrontPoint::drawable).toList();
        Optional<Range> costs = range(shown, FrontPoint::cost, cost);
        Optional<Range> values = range(shown, p -> p.fitness().value(), fitness);
        List<FrontPoint> inside = shown.stream()
                .filter(p -> costs.orElseThrow().contains(p.cost())
                        && values.orElseThrow().contains(p.fitness().value()))
                .toList();
        Box below = legend(theme, inside, shown.size() - inside.size()).draw(svg, theme, box);
        Plot.draw(svg, theme, below, Words.axisTitle(cost), Words.axisTitle(fitness), costs, values, plot -> {
            List<FrontPoint> stairs = stairs(inside);
            front(plot, stairs);
            inside.stream().filter(p -> !p.onFront()).forEach(p -> point(plot, p));
            inside.stream().filter(FrontPoint::onFront).forEach(p -> point(plot, p));
            if (labelled) {
                labels(plot, inside, stairs);
            }
        });
    }

    private static void labels(Plot plot, List<FrontPoint> inside, List<FrontPoint> stairs) {
        FrontLabels labels = new FrontLabels(plot);
        inside.forEach(labels::avoid);
        for (int i = 1; i < stairs.size(); i++) {
            labels.avoid(stairs.get(i - 1), stairs.get(i));
        }
        labels.draw(inside.stream().filter(FrontPoint::onFront).toList());
    }

    /** Covers the points, and every member of the front however far out it is. */
    private static Optional<Range> range(
            List<FrontPoint> shown, ToDoubleFunction<FrontPoint> value, FitnessMeasure measure) {
        return Range.covering(shown.stream().mapToDouble(value), measure)
                .map(range -> range.including(
                        shown.stream().filter(FrontPoint::onFront).mapToDouble(value)));
    }

    /** The front's members from the cheapest to the dearest, without those that these two objectives alone rule out. */
    private List<FrontPoint> stairs(List<FrontPoint> shown) {
        List<FrontPoint> members = new ArrayList<>(shown);
        members.removeIf(p -> !p.onFront());
        members.sort(Comparator.<FrontPoint>comparingDouble(
                        p -> cost.direction().asCost(p.cost()))
                .thenComparingDouble(p -> fitness.direction().asCost(p.fitness().value())));
        List<FrontPoint> stairs = new ArrayList<>();
        double best = Double.NaN;
        for (FrontPoint member : members) {
            if (fitness.direction().better(member.fitness().value(), best)) {
                best = member.fitness().value();
                stairs.add(member);
            }
        }
        return stairs;
    }

    /** Each step goes to the dearer member's cost first: between two members, nothing better was reached. */
    private void front(Plot plot, List<FrontPoint> stairs) {
        StringBuilder path = new StringBuilder();
        double reached = Double.NaN;
        for (FrontPoint member : stairs) {
            if (!path.isEmpty()) {
                path.append(plot.step('L', member.cost(), reached));
            }
            reached = member.fitness().value();
            path.append(plot.step(path.isEmpty() ? 'M' : 'L', member.cost(), reached));
        }
        if (!path.isEmpty()) {
            plot.svg()
                    .element(
                            "path",
                            "class",
                            "front",
                            "d",
                            path,
                            "fill",
                            "none",
                            "stroke",
                            plot.theme().text(),
                            "stroke-width",
                            1.4,
                            "stroke-linejoin",
                            "round");
        }
    }

    private void point(Plot plot, FrontPoint point) {
        boolean measured = point.fitness().measured();
        Theme theme = plot.theme();
        plot.svg().open("g", "opacity", point.onFront() ? 1 : 0.6);
        (measured ? Mark.DOT : Mark.RING)
                .draw(
                        plot.svg(),
                        theme,
                        measured ? theme.measured() : theme.predicted(),
                        plot.x().at(point.cost()),
                        plot.y().at(point.fitness().value()),
                        point.onFront() ? 5 : 3,
                        (point.onFront() ? "member " : "network ") + (measured ? "measured" : "predicted"),
                        "%s: %s%s, %s"
                                .formatted(
                                        point.label(),
                                        Words.value(point.fitness().value()),
                                        measured ? "" : " predicted",
                                        Words.value(point.cost())));
        plot.svg().close();
    }

    private static Legend legend(Theme theme, List<FrontPoint> shown, int beyond) {
        long measured = shown.stream().filter(p -> p.fitness().measured()).count();
        List<Entry> entries = new ArrayList<>();
        if (measured > 0) {
            entries.add(new Entry(
                    "measured (%s)".formatted(measured), theme.measured(), Stroke.NONE, Optional.of(Mark.DOT)));
        }
        if (measured < shown.size()) {
            String words = "predicted (%s)".formatted(shown.size() - measured);
            entries.add(new Entry(words, theme.predicted(), Stroke.NONE, Optional.of(Mark.RING)));
        }
        long members = shown.stream().filter(FrontPoint::onFront).count();
        if (members > 0) {
            entries.add(
                    new Entry("Pareto front (%s)".formatted(members), theme.text(), Stroke.SOLID, Optional.empty()));
        }
        if (beyond > 0) {
            entries.add(new Entry(beyond + " beyond the axes", theme.muted(), Stroke.NONE, Optional.empty()));
        }
        return new Legend(entries);
    }
}
