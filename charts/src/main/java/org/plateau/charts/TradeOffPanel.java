package org.plateau.charts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One measure of quality against the epochs spent.
 *
 * @param title of the measure
 * @param scale of the measure
 * @param quality of a rule by the measure
 */
record TradeOffPanel(String title, Scale scale, ToDoubleFunction<RulePoint> quality) {
    private static final double FONT = 11;
    private static final double LEFT = 46;
    private static final double RIGHT = 24;
    private static final double BELOW = 22;
    private static final double ABOVE = 22;
    private static final List<Double> SPENT = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

    void draw(Svg svg, Theme theme, Box box, List<RulePoint> points) {
        Box area = box.cut(ABOVE, RIGHT, BELOW, LEFT);
        svg.text(title, area.x(), box.y() + 12, "fill", theme.text(), "font-size", 12);
        grid(svg, theme, area);
        for (RuleFamily family : RuleFamily.values()) {
            List<RulePoint> drawn = points.stream()
                    .filter(point -> point.family() == family)
                    .filter(point -> Double.isFinite(point.spent()) && Double.isFinite(quality.applyAsDouble(point)))
                    .sorted(Comparator.comparingDouble(RulePoint::spent))
                    .toList();
            if (family.joined() && drawn.size() > 1) {
                line(svg, family.colour(theme), area, drawn);
            }
            drawn.forEach(point -> mark(svg, theme, area, point));
        }
    }

    private void grid(Svg svg, Theme theme, Box area) {
        List<Scale.Tick> ticks = scale.ticks();
        svg.open("g", "stroke", theme.grid(), "stroke-width", 1);
        SPENT.forEach(spent ->
                svg.element("line", "x1", x(area, spent), "x2", x(area, spent), "y1", area.y(), "y2", area.bottom()));
        ticks.forEach(tick -> {
            double y = y(area, tick.value());
            svg.element("line", "x1", area.x(), "x2", area.right(), "y1", y, "y2", y);
        });
        svg.close();
        svg.open("g", "fill", theme.muted(), "font-size", FONT, "text-anchor", "middle");
        SPENT.forEach(spent ->
                svg.text(String.format(Locale.ROOT, "%.0f%%", 100 * spent), x(area, spent), area.bottom() + 15));
        svg.close();
        svg.open("g", "fill", theme.muted(), "font-size", FONT, "text-anchor", "end");
        ticks.forEach(tick -> svg.text(tick.words(), area.x() - 6, y(area, tick.value()) + 4));
        svg.close();
    }

    private void line(Svg svg, String colour, Box area, List<RulePoint> points) {
        StringBuilder path = new StringBuilder();
        for (RulePoint point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(Svg.number(x(area, point.spent())))
                    .append(' ')
                    .append(Svg.number(y(area, quality.applyAsDouble(point))));
        }
        svg.element("path", "class", "family", "d", path, "fill", "none", "stroke", colour, "stroke-width", 1.4);
    }

    private void mark(Svg svg, Theme theme, Box area, RulePoint point) {
        RuleFamily family = point.family();
        svg.open("g", "opacity", family == RuleFamily.FUNCTION ? 0.55 : 1);
        family.mark()
                .draw(
                        svg,
                        theme,
                        family.colour(theme),
                        x(area, point.spent()),
                        y(area, quality.applyAsDouble(point)),
                        family.radius(),
                        "rule " + family.name().toLowerCase(Locale.ROOT),
                        "%s: %s %s at %.1f %% of the epochs"
                                .formatted(
                                        point.rule(),
                                        title,
                                        Words.value(quality.applyAsDouble(point)),
                                        100 * point.spent()));
        svg.close();
    }

    private static double x(Box area, double spent) {
        return area.x() + Math.min(1, Math.max(0, spent)) * area.width();
    }

    private double y(Box area, double value) {
        return area.bottom() - scale.place(value) * area.height();
    }
}
