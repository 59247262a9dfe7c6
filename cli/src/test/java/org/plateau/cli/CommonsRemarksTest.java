package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsStore;

final class CommonsRemarksTest {
    @TempDir
    Path folder;

    private Path commons;
    private String network;

    @BeforeEach
    void record() {
        commons = RecordedSearch.commons(folder.resolve("c.db"), 5, new double[] {50, 50, 70, 80, 85});
        try (CommonsStore store = Commons.open(commons)) {
            network = store.list(org.plateau.commons.NetworkQuery.latest(1))
                    .get(0)
                    .id();
        }
    }

    @Test
    void whatWasSaidIsShown() {
        requireDone("note", network, "A slow starter, but good", "--author", "ada");
        requireDone("tag", network, "paper", "table-2");
        requireDone("tag", network, "table-2", "--remove");
        requireDone("name", network, "champion");
        Said shown = Said.by("commons", "show", network, "--commons", commons);
        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .contains("called champion\n")
                .contains("tags: paper\n")
                .contains("note: A slow starter, but good (ada, ");
        assertThat(Said.by("commons", "show", network, "--commons", commons, "--format", "json")
                        .out())
                .contains("\"name\" : \"champion\"")
                .contains("A slow starter, but good");
        assertThat(folder.resolve("c.store/annotations.jsonl")).isRegularFile();
    }

    @Test
    void aRebuildNamesTheKindsOfCurves() {
        assertThat(Said.by("commons", "rebuild", "--commons", commons).code()).isZero();
        assertThat(Said.by("commons", "show", network, "--commons", commons).out())
                .contains("curve: delayed\n");
    }

    @Test
    void whatCannotBeKeptIsRefusedWithAReason() throws Exception {
        Said said = Said.by("commons", "tag", network, "two words", "--commons", commons);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.messages())
                .isEqualTo("plateau: An annotation's tag must be a word of at most 100 characters without commas,"
                        + " but was \"two words\"\n");
        assertThat(Files.exists(folder.resolve("c.store/annotations.jsonl"))).isFalse();
        assertThat(Said.by("commons", "note", "zzz", "text", "--commons", commons)
                        .messages())
                .contains("No network's id begins with \"zzz\"");
    }

    @Test
    void aServerNeedsAStoreAndItsPasswordIsNotShown() {
        Said said = Said.by("commons", "list", "--commons", "jdbc:postgresql://127.0.0.1:1/plateau?password=secret");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.messages())
                .contains("say --store DIR, or set PLATEAU_STORE")
                .doesNotContain("secret");
        Said refused = Said.by(
                "commons",
                "list",
                "--commons",
                "jdbc:postgresql://127.0.0.1:1/plateau?user=ada&password=secret",
                "--store",
                folder);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.messages())
                .contains("postgresql://127.0.0.1:1/plateau cannot be reached")
                .doesNotContain("secret");
    }

    private void requireDone(Object... remark) {
        Object[] words = new Object[remark.length + 3];
        words[0] = "commons";
        System.arraycopy(remark, 0, words, 1, remark.length);
        words[remark.length + 1] = "--commons";
        words[remark.length + 2] = commons;
        Said said = Said.by(words);
        assertThat(said.messages()).isEmpty();
        assertThat(said.code()).isZero();
    }
}
