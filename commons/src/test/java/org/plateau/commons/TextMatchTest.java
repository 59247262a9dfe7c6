package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.trail.Annotation.Kind;

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class TextMatchTest {
    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    @TempDir
    Path folder;

    private CommonsStore commons;

    @BeforeEach
    void fill() {
        commons = database.commons(folder).open();
        commons.record(SampleTrails.completed("aa11", "s1", 1));
        commons.record(SampleTrails.stopped("bb22", 5));
        commons.record(SampleTrails.completed("cc33", "s2", 3));
        commons.annotate(List.of(
                SampleAnnotations.of(
                        1, "aa11", Kind.NOTE, "Naïve baseline; it's the \"best\" (by far) – 97.5 % größer 東京"),
                SampleAnnotations.of(2, "cc33", Kind.TAG, "paper-2026"),
                SampleAnnotations.of(3, "cc33", Kind.NAME, "Champion of O'Hara")));
    }

    @AfterEach
    void close() {
        if (commons != null) {
            commons.close();
        }
    }

    @Test
    void networksAreFoundByNotesTagsAndNames() {
        assertThat(find("baseline")).containsExactly("aa11");
        assertThat(find("paper-2026")).containsExactly("cc33");
        assertThat(find("champion")).containsExactly("cc33");
    }

    @Test
    void networksAreFoundByTheirSearchTheirDatasetAndWhyTheyWereStopped() {
        assertThat(find("s2")).containsExactly("cc33");
        assertThat(find("digits")).containsExactly("cc33", "bb22", "aa11");
        assertThat(find("converged epoch")).containsExactly("bb22");
    }

    @Test
    void everyWordMustBeThereAndABeginningIsEnough() {
        assertThat(find("base far")).containsExactly("aa11");
        assertThat(find("base champion")).isEmpty();
        assertThat(find("champ digits")).containsExactly("cc33");
    }

    @Test
    void caseAndAccentsDoNotCount() {
        assertThat(find("NAIVE")).containsExactly("aa11");
        assertThat(find("Größer")).containsExactly("aa11");
        assertThat(find("GROSSER")).isEmpty();
        assertThat(find("東")).containsExactly("aa11");
    }

    @Test
    void whateverTheTextHoldsItIsOnlyWords() {
        assertThat(find("\"best\" (by far)")).containsExactly("aa11");
        assertThat(find("o'hara")).containsExactly("cc33");
        assertThat(find("best OR champion")).isEmpty();
        assertThat(find("NOT champion")).isEmpty();
        for (String hostile : List.of(
                "best*",
                "words:best",
                "^best",
                "best + by",
                "{words}: best",
                "-best",
                "best\0",
                "'best':*",
                "best & far",
                "best | ",
                "!best",
                "<-> best",
                "best'); DROP TABLE networks; --")) {
            assertThat(commons.textMatch(hostile, 5)).as(hostile).isSubsetOf("aa11");
        }
        assertThat(find("best & far")).containsExactly("aa11");
        assertThat(find("NEAR(best far)")).isEmpty();
    }

    @Test
    void noWordFindsNothing() {
        assertThat(find("")).isEmpty();
        assertThat(find(" \"'*()!? ")).isEmpty();
    }

    @Test
    void noMoreThanTheLimitAreFoundTheNewestFirst() {
        assertThat(commons.textMatch("digits", 2)).containsExactly("cc33", "bb22");
    }

    @Test
    void aNoteMayBeAsLongAsItLikes() {
        commons.annotate(
                List.of(SampleAnnotations.of(9, "bb22", Kind.NOTE, "x".repeat(5000) + " " + "word ".repeat(10_000))));
        assertThat(find("x".repeat(5000))).containsExactly("bb22");
        assertThat(find("word")).containsExactly("bb22");
    }

    private List<String> find(String text) {
        return commons.textMatch(text, 100);
    }
}
