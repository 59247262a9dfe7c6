package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.trail.Annotation;
import org.plateau.core.trail.Annotation.Kind;
import org.plateau.core.trail.TrailConflictException;
import org.plateau.formats.trail.AnnotationLine;

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class AnnotationTest {
    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    @TempDir
    Path folder;

    private TestCommons place;
    private CommonsStore commons;

    @BeforeEach
    void open() {
        place = database.commons(folder);
        commons = place.open();
        commons.record(SampleTrails.completed("aa11"));
        commons.record(SampleTrails.stopped("bb22", 5));
    }

    @AfterEach
    void close() {
        if (commons != null) {
            commons.close();
        }
    }

    @Test
    void whatWasSaidIsReadBackInTheOrderOfTime() {
        Annotation later = SampleAnnotations.of(2, "aa11", Kind.NOTE, "Überraschend gut 🙂\nzweite Zeile");
        Annotation earlier = SampleAnnotations.of(1, "aa11", Kind.TAG, "paper");
        assertThat(commons.annotate(List.of(later, earlier))).isEqualTo(2);
        assertThat(commons.annotations("aa")).containsExactly(earlier, later);
        assertThat(commons.annotations("bb22")).isEmpty();
    }

    @Test
    void theSameAnnotationTwiceIsOne() throws Exception {
        Annotation note = SampleAnnotations.of(1, "aa11", Kind.NOTE, "Once");
        assertThat(commons.annotate(List.of(note, note))).isEqualTo(1);
        assertThat(commons.annotate(List.of(note))).isZero();
        assertThat(commons.annotate(List.of())).isZero();
        assertThat(Files.readAllLines(annotations())).containsExactly(AnnotationLine.write(note));
    }

    @Test
    void aKnownKeyWithOtherContentIsRefusedAndNothingIsTaken() {
        Annotation note = SampleAnnotations.of(1, "aa11", Kind.NOTE, "First");
        commons.annotate(List.of(note));
        Annotation other = SampleAnnotations.of(1, "aa11", Kind.NOTE, "Second");
        Annotation fresh = SampleAnnotations.of(2, "aa11", Kind.NOTE, "Third");
        assertThatThrownBy(() -> commons.annotate(List.of(fresh, other)))
                .isInstanceOf(TrailConflictException.class)
                .hasMessageContaining("First")
                .hasMessageContaining("Second");
        assertThat(commons.annotations("aa11")).containsExactly(note);
    }

    @Test
    void tagsComeAndGoAndTheLastNameCounts() {
        commons.annotate(List.of(
                SampleAnnotations.of(1, "aa11", Kind.TAG, "good"),
                SampleAnnotations.of(2, "aa11", Kind.TAG, "small"),
                SampleAnnotations.of(3, "aa11", Kind.UNTAG, "good"),
                SampleAnnotations.of(4, "aa11", Kind.NAME, "first"),
                SampleAnnotations.of(5, "aa11", Kind.NAME, "champion")));
        assertThat(commons.kinship("aa11").tags()).containsExactly("small");
        assertThat(commons.find("aa11").name()).contains("champion");
        assertThat(place.dump().get("tags")).singleElement().asString().contains("tag=small");
        commons.annotate(List.of(SampleAnnotations.of(6, "aa11", Kind.NAME, "")));
        assertThat(commons.find("aa11").name()).isEmpty();
    }

    @Test
    void kinshipTellsWhatBecameOfANetwork() {
        Annotation reproduced = SampleAnnotations.of(1, "aa11", Kind.REPRODUCED, "identical", Optional.of("bb22"));
        commons.annotate(List.of(reproduced));
        assertThat(commons.kinship("aa11").said()).containsExactly(reproduced);
        assertThat(commons.kinship("bb22").mentions()).containsExactly(reproduced);
        assertThat(commons.kinship("bb22").said()).isEmpty();
    }

    @Test
    void parentsKnowTheirChildren() {
        commons.record(SampleTrails.child("cc33", List.of("aa11", "bb22", "aa11")));
        commons.record(SampleTrails.child("dd44", List.of("cc33", "elsewhere")));
        assertThat(commons.kinship("cc33").parents()).containsExactly("aa11", "bb22", "aa11");
        assertThat(commons.kinship("aa11").children()).containsExactly("cc33");
        assertThat(commons.kinship("cc33").children()).containsExactly("dd44");
        assertThat(commons.kinship("dd44").children()).isEmpty();
    }

    @Test
    void anAnnotationMayComeBeforeItsNetwork() {
        commons.annotate(List.of(
                SampleAnnotations.of(1, "cc33", Kind.TAG, "early"),
                SampleAnnotations.of(2, "cc33", Kind.NAME, "later")));
        commons.record(SampleTrails.completed("cc33", "s2", 1));
        assertThat(commons.find("cc33").name()).contains("later");
        assertThat(commons.textMatch("early", 5)).containsExactly("cc33");
    }

    @Test
    void aRebuiltCommonsKnowsThemAgain() {
        commons.annotate(List.of(
                SampleAnnotations.of(1, "aa11", Kind.TAG, "good"),
                SampleAnnotations.of(2, "aa11", Kind.NAME, "champion"),
                SampleAnnotations.of(3, "zz99", Kind.NOTE, "A network that is not here")));
        Map<String, List<String>> before = place.dump();
        assertThat(commons.rebuild(List.of()).refused()).isEmpty();
        assertThat(place.dump()).isEqualTo(before);
        assertThat(commons.textMatch("champ", 5)).containsExactly("aa11");
    }

    @Test
    void aLostDatabaseKnowsThemAgain() {
        commons.annotate(List.of(SampleAnnotations.of(1, "aa11", Kind.TAG, "good")));
        Map<String, List<String>> before = place.dump();
        commons.close();
        place.lose();
        commons = place.open();
        assertThat(place.dump()).isEqualTo(before);
    }

    @Test
    void aTornLastLineIsTakenOffAndOneWithoutItsEndIsCompleted() throws Exception {
        Annotation one = SampleAnnotations.of(1, "aa11", Kind.NOTE, "One");
        Annotation two = SampleAnnotations.of(2, "aa11", Kind.NOTE, "Two");
        Annotation three = SampleAnnotations.of(3, "aa11", Kind.NOTE, "Three");
        commons.annotate(List.of(one));
        Files.writeString(annotations(), AnnotationLine.write(two), StandardOpenOption.APPEND);
        commons.annotate(List.of(three));
        assertThat(commons.annotations("aa11")).containsExactly(one, two, three);
        Files.writeString(annotations(), "{\"version\":1,\"key", StandardOpenOption.APPEND);
        Annotation four = SampleAnnotations.of(4, "aa11", Kind.NOTE, "Four");
        commons.annotate(List.of(four));
        assertThat(Files.readAllLines(annotations()))
                .containsExactly(
                        AnnotationLine.write(one),
                        AnnotationLine.write(two),
                        AnnotationLine.write(three),
                        AnnotationLine.write(four));
    }

    @Test
    void aFileThatIsShorterThanItsIndexIsWhatCounts() throws Exception {
        Annotation one = SampleAnnotations.of(1, "aa11", Kind.TAG, "one");
        commons.annotate(List.of(one));
        commons.annotate(List.of(SampleAnnotations.of(2, "aa11", Kind.TAG, "two")));
        Files.writeString(annotations(), AnnotationLine.write(one) + "\n");
        commons.close();
        commons = place.open();
        assertThat(commons.annotations("aa11")).containsExactly(one);
        assertThat(commons.textMatch("two", 5)).isEmpty();
    }

    @Test
    void aBrokenLineIsNamedAndTheOthersAreKept() throws Exception {
        commons.annotate(List.of(SampleAnnotations.of(1, "aa11", Kind.TAG, "one")));
        Files.writeString(annotations(), "# nonsense\n", StandardOpenOption.APPEND);
        Annotation two = SampleAnnotations.of(2, "aa11", Kind.TAG, "two");
        commons.annotate(List.of(two));
        Intake intake = commons.rebuild(List.of());
        assertThat(intake.refused()).singleElement().satisfies(refusal -> assertThat(refusal.reason())
                .startsWith(annotations() + ", line 2: "));
        assertThat(commons.kinship("aa11").tags()).containsExactly("one", "two");
    }

    private Path annotations() {
        return place.store().resolve("annotations.jsonl");
    }
}
