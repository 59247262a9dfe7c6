package org.plateau.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.charts.FunctionChart.Line;
import org.w3c.dom.Element;

class FunctionChartTest {
    private static Line line(String label, double... values) {
        return new Line(label, Examples.curve(values));
    }

    private static Drawing draw(Theme theme, Line... lines) {
        return Drawing.of(new FunctionChart("weibull", "a - b e^(-c x^d)", 5, List.of(lines)).svg(640, 400, theme));
    }

    @ParameterizedTest
    @EnumSource
    void everyLineIsDrawnAndNamedOnAxesWithTitles(Theme theme) {
        Drawing drawing = draw(theme, line("learning", 20, 60, 80, 85, 86), line("delayed", 20, 20, 30, 70, 80));
        assertThat(drawing.ofClass("function")).hasSize(2);
        assertThat(drawing.texts())
                .contains("weibull", "a - b e^(-c x^d)", "learning", "delayed", "Epoch", "Value (points)", "0", "5");
        assertThat(drawing.ofClass("function").stream().map(path -> path.getAttribute("stroke")))
                .doesNotHaveDuplicates();
        drawing.assertThatTextsStandApartOn(new Box(0, 0, 640, 400));
    }

    @Test
    void sixLinesStillDiffer() {
        Line[] lines = new Line[6];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line("shape " + i, 10 * i, 50, 60);
        }
        assertThat(draw(Theme.LIGHT, lines).ofClass("function").stream()
                        .map(path -> path.getAttribute("stroke") + path.getAttribute("stroke-dasharray")))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeDrawnLeavesAGap() {
        Element path = draw(Theme.LIGHT, line("l", 20, Double.NaN, 40, Double.POSITIVE_INFINITY, 60))
                .ofClass("function")
                .get(0);
        assertThat(path.getAttribute("d").chars().filter(c -> c == 'M')).hasSize(3);
        assertThat(draw(Theme.LIGHT).texts()).contains("no data");
    }

    @Test
    void theHorizonMustBeAnEpoch() {
        for (double horizon : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new FunctionChart("f", "x", horizon, List.of()))
                    .hasMessageContaining("but was " + horizon);
        }
    }
}
