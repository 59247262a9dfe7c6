package org.plateau.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no configuration at all, by mistake or by intent: each is refused in one line, none hangs. */
@Timeout(60)
final class YamlTextTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"1e16", "1E16", "1.0e16", "1e+16", "10000000000000000"})
    void numbersMayBeWrittenAsPhysicistsDo(String number) {
        DiffractionSection section = (DiffractionSection) new Written(
                        folder,
                        "dataset: {kind: diffraction, beam: %s}\ntraining: {epochs: 1}\nbudget: {networks: 1}\n"
                                .formatted(number))
                .read()
                .dataset();
        assertThat(section.beam()).hasValue(1e16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3e-4", "3E-4", "3.0e-4", "0.0003", ".0003"})
    void smallNumbersMayBeWrittenInEveryUsualWay(String number) {
        String text = Written.LEAST.replace(
                "epochs: 15", "epochs: 15\n  optimizer: {kind: sgd, weight-decay: %s}".formatted(number));
        assertThat(new Written(folder, text).read().training().optimizer())
                .hasValueSatisfying(optimizer -> assertThat(((OptimizerSection.Sgd) optimizer).weightDecay())
                        .hasValue(3e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a remark\n", "---\n", "~\n", "null\n"})
    void anEmptyFileHasNothing(String text) {
        assertThat(new Written(folder, text).complaint()).isEqualTo(": found nothing, expected a mapping of keys");
    }

    @Test
    void aListOrATextIsNoConfiguration() {
        assertThat(new Written(folder, "[1, 2]\n").complaint()).isEqualTo(": found a list, expected a mapping of keys");
        assertThat(new Written(folder, "hello\n").complaint())
                .isEqualTo(": found \"hello\", expected a mapping of keys");
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThat(new Written(folder, "name: x\nseed: {a\n").complaint())
                .isEqualTo(", line 3: no YAML: expected ',' or '}', but got <stream end>");
        assertThat(new Written(folder, "name: x\n\tseed: 1\n").complaint()).startsWith(", line 2: no YAML: ");
        assertThat(new Written(folder, "name: \"x\nseed: 1\n").complaint()).contains("no YAML: ");
        assertThat(new Written(folder, Written.LEAST + "seed: .nan\n").complaint())
                .contains(", line ");
        assertThat(new Written(folder, "name: \u0007\n").complaint()).contains("no YAML: ");
    }

    @Test
    void aKeyThatIsThereTwiceIsToldWithItsLine() {
        assertThat(new Written(folder, "seed: 1\n" + Written.LEAST + "seed: 2\n").complaint())
                .isEqualTo(", line 8: no YAML: Duplicate field 'seed'");
        assertThat(new Written(folder, Written.LEAST + "execution: {workers: 1, workers: 2}\n").complaint())
                .contains("Duplicate field 'workers'");
    }

    @Test
    void anchorsAndAliasesAreRefused() {
        assertThat(new Written(folder, Written.LEAST + "execution: &x {workers: 1}\n").complaint())
                .isEqualTo(", line 7: anchors (&) and aliases (*) are not read; write the value out");
        assertThat(new Written(folder, "seed: 1\nname: *x\n").complaint())
                .isEqualTo(", line 2: anchors (&) and aliases (*) are not read; write the value out");
    }

    @Test
    void anAvalancheOfAliasesIsRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            text.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9) + "*a" + (i - 1)));
        }
        assertThat(new Written(folder, text.toString()).complaint()).startsWith(", line 1: anchors");
    }

    @Test
    void tagsAreRefused() {
        assertThat(new Written(folder, "seed: !!java.net.URL [\"http://localhost\"]\n").complaint())
                .isEqualTo(", line 1: tags (!) are not read; write the value without");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(new Written(folder, Written.LEAST + "---\nseed: 2\n").complaint())
                .endsWith(": found a second document, expected one");
        assertThat(new Written(folder, "---\n" + Written.LEAST + "...\n")
                        .read()
                        .training()
                        .epochs())
                .isEqualTo(15);
    }

    @Test
    void deepTreesAreRefused() {
        for (String deep :
                new String[] {"a: " + "[".repeat(100_000), "a: " + "{a: ".repeat(100_000), "- ".repeat(100_000)}) {
            assertThat(new Written(folder, deep).complaint()).contains("nesting depth");
        }
    }

    @Test
    void longNumbersAreRefused() {
        assertThat(new Written(folder, Written.LEAST + "seed: " + "9".repeat(500_000) + "\n").complaint())
                .hasSizeLessThan(300);
    }

    @Test
    void largeFilesAreNotReadToTheirEnd() throws IOException {
        Path file = folder.resolve("large.yaml");
        Files.writeString(file, "# " + "x".repeat(2_000_000));
        assertThatThrownBy(() -> ConfigurationReader.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + " is larger than 1024 KiB; expected a search's configuration");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void endlessFilesAreNotReadToTheirEnd() {
        assertThatThrownBy(() -> ConfigurationReader.read(Path.of("/dev/zero")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("/dev/zero is larger than");
    }

    @Test
    void whatIsNoUtf8IsRefused() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, "name: gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ConfigurationReader.read(file))
                .hasMessage(file + " is no text in UTF-8; expected a search's configuration");
    }

    @Test
    void aByteOrderMarkAndWindowsLinesDoNoHarm() {
        String text = "\uFEFF" + Written.LEAST.replace("\n", "\r\n");
        assertThat(new Written(folder, text).read()).isEqualTo(new Written(folder, Written.LEAST).read());
    }

    @Test
    void textsMayHaveAnyLetters() {
        assertThat(new Written(folder, Written.LEAST + "commons: \"größe/データ.db\"\n")
                        .read()
                        .commons())
                .contains("größe/データ.db");
    }

    @Test
    void aFileThatIsNotThereOrAFolderIsNamed() {
        Path absent = folder.resolve("absent.yaml");
        assertThatThrownBy(() -> ConfigurationReader.read(absent))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("There is no file " + absent + "; expected a search's configuration");
        assertThatThrownBy(() -> ConfigurationReader.read(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Cannot read " + folder);
    }
}
