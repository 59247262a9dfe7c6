package org.plateau.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plateau.charts.Examples.ACCURACY;
import static org.plateau.charts.Examples.completed;
import static org.plateau.charts.Examples.curve;
import static org.plateau.charts.Examples.stopped;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Ending;
import org.w3c.dom.Element;

class LearningCurvesChartTest {
    private static final double NAN = Double.NaN;

    @Test
    void everyNetworkHasItsLineItsEndAndItsPrediction() {
        Drawing drawing = draw(
                completed("a", 60, 70, 80, 85),
                completed("b", 50, 55, 60, 66),
                stopped("c", 75, 65, 70),
                new CurveLine("d", curve(50, 40), Ending.DIVERGED, OptionalDouble.of(77)));

        assertThat(drawing.ofClass("curve completed")).hasSize(2);
        assertThat(drawing.ofClass("curve stopped")).hasSize(1);
        assertThat(drawing.ofClass("curve diverged")).hasSize(1);
        assertThat(drawing.ofClass("end")).hasSize(4);
        assertThat(drawing.ofClass("forecast")).hasSize(1);
        assertThat(drawing.ofClass("predicted")).hasSize(1);
        assertThat(drawing.texts())
                .contains("trained to the horizon (2)", "stopped early (1)", "predicted", "diverged (1)")
                .contains("Epoch", "Validation accuracy (%)");
    }

    @Test
    void aStoppedLineEndsWhereItWasStoppedAndItsPredictionLiesAtTheHorizon() {
        Drawing drawing = draw(completed("full", 50, 60, 70, 80), stopped("early", 70, 50, 60));
        List<double[]> full = points(drawing.ofClass("curve completed").get(0));
        List<double[]> early = points(drawing.ofClass("curve stopped").get(0));
        Element ring = drawing.ofClass("predicted").get(0);

        assertThat(full).hasSize(4);
        assertThat(early).hasSize(2);
        assertThat(early.get(1)[0]).isEqualTo(full.get(1)[0]);
        assertThat(Double.parseDouble(ring.getAttribute("cx"))).isEqualTo(full.get(3)[0]);
        assertThat(Double.parseDouble(ring.getAttribute("cy"))).isEqualTo(full.get(2)[1]);
        assertThat(full.get(3)[1]).as("more is higher").isLessThan(full.get(0)[1]);
    }

    @Test
    void aValueThatIsNoNumberLeavesAGap() {
        Drawing drawing = draw(completed("gap", 50, 60, NAN, Double.POSITIVE_INFINITY, 70, 75));

        String path = drawing.ofClass("curve").get(0).getAttribute("d");
        assertThat(path).matches("M[^ML]*L[^ML]*M[^ML]*L[^ML]*");
        assertThat(points(drawing.ofClass("curve").get(0))).hasSize(4);
    }

    @Test
    void aNetworkWithoutOneNumberIsLeftOut() {
        Drawing drawing = draw(completed("nothing", NAN, NAN), completed("empty"), completed("one", 50));

        assertThat(drawing.ofClass("curve")).hasSize(1);
        assertThat(drawing.ofClass("end")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, 1e40, 1e300})
    void aSenselessPredictionIsNotDrawnAndDoesNotMoveTheAxis(double prediction) {
        CurveLine other = completed("other", 60, 70);

        Drawing drawing = draw(stopped("s", prediction, 50, 60), other);

        assertThat(drawing.ofClass("forecast")).isEmpty();
        assertThat(drawing.ofClass("predicted")).isEmpty();
        assertThat(drawing.texts()).contains("50", "70").doesNotContain("predicted");
    }

    @Test
    void withoutNetworksItSaysSo() {
        assertThat(draw().texts()).contains("no data", "Epoch", "Validation accuracy (%)");
        assertThat(draw(completed("nothing", NAN)).texts()).contains("no data");
    }

    @Test
    void aLossThatRanAwayLeavesTheOthersReadable() {
        FitnessMeasure loss = FitnessMeasure.named("val_loss");
        LearningCurvesChart chart = new LearningCurvesChart(
                loss,
                4,
                List.of(
                        completed("a", 2.3, 1.5, 1.0, 0.8),
                        completed("b", 2.2, 1.6, 1.1, 0.7),
                        completed("runaway", 2.2, 1.7, 1e9, 1e30)));

        Drawing drawing = Drawing.of(chart.svg(560, 420, Theme.DARK));

        assertThat(drawing.texts()).contains("1.0", "1.5", "2.0", "Validation loss");
        Element clip = (Element) drawing.ofClass("curve").get(0).getParentNode().getParentNode();
        assertThat(clip.getAttribute("overflow")).isEqualTo("hidden");
        assertThat(drawing.ofClass("end"))
                .as("an end beyond the axis has no mark")
                .hasSize(2);
    }

    @Test
    void aCurveThatGoesOnAfterTheHorizonWidensTheAxis() {
        LearningCurve longer = LearningCurve.of(new double[] {0, 2.5, 10}, new double[] {50, 60, 70});
        CurveLine line = new CurveLine("long", longer, Ending.COMPLETED, OptionalDouble.empty());

        assertThat(draw(line).texts()).contains("0", "10");
    }

    @Test
    void theHorizonMustBeAPositiveNumber() {
        assertThatThrownBy(() -> new LearningCurvesChart(ACCURACY, NAN, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    private static Drawing draw(CurveLine... lines) {
        return Drawing.of(new LearningCurvesChart(ACCURACY, 4, List.of(lines)).svg(560, 420, Theme.LIGHT));
    }

    private static List<double[]> points(Element path) {
        return List.of(path.getAttribute("d").substring(1).split("[ML]")).stream()
                .map(p -> p.split(" "))
                .map(p -> new double[] {Double.parseDouble(p[0]), Double.parseDouble(p[1])})
                .toList();
    }
}
