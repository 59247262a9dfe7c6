package org.plateau.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class TradeOffFigureTest {
    private static final double NAN = Double.NaN;

    private static RulePoint point(RuleFamily family, double spent, double error, double regret, double kendall) {
        return new RulePoint(family.name().toLowerCase(Locale.ROOT), family, spent, error, regret, regret / 2, kendall);
    }

    private static Drawing draw(TradeOffFigure figure) {
        return Drawing.of(figure.svg(TradeOffFigure.WIDTH, figure.height(), Theme.LIGHT));
    }

    private static TradeOffFigure figure(RulePoint... points) {
        return new TradeOffFigure("What it costs", List.of(new RuleGroup("one group", List.of(points))));
    }

    @Test
    void everyRuleIsMarkedInEachOfTheFourDrawings() {
        Drawing drawing =
                draw(figure(point(RuleFamily.PLATEAU, 0.2, 0.5, 0.1, 0.8), point(RuleFamily.LINEAR, 0.3, 1, 0.2, 0.7)));

        assertThat(drawing.ofClass("rule plateau")).hasSize(4);
        assertThat(drawing.ofClass("rule linear")).hasSize(4);
        assertThat(drawing.texts())
                .contains(
                        "What it costs",
                        "one group",
                        "Plateau",
                        "linear at epoch i",
                        "error of the stopped (points)",
                        "regret of the best (points)",
                        "regret of the best ten (points)",
                        "Kendall's τ")
                .doesNotContain("nearest");
        assertThat(drawing.elements("title").stream().map(Element::getTextContent))
                .contains("plateau: error of the stopped (points) 0.5 at 20.0 % of the epochs");
    }

    @Test
    void equalFactorsOfAnErrorAreEqualDistances() {
        Drawing drawing = draw(figure(
                point(RuleFamily.NEAREST, 0, 0.1, 1, 1),
                point(RuleFamily.NEAREST, 0.5, 1, 1, 0.5),
                point(RuleFamily.NEAREST, 1, 10, 1, 0)));

        List<Element> marks = drawing.ofClass("rule nearest");
        double[] x = coordinates(marks, "cx");
        double[] y = coordinates(marks, "cy");
        assertThat(x[1] - x[0]).isCloseTo(x[2] - x[1], within(0.02)).isPositive();
        assertThat(y[0] - y[1]).isCloseTo(y[1] - y[2], within(0.02)).isPositive();
        // τ, the last of the four, is laid out evenly.
        assertThat(y[11] - y[10]).isCloseTo(y[10] - y[9], within(0.02)).isPositive();
    }

    private static double[] coordinates(List<Element> marks, String attribute) {
        return marks.stream()
                .mapToDouble(mark -> Double.parseDouble(mark.getAttribute(attribute)))
                .toArray();
    }

    @Test
    void settingsOfOneRuleAreJoinedInTheOrderOfTheirEpochs() {
        Drawing drawing = draw(figure(
                point(RuleFamily.STOP_ALL, 0.4, 1, 1, 0.5),
                point(RuleFamily.STOP_ALL, 0.1, 2, 1, 0.5),
                point(RuleFamily.NEAREST, 0.2, 2, 1, 0.5),
                point(RuleFamily.NEAREST, 0.3, 2, 1, 0.5)));

        List<Element> lines = drawing.ofClass("family");
        assertThat(lines).hasSize(4);
        double[] across = Arrays.stream(
                        lines.get(0).getAttribute("d").substring(1).split("L", -1))
                .mapToDouble(step -> Double.parseDouble(step.split(" ", 2)[0]))
                .toArray();
        assertThat(across[0]).isLessThan(across[1]);
    }

    @Test
    void whatDoesNotApplyIsNotDrawnAndWhatIsTooSmallStandsAtTheEdge() {
        Drawing drawing = draw(figure(
                point(RuleFamily.NEAREST, 0.5, NAN, 0, NAN), point(RuleFamily.PUBLISHED, 0.5, 0.001, 0.01, -0.3)));

        assertThat(drawing.ofClass("rule nearest")).hasSize(2);
        assertThat(drawing.ofClass("rule published")).hasSize(4);
        double[] zero = coordinates(drawing.ofClass("rule nearest"), "cy");
        double[] small = coordinates(drawing.ofClass("rule published"), "cy");
        assertThat(zero[0]).isEqualTo(small[1]).isEqualTo(small[0]);
        assertThat(drawing.texts()).contains("≤ 0.01", "−1");
    }

    @Test
    void errorsOverAHundredPointsDoNotPressTheOthersTogether() {
        Drawing drawing =
                draw(figure(point(RuleFamily.NEAREST, 0.5, 1e9, 0.5, 1), point(RuleFamily.LINEAR, 0.5, 100, 0.5, 1)));

        assertThat(coordinates(drawing.ofClass("rule nearest"), "cy")[0])
                .isEqualTo(coordinates(drawing.ofClass("rule linear"), "cy")[0]);
        assertThat(drawing.texts()).contains("≥ 100", "10").doesNotContain("1000");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textsStandApartWhateverIsDrawn(Theme theme) {
        List<RulePoint> points = new ArrayList<>();
        for (RuleFamily family : RuleFamily.values()) {
            points.add(point(family, 0.1 * points.size(), 12_345, 0.001, -0.5));
        }
        TradeOffFigure figure = new TradeOffFigure(
                "A title that is very long ".repeat(9),
                List.of(new RuleGroup("first ".repeat(60), points), new RuleGroup("second", List.of())));

        Drawing drawing = Drawing.of(figure.svg(TradeOffFigure.WIDTH, figure.height(), theme));

        drawing.assertThatTextsStandApartOn(new Box(0, 0, TradeOffFigure.WIDTH, figure.height()));
    }

    @Test
    void withoutGroupsThereIsStillAPage() {
        assertThat(draw(new TradeOffFigure("Nothing", List.of())).texts()).contains("Nothing");
    }
}
