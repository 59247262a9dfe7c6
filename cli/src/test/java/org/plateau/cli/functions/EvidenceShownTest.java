package org.plateau.cli.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plateau.prediction.function.Evidence;
import org.plateau.prediction.function.EvidenceTable;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.shape.CurveShape;

/** Where evidence was measured, it is shown everywhere. */
class EvidenceShownTest {
    private static final ParametricFunction HILL = FunctionIndex.standard().named("hill");

    private static final EvidenceTable EVIDENCE = new EvidenceTable(List.of(
            new Evidence("hill", CurveShape.LEARNING, 200, 30, 1.25),
            new Evidence("hill", CurveShape.DELAYED, 10, 5, 2.5),
            new Evidence("hill", CurveShape.NOISY, 10, 0, 7.5)));

    private static final Portrait PORTRAIT = Portrait.of(HILL, 25);

    @Test
    void inTheListWithTheBestFirst() {
        assertThat(new FunctionText(EVIDENCE).list(List.of(HILL)).replaceAll("\\s+", " "))
                .contains("won 5 of 10 delayed, won 30 of 200 learning")
                .doesNotContain("noisy");
    }

    @Test
    void inTheExplanationThePageAndJson() {
        assertThat(new FunctionText(EVIDENCE).explain(HILL, PORTRAIT))
                .containsPattern("kind of curve +curves +wins +median error")
                .containsPattern("learning +200 +30 +1.25");
        assertThat(new FunctionPage(EVIDENCE).text(List.of(HILL))).contains("| delayed | 10 | 5 | 2.5 |");
        assertThat(new FunctionJson(EVIDENCE).explain(HILL, PORTRAIT)).contains("\"median_error\" : 2.5");
    }

    @Test
    void whereThereIsNoneNothingIsShown() {
        EvidenceTable none = new EvidenceTable(List.of());
        assertThat(new FunctionText(none).explain(HILL, PORTRAIT)).doesNotContain("wins");
        assertThat(new FunctionText(none).list(List.of(HILL))).doesNotContain("won");
        assertThat(new FunctionPage(none).text(List.of(HILL))).doesNotContain("wins");
    }
}
