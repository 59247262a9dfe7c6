package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.commons.NetworkQuery.Sort;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class ListingTest {
    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    @TempDir
    Path folder;

    private CommonsStore commons;

    @BeforeEach
    void fill() {
        commons = database.commons(folder).open();
        commons.record(SampleTrails.stopped("aa01", 3));
        commons.record(SampleTrails.completed("aa02", "s1", 3));
        List<TrailEvent> begun = SampleTrails.completed("bb01", "s2", 1).stream()
                .limit(20)
                .map(TrailEntry::event)
                .toList();
        commons.record(SampleTrails.entries("bb01", 2, begun));
        commons.record(SampleTrails.completed("bb02", "s2", 7).subList(0, 2));
    }

    @AfterEach
    void close() {
        if (commons != null) {
            commons.close();
        }
    }

    @Test
    void networksAreSorted() {
        assertThat(ids(Optional.empty(), Sort.NEWEST)).containsExactly("bb01", "aa02", "aa01", "bb02");
        assertThat(ids(Optional.empty(), Sort.ASKED)).containsExactly("aa01", "aa02", "bb01", "bb02");
        assertThat(ids(Optional.empty(), Sort.FITNESS)).containsExactly("aa02", "aa01", "bb01", "bb02");
        assertThat(ids(Optional.empty(), Sort.FLOPS)).containsExactly("bb02", "bb01", "aa01", "aa02");
        assertThat(ids(Optional.empty(), Sort.EPOCHS)).containsExactly("aa02", "bb01", "aa01", "bb02");
    }

    @Test
    void networksAreFoundByTheBeginningOfTheirSearchsIdOrName() {
        assertThat(ids(Optional.of("s2"), Sort.ASKED)).containsExactly("bb01", "bb02");
        assertThat(ids(Optional.of("s"), Sort.ASKED)).hasSize(4);
        assertThat(ids(Optional.of("digits of s1"), Sort.ASKED)).containsExactly("aa01", "aa02");
        assertThat(ids(Optional.of("%"), Sort.ASKED)).isEmpty();
    }

    @Test
    void noMoreThanTheLimitAreListed() {
        assertThat(commons.list(new NetworkQuery(Optional.empty(), 2, Sort.ASKED)))
                .extracting(NetworkSummary::id)
                .containsExactly("aa01", "aa02");
        assertThatThrownBy(() -> NetworkQuery.latest(0)).hasMessage("A list's limit must be ≥ 1, but was 0");
    }

    @Test
    void aNetworkIsFoundByTheBeginningOfItsId() {
        assertThat(commons.find("aa02").id()).isEqualTo("aa02");
        commons.record(SampleTrails.stopped("aa", 1));
        assertThat(commons.find("aa").id()).isEqualTo("aa");
    }

    @Test
    void anUnknownOrAmbiguousBeginningIsRefusedWithTheCandidates() {
        assertThatThrownBy(() -> commons.find("cc"))
                .isInstanceOf(NetworkLookupException.class)
                .hasMessage("No network's id begins with \"cc\"");
        assertThatThrownBy(() -> commons.curve("aa", "val_accuracy"))
                .isInstanceOf(NetworkLookupException.class)
                .hasMessage("More than one network's id begins with \"aa\": aa01, aa02");
        for (int i = 3; i < 8; i++) {
            commons.record(SampleTrails.stopped("aa0" + i, 1));
        }
        assertThatThrownBy(() -> commons.find("a"))
                .isInstanceOf(NetworkLookupException.class)
                .hasMessage("More than one network's id begins with \"a\": aa01, aa02, aa03, aa04, aa05, …");
    }

    @Test
    void searchesAreCounted() {
        assertThat(commons.searches())
                .containsExactlyInAnyOrder(
                        new SearchSummary("s1", Optional.of("digits of s1"), SampleTrails.START.plusSeconds(1000), 2),
                        new SearchSummary("s2", Optional.of("digits of s2"), SampleTrails.START.plusSeconds(1000), 2));
    }

    private List<String> ids(Optional<String> search, Sort sort) {
        return commons.list(new NetworkQuery(search, 100, sort)).stream()
                .map(NetworkSummary::id)
                .toList();
    }
}
