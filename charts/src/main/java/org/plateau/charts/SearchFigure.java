package org.plateau.charts;

/**
 * A search at one glance: its learning curves beside its Pareto front, below a title and a line of results.
 *
 * <p>A title that does not fit ends in an ellipsis.
 *
 * @param title such as the search's name
 * @param subtitle what came out, such as the share of epochs saved
 */
public record SearchFigure(String title, String subtitle, LearningCurvesChart curves, ParetoFrontChart front)
        implements Figure {
    /** The width that the layout is made for, in pixels. */
    public static final int WIDTH = 1100;

    /** The height that the layout is made for, in pixels. */
    public static final int HEIGHT = 480;

    private static final double TITLE = 20;
    private static final double BOLD = 1.15;
    private static final double SUBTITLE = 14;
    private static final double GAP = 24;

    @Override
    public String svg(int width, int height, Theme theme) {
        String summary = "%s. %s. %s. %s.".formatted(title, subtitle, curves.summary(), front.summary());
        Box box = new Box(0, 0, width, height).inset(16);
        return Svg.document(width, height, summary, theme, svg -> draw(svg, theme, box));
    }

    private void draw(Svg svg, Theme theme, Box box) {
        svg.text(
                Words.fitting(title, TITLE, box.width() / BOLD),
                box.x(),
                box.y() + 18,
                "fill",
                theme.text(),
                "font-size",
                TITLE,
                "font-weight",
                "bold");
        svg.text(
                Words.fitting(subtitle, SUBTITLE, box.width()),
                box.x(),
                box.y() + 41,
                "fill",
                theme.muted(),
                "font-size",
                SUBTITLE);
        Box charts = box.cut(58, 0, 0, 0);
        double half = (charts.width() - GAP) / 2;
        curves.draw(svg, theme, charts.cut(0, half + GAP, 0, 0));
        front.draw(svg, theme, charts.cut(0, 0, 0, half + GAP));
    }
}
