package org.plateau.charts;

import java.util.List;
import java.util.Optional;

/** Says what the signs of a plot stand for, in rows above it. */
record Legend(List<Entry> entries) {
    private static final double FONT = 12;
    private static final double ROW = 20;
    private static final double SIGN = 22;
    private static final double WORDS = SIGN + 6;
    private static final double GAP = 14;

    /** One sign and its meaning. */
    record Entry(String words, String colour, Stroke stroke, Optional<Mark> mark) {
        double width() {
            return WORDS + Words.width(words, FONT);
        }
    }

    /** The line of a sign. */
    enum Stroke {
        NONE,
        SOLID,
        DASHED
    }

    /** Draws the legend at the top of a box and returns the room that is left below it. */
    Box draw(Svg svg, Theme theme, Box box) {
        double x = box.x();
        double y = box.y() + ROW / 2;
        svg.open("g", "fill", theme.text(), "font-size", FONT);
        for (Entry entry : entries) {
            if (x > box.x() && x + entry.width() > box.right()) {
                x = box.x();
                y += ROW;
            }
            sign(svg, theme, entry, x, y);
            svg.text(Words.fitting(entry.words(), FONT, box.width() - WORDS), x + WORDS, y + 4);
            x += entry.width() + GAP;
        }
        svg.close();
        return box.cut(y + ROW / 2 - box.y(), 0, 0, 0);
    }

    private static void sign(Svg svg, Theme theme, Entry entry, double x, double y) {
        if (entry.stroke() != Stroke.NONE) {
            svg.element(
                    "line",
                    "x1",
                    x,
                    "x2",
                    x + SIGN,
                    "y1",
                    y,
                    "y2",
                    y,
                    "stroke",
                    entry.colour(),
                    "stroke-width",
                    1.6,
                    "stroke-dasharray",
                    entry.stroke() == Stroke.DASHED ? "3 3" : "none");
        }
        double middle = entry.stroke() == Stroke.NONE ? x + SIGN / 2 : x + SIGN - 4;
        entry.mark().ifPresent(mark -> mark.draw(svg, theme, entry.colour(), middle, y, 3.5, "legend", entry.words()));
    }
}
