package org.plateau.charts;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The inside of a pair of axes.
 *
 * @param area where values are drawn
 */
record Plot(Svg svg, Theme theme, Box area, Axis x, Axis y) {
    static final double FONT = 12;
    private static final double ACROSS = 70;
    private static final double UPWARDS = 45;
    private static final double FAR = 20_000;

    /** Right of the axes: what the last tick's label may use. */
    private static final double MARGIN = 20;

    /**
     * Draws grid, ticks and titles, then {@code content}; where a range is missing it says "no data" instead.
     *
     * @param box all room for the plot, ticks and titles included
     */
    static void draw(
            Svg svg,
            Theme theme,
            Box box,
            String xTitle,
            String yTitle,
            Optional<Range> xRange,
            Optional<Range> yRange,
            Consumer<Plot> content) {
        Box upright = box.cut(16, MARGIN / 2, 44, 0);
        Axis y = new Axis(yRange.orElse(new Range(0, 1)), upright.bottom(), upright.y());
        double widest = 0;
        for (double tick : y.ticks(UPWARDS)) {
            widest = Math.max(widest, Words.width(y.label(tick, UPWARDS), FONT));
        }
        Box area = upright.cut(0, 0, 0, 30 + widest);
        Axis x = new Axis(xRange.orElse(new Range(0, 1)), area.x(), area.right());
        Plot plot = new Plot(svg, theme, area, x, y);
        plot.titles(box, xTitle, yTitle);
        if (xRange.isPresent() && yRange.isPresent()) {
            plot.grid();
            content.accept(plot);
        } else {
            plot.noData();
        }
    }

    private void titles(Box box, String xTitle, String yTitle) {
        String across = Words.fitting(xTitle, FONT, area.width());
        String upwards = Words.fitting(yTitle, FONT, box.height());
        double middle = Words.width(upwards, FONT) <= area.height() ? area.centreY() : box.centreY();
        svg.open("g", "fill", theme.text(), "font-size", FONT, "text-anchor", "middle");
        svg.text(across, area.centreX(), box.bottom() - 6);
        String turned = "translate(%s %s) rotate(-90)".formatted(Svg.number(box.x() + 12), Svg.number(middle));
        svg.text(upwards, 0, 0, "transform", turned);
        svg.close();
    }

    private void grid() {
        svg.open("g", "stroke", theme.grid(), "stroke-width", 1);
        for (double tick : x.ticks(ACROSS)) {
            svg.element("line", "x1", x.at(tick), "x2", x.at(tick), "y1", area.y(), "y2", area.bottom());
        }
        for (double tick : y.ticks(UPWARDS)) {
            svg.element("line", "x1", area.x(), "x2", area.right(), "y1", y.at(tick), "y2", y.at(tick));
        }
        svg.close();
        String corner = "M%s %sV%sH%s"
                .formatted(
                        Svg.number(area.x()),
                        Svg.number(area.y()),
                        Svg.number(area.bottom()),
                        Svg.number(area.right()));
        svg.element("path", "class", "axes", "d", corner, "fill", "none", "stroke", theme.muted(), "stroke-width", 0.8);
        svg.open("g", "fill", theme.muted(), "font-size", FONT, "text-anchor", "middle");
        double free = 0;
        for (double tick : x.ticks(ACROSS)) {
            String label = x.label(tick, ACROSS);
            double half = Words.width(label, FONT) / 2;
            if (x.at(tick) - half >= free && x.at(tick) + half <= area.right() + MARGIN) {
                svg.text(label, x.at(tick), area.bottom() + 17);
                free = x.at(tick) + half + 4;
            }
        }
        svg.close();
        svg.open("g", "fill", theme.muted(), "font-size", FONT, "text-anchor", "end");
        for (double tick : y.ticks(UPWARDS)) {
            svg.text(y.label(tick, UPWARDS), area.x() - 7, y.at(tick) + 4);
        }
        svg.close();
    }

    private void noData() {
        svg.element(
                "rect",
                "x",
                area.x(),
                "y",
                area.y(),
                "width",
                area.width(),
                "height",
                area.height(),
                "fill",
                "none",
                "stroke",
                theme.grid());
        svg.text(
                "no data",
                area.centreX(),
                area.centreY(),
                "fill",
                theme.muted(),
                "font-size",
                16,
                "text-anchor",
                "middle");
    }

    /** Draws inside the axes only: what leaves the range is cut at its edge. */
    void clipped(Runnable content) {
        svg.open(
                "svg",
                "x",
                area.x(),
                "y",
                area.y(),
                "width",
                area.width(),
                "height",
                area.height(),
                "viewBox",
                "%s %s %s %s"
                        .formatted(
                                Svg.number(area.x()),
                                Svg.number(area.y()),
                                Svg.number(area.width()),
                                Svg.number(area.height())),
                "overflow",
                "hidden");
        content.run();
        svg.close();
    }

    /** A path's point, such as {@code L12.5 80}; one that is far outside is drawn less far. */
    String step(char command, double xValue, double yValue) {
        return command + Svg.number(near(x.at(xValue))) + " " + Svg.number(near(y.at(yValue)));
    }

    private static double near(double pixels) {
        return Math.max(-FAR, Math.min(FAR, pixels));
    }

    boolean contains(double xValue, double yValue) {
        return x.range().contains(xValue) && y.range().contains(yValue);
    }
}
