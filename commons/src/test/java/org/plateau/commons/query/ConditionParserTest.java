package org.plateau.commons.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.commons.query.Condition.All;
import org.plateau.commons.query.Condition.Any;
import org.plateau.commons.query.Condition.Comparison;

class ConditionParserTest {
    @Test
    void aConditionBecomesATreeOfCheckedParts() {
        assertThat(ConditionParser.parse("fitness > 97 AND (mflops < 600.5 OR val_accuracy@5 >= 1e1)"))
                .isEqualTo(new All(List.of(
                        comparison("fitness", Comparator.GREATER, whole(97)),
                        new Any(List.of(
                                comparison("mflops", Comparator.LESS, new Operand.Real(600.5)),
                                new Comparison(
                                        new Operand.AtEpoch("val_accuracy", 5),
                                        Comparator.AT_LEAST,
                                        new Operand.Real(10)))))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NOT fitness > 97                          | fitness <= 97
                    NOT NOT fitness = 97                      | fitness = 97
                    NOT (ask = 1 AND fitness < 2)             | ask <> 1 OR fitness >= 2
                    NOT (ask = 1 OR NOT fitness < 2)          | ask != 1 AND fitness < 2
                    NOT ask BETWEEN 1 AND 2                   | ask NOT BETWEEN 1 AND 2
                    NOT ask NOT IN (1, 2)                     | ask IN (1, 2)
                    NOT id LIKE 'a%'                          | id NOT LIKE 'a%'
                    NOT fitness IS NULL                       | fitness IS NOT NULL
                    NOT has(skip)                             | count(skip) < 1
                    has(skip)                                 | count(skip) >= 1
                    5 < ask                                   | ask > 5
                    ask = 1 OR ask = 2 AND ask = 3            | ask = 1 OR (ask = 2 AND ask = 3)
                    ask IN (1, 2) AND ask = 3 OR ask = 4      | ((ask IN (1, 2)) AND ask = 3) OR ask = 4
                    ASK = 1 and Status = 'failed'             | ask = 1 AND status = 'failed'
                    flops < 600                               | flops<600
                    created > '2026-11-24'                    | created > '2026-11-24T00:00:00'
                    created > '2026-11-24T02:00:00+02:00'     | created > '2026-11-24T00:00:00Z'
                    """)
    void theseSayTheSame(String one, String other) {
        assertThat(ConditionParser.parse(one)).isEqualTo(ConditionParser.parse(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fitnes > 97                    | 1  | There is no field "fitnes"; did you mean fitness?
                    ask = 1 OR dataset.clases = 2  | 12 | There is no field "dataset.clases"; did you mean dataset.classes?
                    bets(val_accuracy) > 1         | 1  | There is no function "bets"; did you mean best?
                    has(conv9)                     | 5  | There is no layer or connection "conv9"; did you mean conv?
                    status = 'finished'            | 10 | There is no status "finished"; did you mean failed?
                    fitness > 'high'               | 11 | a number was expected to compare with, but this is a text
                    id = 5                         | 6  | a text was expected to compare with, but this is a number
                    fitness > 97 AND               | 17 | The condition ends too early
                    fitness > > 97                 | 9  | ">" is not expected here
                    (fitness > 97                  | 14 | The condition ends too early
                    fitness > 97)                  | 13 | ")" is not expected here
                    fitness                        | 1  | A comparison was expected
                    1 = 1                          | 5  | One side of a comparison must be a field or a function
                    fitness = NULL                 | 11 | Nothing compares with NULL
                    fitness IN (SELECT)            | 1  | IN needs a list of numbers or texts in parentheses
                    ask + 1 > 2                    | 5  | A condition has no "+"
                    id = "x"                       | 6  | Texts stand in single quotes
                    id = 'x                        | 6  | The text that begins here has no end
                    id = 'a'; DROP TABLE networks  | 9  | A condition has no ";"
                    id = 'a' -- more               | 10 | A condition has no "-"
                    id = 'a' /* more */            | 10 | A condition has no "/"
                    best > 1 AND best() > 1        | 14 | best takes 1 argument, but was given 0
                    last > last                    |    |
                    epochs_to(val_accuracy) < 3    | 1  | epochs_to takes 2 arguments, but was given 1
                    best('x') > 1                  | 6  | A measure such as val_accuracy was expected
                    similar(abc) > 0.5             | 9  | similar needs a network's id in quotes
                    similar('a') > fitness         | 16 | similar(…) is compared with a number
                    has(skip) = 1                  | 1  | has(…) stands alone
                    count(skip)                    | 1  | count(…) must be compared with something
                    created > 'yesterday'          | 11 | A time such as '2026-11-24'
                    fitness LIKE '9%'              | 1  | LIKE needs a field with a text on its left
                    id LIKE 'a\\'                  | 9  | A pattern cannot end with one backslash
                    tag = note                     | 7  | Of what a network can have several of
                    best = 1e999                   | 8  | This number is too large
                    epochs_to > 3                  | 1  | epochs_to is a function, and needs parentheses
                    """)
    void aMistakeIsShownWithItsPlace(String text, Integer character, String sentence) {
        if (sentence == null) {
            assertThat(ConditionParser.parse(text)).isInstanceOf(Comparison.class);
            return;
        }
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> ConditionParser.parse(text))
                .satisfies(wrong -> {
                    List<String> lines =
                            String.valueOf(wrong.getMessage()).lines().toList();
                    assertThat(lines.get(0)).contains(sentence).endsWith("at character " + character + ":");
                    assertThat(lines.get(1)).isEqualTo("  " + text);
                    assertThat(lines.get(2)).isEqualTo(" ".repeat(character + 1) + "^");
                });
    }

    @Test
    void theCaretStaysInSightInALongText() {
        String text = "ask = 1 OR ".repeat(50) + "aks = 2 OR " + "ask = 1 OR ".repeat(50) + "ask = 1";
        assertThatThrownBy(() -> ConditionParser.parse(text)).satisfies(wrong -> {
            List<String> lines = String.valueOf(wrong.getMessage()).lines().toList();
            assertThat(lines.get(1).length()).isLessThan(80);
            assertThat(lines.get(1).substring(lines.get(2).indexOf('^'))).startsWith("aks = 2");
        });
    }

    @Test
    void hostileTextsAreRefusedAtOnce() {
        List<String> hostile = List.of(
                "(".repeat(10_000) + "ask = 1" + ")".repeat(10_000),
                "((".repeat(16) + "((ask = 1",
                "NOT ".repeat(10_000) + "ask = 1",
                "ask = 1 OR ".repeat(10_000) + "ask = 1",
                "x".repeat(1_000_000),
                "'" + "x".repeat(1_000_000),
                "ask = " + "9".repeat(100_000),
                "best(".repeat(5_000),
                "\u0000\u001b[2J",
                "",
                "   ");
        for (String text : hostile) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(
                            () -> ConditionParser.parse(text))
                    .isInstanceOf(QueryException.class)
                    .satisfies(wrong ->
                            assertThat(wrong.getMessage()).hasSizeLessThan(500).doesNotContain("\u001b")));
        }
    }

    @Test
    void theLargestConditionsAreRead() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(ConditionParser.parse("(".repeat(32) + "ask = 1" + ")".repeat(32)))
                    .isEqualTo(ConditionParser.parse("ask = 1"));
            assertThat(ConditionParser.parse("ask = 1 OR ".repeat(400) + "ask = 1"))
                    .isInstanceOf(Any.class);
            assertThat(ConditionParser.parse("NOT ".repeat(400) + "ask = 1"))
                    .isEqualTo(ConditionParser.parse("ask = 1"));
        });
    }

    @Test
    void randomTextsAreReadOrRefusedAndNothingElse() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "ask",
                "fitness",
                "'x'",
                "5",
                "(",
                ")",
                ",",
                "=",
                "<",
                "AND",
                "OR",
                "NOT",
                "IN",
                "BETWEEN",
                "LIKE",
                "IS",
                "NULL",
                "best(val_accuracy)",
                "val_loss@3",
                "select",
                "case",
                "has(skip)",
                "-",
                "''",
                "@",
                ".",
                "w1",
                "\"");
        int read = 0;
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i <= random.nextInt(9); i++) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            try {
                ConditionParser.parse(text.toString());
                read++;
            } catch (QueryException e) {
                assertThat(e.getMessage()).as("seed %d: %s", seed, text).isNotEmpty();
            }
        }
        assertThat(read).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fitness desc", "FITNESS DESC", " fitness  desc "})
    void anOrderMayHaveADirection(String text) {
        assertThat(Order.parse(text)).isEqualTo(new Order(ConditionParser.operand("fitness"), true));
        assertThat(Order.parse("epochs_to(val_loss, 0.1)").descending()).isFalse();
    }

    @Test
    void whatIsNoOrderOrColumnIsRefused() {
        assertThatThrownBy(() -> Order.parse("")).hasMessageContaining("The order is empty");
        assertThatThrownBy(() -> Order.parse("tag")).hasMessageContaining("can have several of tag");
        assertThatThrownBy(() -> Order.parse("97 desc")).hasMessageContaining("A field or function was expected");
        assertThatThrownBy(() -> Column.parse("id,,ask")).hasMessageContaining("The condition is empty");
        assertThat(Column.parse("id, epochs_to(val_accuracy, 90)"))
                .extracting(Column::name)
                .containsExactly("id", "epochs_to(val_accuracy, 90)");
    }

    private static Comparison comparison(String field, Comparator comparator, Operand other) {
        return new Comparison(new Operand.Recorded(Fields.named(field).orElseThrow()), comparator, other);
    }

    private static Operand whole(long value) {
        return new Operand.Whole(value, Type.NUMBER);
    }
}
