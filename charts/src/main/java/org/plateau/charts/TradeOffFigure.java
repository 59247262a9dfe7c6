package org.plateau.charts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What rules cost and how good they are: for every group a row of four small drawings, the epochs spent against error,
 * regret of the best and of the best ten, and rank correlation. Errors and regrets have one scale for the whole figure.
 *
 * @param title above everything
 * @param groups from top to bottom
 */
public record TradeOffFigure(String title, List<RuleGroup> groups) implements Figure {
    /** The width that the layout is made for, in pixels. */
    public static final int WIDTH = 1160;

    private static final double MARGIN = 18;
    private static final double HEAD = 76;
    private static final double ROW = 210;
    private static final double ROW_TITLE = 22;
    private static final double FOOT = 20;

    /** Points: less is as good as nothing. */
    private static final double SMALLEST = 0.01;

    public TradeOffFigure {
        groups = List.copyOf(groups);
    }

    /** The height that the layout needs, in pixels. */
    public int height() {
        return (int) Math.ceil(2 * MARGIN + HEAD + FOOT + ROW * Math.max(1, groups.size()));
    }

    @Override
    public String svg(int width, int height, Theme theme) {
        String summary = "%s: epochs spent against error, regret and rank correlation in %d groups"
                .formatted(title, groups.size());
        Box page = new Box(0, 0, width, height).inset(MARGIN);
        return Svg.document(width, height, summary, theme, svg -> draw(svg, theme, page));
    }

    private void draw(Svg svg, Theme theme, Box page) {
        svg.text(
                Words.fitting(title, 18, page.width() / 1.15),
                page.x(),
                page.y() + 16,
                "fill",
                theme.text(),
                "font-size",
                18,
                "font-weight",
                "bold");
        List<RuleFamily> shown = Arrays.stream(RuleFamily.values())
                .filter(family -> points().anyMatch(point -> point.family() == family))
                .sorted(Comparator.reverseOrder())
                .toList();
        new Legend(shown.stream().map(family -> family.entry(theme)).toList()).draw(svg, theme, page.cut(28, 0, 0, 0));
        List<TradeOffPanel> panels = panels();
        double height = (page.height() - HEAD - FOOT) / Math.max(1, groups.size());
        for (int row = 0; row < groups.size(); row++) {
            Box box = new Box(page.x(), page.y() + HEAD + row * height, page.width(), height);
            svg.text(
                    Words.fitting(groups.get(row).title(), 13, box.width() / 1.15),
                    box.x(),
                    box.y() + 14,
                    "fill",
                    theme.text(),
                    "font-size",
                    13,
                    "font-weight",
                    "bold");
            double width = box.width() / panels.size();
            for (int column = 0; column < panels.size(); column++) {
                Box place = new Box(box.x() + column * width, box.y() + ROW_TITLE, width, height - ROW_TITLE - 8);
                panels.get(column).draw(svg, theme, place, groups.get(row).points());
            }
        }
        svg.text(
                "Across: epochs spent, of those of full trainings. Upwards: as each drawing says.",
                page.x(),
                page.bottom(),
                "fill",
                theme.muted(),
                "font-size",
                12);
    }

    private Stream<RulePoint> points() {
        return groups.stream().flatMap(group -> group.points().stream());
    }

    private List<TradeOffPanel> panels() {
        Scale errors = Scale.powers(SMALLEST, largest(RulePoint::error));
        Scale regrets = Scale.powers(SMALLEST, Math.max(largest(RulePoint::regret1), largest(RulePoint::regret10)));
        double lowest = points().mapToDouble(RulePoint::kendall)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        Scale ranks = new Scale(Scale.Kind.LINEAR, lowest < 0 ? -1 : 0, 1);
        return List.of(
                new TradeOffPanel("error of the stopped (points)", errors, RulePoint::error),
                new TradeOffPanel("regret of the best (points)", regrets, RulePoint::regret1),
                new TradeOffPanel("regret of the best ten (points)", regrets, RulePoint::regret10),
                new TradeOffPanel("Kendall's τ", ranks, RulePoint::kendall));
    }

    private double largest(ToDoubleFunction<RulePoint> quality) {
        return points().mapToDouble(quality).filter(Double::isFinite).max().orElse(1);
    }
}
