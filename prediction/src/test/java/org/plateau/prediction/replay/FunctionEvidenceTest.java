package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.prediction.function.Evidence;
import org.plateau.prediction.function.EvidenceTable;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.shape.CurveShape;

class FunctionEvidenceTest {
    private static final FunctionIndex INDEX = FunctionIndex.standard();

    private static double[] drawn(String name, double... parameters) {
        return IntStream.rangeClosed(1, 40)
                .mapToDouble(x -> INDEX.named(name).value(parameters, x))
                .toArray();
    }

    private static EvidenceTable evidence(List<String> functions, double[]... curves) {
        List<ParametricFunction> compared = functions.stream().map(INDEX::named).toList();
        return new FunctionEvidence(compared, done -> {}).of(List.of(Recorded.group(curves)));
    }

    @Test
    void theFunctionThatDrewACurveWinsOnItsKind() {
        EvidenceTable table = evidence(
                List.of("constant", "logistic", "exponential-offset"),
                drawn("exponential-offset", -70, -0.2, 90),
                drawn("exponential-offset", -60, -0.15, 80),
                drawn("logistic", 10, 0.6, 90, 9),
                drawn("constant", 10));

        assertThat(table.rows())
                .extracting(Evidence::function, Evidence::shape, Evidence::curves, Evidence::wins)
                .contains(
                        tuple("exponential-offset", CurveShape.LEARNING, 2, 2),
                        tuple("constant", CurveShape.LEARNING, 2, 0),
                        tuple("logistic", CurveShape.DELAYED, 1, 1),
                        tuple("constant", CurveShape.NEVER_LEARNS, 1, 1));
        assertThat(table.rows())
                .filteredOn(row -> row.function().equals("exponential-offset") && row.shape() == CurveShape.LEARNING)
                .singleElement()
                .satisfies(row -> assertThat(row.medianError()).isLessThan(0.01));
    }

    @Test
    void ofEquallyGoodFunctionsTheSimplestWinsSoThatEveryCurveHasOneWinner() {
        EvidenceTable table =
                evidence(List.of("power-offset", "linear", "constant"), drawn("constant", 10), drawn("constant", 12));

        assertThat(table.rows()).extracting(Evidence::wins).containsExactly(0, 0, 2);
    }

    @Test
    void aCurveThatIsNoNumberAtHalfOfItsEpochsDoesNotCount() {
        double[] early = drawn("constant", 10);
        double[] late = drawn("exponential-offset", -70, -0.2, 90);
        for (int i = 0; i < 40; i++) {
            early[i] = i > 10 ? Double.NaN : early[i];
            late[i] = i > 30 ? Double.NaN : late[i];
        }

        EvidenceTable table = evidence(List.of("linear", "constant"), early, late);

        assertThat(table.rows()).extracting(Evidence::shape).containsOnly(CurveShape.DIVERGED);
        assertThat(table.rows()).extracting(Evidence::curves).containsOnly(1);
    }

    @Test
    void aTestSeriesDoesNotCountWhereTheSameWasValidated() {
        List<ReplayGroup> groups = new ArrayList<>();
        for (String metric : List.of("val_loss", "test_loss", "test_accuracy")) {
            groups.add(new ReplayGroup("source", "data", FitnessMeasure.named(metric), 10, List.of(), 0));
        }

        assertThat(FunctionEvidence.once(groups))
                .extracting(ReplayGroup::metric)
                .containsExactly("val_loss", "test_accuracy");
    }
}
