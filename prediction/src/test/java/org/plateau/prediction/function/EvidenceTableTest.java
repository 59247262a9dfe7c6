package org.plateau.prediction.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.prediction.shape.CurveShape;

class EvidenceTableTest {
    private static final EvidenceTable TABLE = new EvidenceTable(List.of(
            new Evidence("hill", CurveShape.LEARNING, 20, 3, 1.25),
            new Evidence("constant", CurveShape.NEVER_LEARNS, 9, 8, 0.01),
            new Evidence("hill", CurveShape.DELAYED, 7, 0, 12)));

    private static EvidenceTable read(String text) {
        return EvidenceTable.read(new StringReader(text), "evidence.csv");
    }

    @Test
    void aTableThatIsWrittenIsReadAgain() {
        assertThat(TABLE.csv()).startsWith("function,shape,curves,wins,median_error\nhill,learning,20,3,1.25\n");
        assertThat(read(TABLE.csv())).isEqualTo(TABLE);
    }

    @Test
    void aFunctionHasItsOwnRows() {
        assertThat(TABLE.of(FunctionIndex.standard().named("hill")))
                .extracting(Evidence::shape)
                .containsExactly(CurveShape.LEARNING, CurveShape.DELAYED);
        assertThat(TABLE.of(FunctionIndex.standard().named("weibull"))).isEmpty();
    }

    @Test
    void whatPlateauKnowsIsAboutFunctionsOfItsIndex() {
        assertThat(EvidenceTable.standard().rows()).allSatisfy(row -> assertThat(
                        FunctionIndex.standard().named(row.function()).name())
                .isEqualTo(row.function()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hill,learning,3,1          | found "hill,learning,3,1", expected five cells
            hill,lerning,3,1,2         | did you mean "learning"?
            hill,learning,three,1,2    | three
            hill,learning,3,4,2        | 0 <= wins <= curves
            hill,learning,3,1,NaN      | an error >= 0
            """)
    void aRowThatIsNoneIsToldWithItsLine(String row, String reason) {
        assertThatThrownBy(() -> read("function,shape,curves,wins,median_error\n" + row + "\n"))
                .isInstanceOf(EvidenceFormatException.class)
                .hasMessageStartingWith("evidence.csv, line 2: found \"")
                .hasMessageContaining(reason);
    }

    @Test
    void aTableWithoutItsHeadingIsNone() {
        assertThatThrownBy(() -> read("a,b\n")).hasMessageStartingWith("evidence.csv, line 1: found \"a,b\", expected");
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("evidence.csv, line 1: found \"\", expected");
    }
}
