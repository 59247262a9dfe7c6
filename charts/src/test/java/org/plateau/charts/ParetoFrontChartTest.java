package org.plateau.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plateau.charts.Examples.ACCURACY;
import static org.plateau.charts.Examples.MFLOPS;
import static org.plateau.charts.Examples.measured;
import static org.plateau.charts.Examples.predicted;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.w3c.dom.Element;

class ParetoFrontChartTest {
    private static final List<FrontPoint> POINTS = List.of(
            measured("cheap", 80, 100, true),
            measured("middle", 90, 300, true),
            predicted("dear", 95, 700, true),
            measured("behind", 70, 500, false),
            predicted("also behind", 75, 600, false));

    @Test
    void measuredAndPredictedNetworksHaveTheirOwnSigns() {
        Drawing drawing = draw(POINTS, true);

        assertThat(drawing.ofClass("member measured")).hasSize(2);
        assertThat(drawing.ofClass("member predicted")).hasSize(1);
        assertThat(drawing.ofClass("network measured")).hasSize(1);
        assertThat(drawing.ofClass("network predicted")).hasSize(1);
        assertThat(drawing.texts())
                .contains("measured (3)", "predicted (2)", "Pareto front (3)")
                .contains("Compute (MFLOPs)", "Validation accuracy (%)");
    }

    @Test
    void theFrontIsAStairThatPromisesNothingBetweenItsMembers() {
        Drawing drawing = draw(POINTS, false);
        List<Element> members = drawing.ofClass("member");
        double[] x = coordinates(members, "cx");
        double[] y = coordinates(members, "cy");

        String[] corners =
                drawing.ofClass("front").get(0).getAttribute("d").substring(1).split("L");

        assertThat(corners)
                .containsExactly(at(x[0], y[0]), at(x[1], y[0]), at(x[1], y[1]), at(x[2], y[1]), at(x[2], y[2]));
    }

    @Test
    void whereLessIsBetterTheStairGoesDown() {
        FitnessMeasure loss = FitnessMeasure.named("val_loss");
        List<FrontPoint> points = List.of(measured("a", 0.9, 100, true), measured("b", 0.4, 300, true));

        Drawing drawing = Drawing.of(new ParetoFrontChart(loss, MFLOPS, points, true).svg(560, 420, Theme.LIGHT));

        double[] x = coordinates(drawing.ofClass("member"), "cx");
        double[] y = coordinates(drawing.ofClass("member"), "cy");
        assertThat(y[1]).isGreaterThan(y[0]);
        assertThat(drawing.ofClass("front").get(0).getAttribute("d"))
                .isEqualTo("M" + at(x[0], y[0]) + "L" + at(x[1], y[0]) + "L" + at(x[1], y[1]));
    }

    @Test
    void aMemberByAThirdObjectiveIsMarkedButNotOnTheStair() {
        List<FrontPoint> points = new ArrayList<>(POINTS);
        points.add(measured("quick", 60, 650, true));

        Drawing drawing = draw(points, false);

        assertThat(drawing.ofClass("member")).hasSize(4);
        assertThat(drawing.ofClass("front").get(0).getAttribute("d").split("L")).hasSize(5);
    }

    @Test
    void membersAreNamedWhenAskedFor() {
        assertThat(draw(POINTS, true).ofClass("label")).hasSize(3);
        assertThat(draw(POINTS, true).texts())
                .contains("cheap", "middle", "dear")
                .doesNotContain("behind");
        assertThat(draw(POINTS, false).ofClass("label")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aCrowdedFrontNamesOnlyThoseThatHaveRoom(Direction direction) {
        FitnessMeasure fitness = new FitnessMeasure("val_score", direction, 0, 100);
        List<FrontPoint> points = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            points.add(measured("network " + i, direction == Direction.MAXIMIZE ? 60 + i : 99 - i, 100 + 7 * i, true));
        }

        Drawing drawing = Drawing.of(new ParetoFrontChart(fitness, MFLOPS, points, true).svg(560, 420, Theme.LIGHT));

        assertThat(drawing.ofClass("label")).hasSizeBetween(5, 39);
        drawing.assertThatTextsStandApartOn(new Box(0, 0, 560, 420));
    }

    @Test
    void pointsWithoutANumberAreLeftOut() {
        Drawing drawing = draw(
                List.of(
                        measured("nan", Double.NaN, 100, true),
                        measured("infinite", 90, Double.POSITIVE_INFINITY, true),
                        measured("good", 90, 100, true)),
                true);

        assertThat(drawing.ofClass("member")).hasSize(1);
        assertThat(drawing.texts()).contains("measured (1)", "good");
    }

    @Test
    void aPointFarFromAllOthersIsCountedInsteadOfPressingThemTogether() {
        List<FrontPoint> points = new ArrayList<>(POINTS);
        points.add(measured("monster", 85, 1e9, false));

        Drawing drawing = draw(points, false);

        assertThat(drawing.texts()).contains("1 beyond the axes", "200", "600");
        assertThat(drawing.ofClass("network")).hasSize(2);
    }

    @Test
    void aMemberOfTheFrontIsAlwaysInside() {
        List<FrontPoint> points = new ArrayList<>(POINTS);
        points.add(measured("monster", 99, 1e6, true));

        assertThat(draw(points, true).ofClass("member")).hasSize(4);
    }

    @Test
    void withoutNetworksItSaysSo() {
        assertThat(draw(List.of(), true).texts()).contains("no data", "Compute (MFLOPs)");
    }

    @Test
    void onePointAloneIsAChart() {
        Drawing drawing = draw(List.of(measured("only", 100, 0, true)), true);

        assertThat(drawing.ofClass("member")).hasSize(1);
        assertThat(drawing.texts()).contains("only");
    }

    private static Drawing draw(List<FrontPoint> points, boolean labelled) {
        return Drawing.of(new ParetoFrontChart(ACCURACY, MFLOPS, points, labelled).svg(560, 420, Theme.LIGHT));
    }

    private static double[] coordinates(List<Element> signs, String attribute) {
        return signs.stream()
                .mapToDouble(e -> Double.parseDouble(e.getAttribute(attribute)))
                .toArray();
    }

    private static String at(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }
}
