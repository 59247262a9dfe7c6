package org.plateau.cli.functions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.plateau.core.fitness.LearningCurve;

/** A drawing of lines by characters, for terminals. */
final class TextPlot {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 15;

    /** One for each line; what is drawn later lies on top. */
    private static final String MARKS = "*o+x#@%&";

    private static final double LARGEST = 1e6;

    private final char[][] cells = new char[HEIGHT][WIDTH];
    private final double horizon;
    private final double low;
    private final double high;

    private TextPlot(double horizon, double low, double high) {
        this.horizon = horizon;
        this.low = low;
        this.high = high;
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
    }

    /** The drawing with its axes and what the marks mean; empty where nothing can be drawn. */
    static String of(Portrait portrait) {
        double[] values = portrait.lines().stream()
                .flatMapToDouble(line -> DoubleStream.of(line.points().values()))
                .filter(value -> Math.abs(value) < LARGEST)
                .sorted()
                .toArray();
        if (values.length == 0) {
            return "";
        }
        double low = values[0];
        double high = values[values.length - 1];
        if (high - low < 1) {
            low -= 10;
            high += 10;
        }
        TextPlot plot = new TextPlot(portrait.horizon(), 5 * Math.floor(low / 5), 5 * Math.ceil(high / 5));
        for (int i = 0; i < portrait.lines().size(); i++) {
            plot.draw(portrait.lines().get(i).points(), MARKS.charAt(i % MARKS.length()));
        }
        return plot.text() + legend(portrait.lines());
    }

    private static String legend(List<Portrait.Line> lines) {
        StringBuilder legend = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            legend.append(legend.isEmpty() ? " ".repeat(9) : "   ")
                    .append(MARKS.charAt(i % MARKS.length()))
                    .append(' ')
                    .append(lines.get(i).shape().word());
        }
        return legend.append('\n').toString();
    }

    private void draw(LearningCurve points, char mark) {
        int before = -1;
        for (int i = 0; i < points.size(); i++) {
            int column = (int) Math.round(points.epoch(i) / horizon * (WIDTH - 1));
            double share = (points.value(i) - low) / (high - low);
            int row = HEIGHT - 1 - (int) Math.round(share * (HEIGHT - 1));
            if (!(share >= 0 && share <= 1)) {
                before = -1;
                continue;
            }
            // The way from the point before, so that steep parts have no gaps.
            for (int between = before < 0 ? row : before; between != row; between += Integer.signum(row - between)) {
                cells[between][column] = mark;
            }
            cells[row][column] = mark;
            before = row;
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder("   value\n");
        for (int row = 0; row < HEIGHT; row++) {
            boolean labelled = row % ((HEIGHT - 1) / 2) == 0;
            double value = high - (high - low) * row / (HEIGHT - 1);
            String label = labelled ? number(value) : "";
            text.append("%7s %s".formatted(label, labelled ? "+" : "|"));
            text.append(new String(cells[row]).stripTrailing()).append('\n');
        }
        int half = WIDTH / 2;
        text.append(" ".repeat(8)).append('+').append("-".repeat(half - 1));
        text.append('+').append("-".repeat(half - 1)).append("+\n");
        String middle = number(horizon / 2);
        String last = number(horizon);
        StringBuilder labels = new StringBuilder(" ".repeat(8)).append('0');
        labels.append(" ".repeat(half - middle.length() / 2 - 1)).append(middle);
        labels.append(" ".repeat(Math.max(1, 8 + WIDTH - labels.length() - last.length() / 2 - 1)))
                .append(last)
                .append("  epoch\n");
        return text.append(labels).toString();
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value).replaceFirst("0+$", "");
    }
}
