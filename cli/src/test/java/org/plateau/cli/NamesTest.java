package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
    @TempDir
    private Path runs = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "examples/diffraction.yaml,diffraction",
        "my search (1).yml,my-search--1-",
        "größe.yaml,gr--e",
        ".hidden,hidden",
        "v1.2.yaml,v1.2",
        "/,search",
        "...,search"
    })
    void aSearchIsNamedAfterItsFile(Path file, String name) {
        assertThat(Names.withoutEnding(file)).isEqualTo(name);
    }

    @Test
    void longNamesAreCut() {
        assertThat(Names.withoutEnding(Path.of("x".repeat(100) + ".yaml"))).isEqualTo("x".repeat(64));
    }

    @Test
    void aRunGetsTheFirstFolderWithoutARun() throws IOException {
        assertThat(RunNames.folder(runs, "a", false)).isEqualTo(runs.resolve("a"));
        Files.createDirectories(runs.resolve("a"));
        assertThat(RunNames.folder(runs, "a", false)).isEqualTo(runs.resolve("a"));
        Files.createFile(runs.resolve("a/journal.jsonl"));
        assertThat(RunNames.folder(runs, "a", false)).isEqualTo(runs.resolve("a-2"));
        assertThat(RunNames.folder(runs, "a", true)).isEqualTo(runs.resolve("a"));
        Files.createDirectories(runs.resolve("a-2"));
        Files.createFile(runs.resolve("a-2/journal.jsonl"));
        assertThat(RunNames.folder(runs, "a", false)).isEqualTo(runs.resolve("a-3"));
        assertThat(RunNames.folder(runs, "a", true)).isEqualTo(runs.resolve("a-2"));
    }
}
