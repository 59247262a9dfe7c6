package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffractionGeneratorTest {
    private static final int PIXELS = 24;

    @TempDir
    Path temporary;

    @Test
    void theFilesLieAsInTheA4nnStudy() throws IOException {
        GenerationSummary summary = generate(settings("out", 3, 2, 1, 2));
        assertThat(summary.patterns()).isEqualTo(10);
        assertThat(summary.alreadyThere()).isFalse();
        assertThat(contents("out").keySet())
                .containsExactly(
                        "generation.properties",
                        "images/testset/1e19_ef2_closed_ptm4.tiff",
                        "images/testset/1e19_ef2_closed_ptm5.tiff",
                        "images/testset/1e19_ef2_open_ptm4.tiff",
                        "images/testset/1e19_ef2_open_ptm5.tiff",
                        "images/trainset/1e19_ef2_closed_ptm1.tiff",
                        "images/trainset/1e19_ef2_closed_ptm2.tiff",
                        "images/trainset/1e19_ef2_closed_ptm3.tiff",
                        "images/trainset/1e19_ef2_open_ptm1.tiff",
                        "images/trainset/1e19_ef2_open_ptm2.tiff",
                        "images/trainset/1e19_ef2_open_ptm3.tiff",
                        "orientations.csv");
    }

    @Test
    void anImageHoldsThePhotonsThatTheTableSays() throws IOException {
        generate(settings("out", 2, 1, 1, 2));
        List<String> rows = Files.readAllLines(temporary.resolve("out/orientations.csv"));
        assertThat(rows.get(0)).isEqualTo("file,conformation,set,beam,w,x,y,z,photons");
        assertThat(rows).hasSize(7);
        for (String row : rows.subList(1, 7)) {
            String[] cells = row.split(",", -1);
            assertThat(cells[0]).startsWith("images/" + cells[2] + "/").contains("_ef2_" + cells[1] + "_ptm");
            Raster image = ImageIO.read(
                            temporary.resolve("out").resolve(cells[0]).toFile())
                    .getRaster();
            assertThat(image.getDataBuffer().getDataType()).isEqualTo(DataBuffer.TYPE_FLOAT);
            assertThat(List.of(image.getNumBands(), image.getWidth(), image.getHeight()))
                    .containsExactly(1, PIXELS, PIXELS);
            double sum = 0;
            for (float count : image.getSamples(0, 0, PIXELS, PIXELS, 0, new float[PIXELS * PIXELS])) {
                sum += count;
            }
            assertThat(sum).isEqualTo(Double.parseDouble(cells[8])).isGreaterThan(100);
        }
    }

    @Test
    void theOrientationInTheTableIsTheOneInTheImage() throws IOException {
        Detector detector = Detector.ofPixels(PIXELS);
        generate(new DiffractionSettings(
                new StructureSource.BuiltIn(), detector, Beam.HIGH, 2, 0, 1, 1, temporary.resolve("out")));
        List<String> rows = Files.readAllLines(temporary.resolve("out/orientations.csv"));
        List<Double> correlations = new ArrayList<>();
        for (String row : rows.subList(1, 3)) {
            for (String other : rows.subList(1, 3)) {
                String[] cells = other.split(",", -1);
                var turn = new Orientation(
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5]),
                        Double.parseDouble(cells[6]),
                        Double.parseDouble(cells[7]));
                double[] expected = new PatternSimulator(
                                detector,
                                Beam.MEDIUM,
                                new DirectSum(ModelMolecule.closed().molecule()))
                        .expected(turn);
                Path file = temporary.resolve("out").resolve(row.split(",", -1)[0]);
                correlations.add(correlation(ImageIO.read(file.toFile()).getRaster(), expected));
            }
        }
        assertThat(correlations.get(0)).isGreaterThan(0.9);
        assertThat(correlations.get(3)).isGreaterThan(0.9);
        assertThat(correlations.get(1)).isLessThan(0.6);
        assertThat(correlations.get(2)).isLessThan(0.6);
    }

    @Test
    void theNumberOfThreadsChangesNoByte() throws IOException {
        generate(settings("one", 4, 2, 1, 1));
        generate(settings("three", 4, 2, 1, 3));
        assertThat(contents("three")).isEqualTo(contents("one"));
    }

    @Test
    void anotherSeedGivesOtherPatterns() throws IOException {
        generate(settings("one", 2, 0, 1, 1));
        generate(settings("two", 2, 0, 2, 1));
        Map<String, String> two = contents("two");
        contents("one").forEach((file, content) -> {
            assertThat(two).containsKey(file);
            assertThat(two.get(file)).isNotEqualTo(content);
        });
    }

    @Test
    void theFirstPatternsStayTheSameWhenMoreAreAskedFor() throws IOException {
        generate(settings("few", 2, 0, 1, 1));
        generate(settings("more", 4, 0, 1, 1));
        String file = "images/trainset/1e19_ef2_open_ptm2.tiff";
        assertThat(contents("more")).containsEntry(file, contents("few").get(file));
    }

    @Test
    void theSameDataSetIsNotMadeTwice() throws IOException {
        GenerationSummary first = generate(settings("out", 3, 2, 1, 2));
        Map<String, String> before = contents("out");
        GenerationSummary second = DiffractionGenerator.generate(settings("out", 3, 2, 1, 1), (done, total) -> {
            throw new AssertionError("Nothing is left to do");
        });
        assertThat(second.alreadyThere()).isTrue();
        assertThat(second.meanLitPixels()).isEqualTo(first.meanLitPixels());
        assertThat(second.meanPhotons()).isEqualTo(first.meanPhotons());
        assertThat(contents("out")).isEqualTo(before);
    }

    @Test
    void aMissingImageIsMadeAgain() throws IOException {
        generate(settings("out", 3, 2, 1, 2));
        Map<String, String> before = contents("out");
        Files.delete(temporary.resolve("out/images/trainset/1e19_ef2_open_ptm2.tiff"));
        assertThat(generate(settings("out", 3, 2, 1, 2)).alreadyThere()).isFalse();
        assertThat(contents("out")).isEqualTo(before);
    }

    @Test
    void aFolderWithOtherSettingsIsRefusedWithTheSetting() throws IOException {
        generate(settings("out", 3, 2, 1, 2));
        Map<String, String> before = contents("out");
        assertThatThrownBy(() -> generate(settings("out", 3, 2, 9, 2)))
                .isInstanceOf(DatasetFolderException.class)
                .hasMessageContaining(temporary.resolve("out").toString())
                .hasMessageContaining("seed is 1 there, but 9 was asked for");
        assertThat(contents("out")).isEqualTo(before);
    }

    @Test
    void aFolderWithOtherFilesIsRefused() throws IOException {
        Files.createDirectories(temporary.resolve("out"));
        Files.writeString(temporary.resolve("out/thesis.txt"), "precious");
        assertThatThrownBy(() -> generate(settings("out", 1, 0, 1, 1)))
                .isInstanceOf(DatasetFolderException.class)
                .hasMessageContaining("holds other files");
        assertThat(contents("out").keySet()).containsExactly("thesis.txt");
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(temporary.resolve("out"), "a file");
        assertThatThrownBy(() -> generate(settings("out", 1, 0, 1, 1)))
                .isInstanceOf(DatasetFolderException.class)
                .hasMessageContaining(temporary.resolve("out").toString());
        assertThatThrownBy(() -> generate(settings("out/below", 1, 0, 1, 1)))
                .isInstanceOf(DatasetFolderException.class)
                .hasMessageContaining(temporary.resolve("out/below").toString());
    }

    @Test
    void anInterruptedGenerationIsMadeAnew() throws IOException {
        generate(settings("whole", 6, 3, 1, 2));
        assertThatThrownBy(() -> DiffractionGenerator.generate(settings("out", 6, 3, 1, 2), (done, total) -> {
                    if (done == 5) {
                        throw new IllegalStateException("pulled the plug");
                    }
                }))
                .hasMessage("pulled the plug");
        assertThat(temporary.resolve("out/generation.properties")).doesNotExist();
        assertThatThrownBy(() -> generate(settings("out", 6, 3, 2, 2)))
                .isInstanceOf(DatasetFolderException.class)
                .hasMessageContaining("seed is 1 there, but 2 was asked for");
        assertThat(generate(settings("out", 6, 3, 1, 2)).alreadyThere()).isFalse();
        assertThat(contents("out")).isEqualTo(contents("whole"));
    }

    @Test
    void anImageThatCannotBeWrittenEndsItWithOneMessageAndLeavesItUnfinished() throws IOException {
        Path obstacle = temporary.resolve("out/images/trainset/1e19_ef2_open_ptm3.tiff");
        DiffractionSettings settings = settings("out", 4, 2, 1, 2);
        assertThatThrownBy(() -> DiffractionGenerator.generate(settings, (done, total) -> {
                    if (done == 1) {
                        obstruct(obstacle);
                    }
                }))
                .isInstanceOf(DatasetFolderException.class)
                .hasMessageContaining(obstacle.toString())
                .hasMessageContaining("cannot be written");
        assertThat(temporary.resolve("out/generation.properties")).doesNotExist();
        assertThat(contents("out").keySet()).noneMatch(file -> file.endsWith(".tmp"));
        Files.delete(obstacle.resolve("in the way"));
        Files.delete(obstacle);
        generate(settings("whole", 4, 2, 1, 2));
        generate(settings);
        assertThat(contents("out")).isEqualTo(contents("whole"));
    }

    @Test
    void anInterruptedThreadStops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> generate(settings("out", 50, 0, 1, 1)))
                .isInstanceOf(GenerationInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void progressGrowsFromOneToAll() {
        List<Integer> seen = new ArrayList<>();
        DiffractionGenerator.generate(settings("out", 3, 1, 1, 2), (done, total) -> {
            assertThat(total).isEqualTo(8);
            seen.add(done);
        });
        assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void twoStructureFilesAreTwoClasses() throws IOException {
        Path first = write("x1.pdb", 0);
        Path second = write("x2.pdb", 9);
        var source = new StructureSource.Files(first, second);
        generate(new DiffractionSettings(
                source, Detector.ofPixels(PIXELS), new Beam(1e19), 1, 1, 5, 1, temporary.resolve("out")));
        assertThat(contents("out").keySet())
                .contains("images/trainset/1e19_ef2_x1_ptm1.tiff", "images/testset/1e19_ef2_x2_ptm2.tiff");
        write("x2.pdb", 8);
        assertThatThrownBy(() -> generate(new DiffractionSettings(
                        source, Detector.ofPixels(PIXELS), new Beam(1e19), 1, 1, 5, 1, temporary.resolve("out"))))
                .isInstanceOf(DatasetFolderException.class)
                .hasMessageContaining("conformation.2 is x2 sha256:");
    }

    @Test
    void aBadStructureLeavesNoFolderBehind() throws IOException {
        Path bad = Files.writeString(temporary.resolve("bad.pdb"), "nothing");
        var source = new StructureSource.Files(bad, write("good.pdb", 0));
        assertThatThrownBy(() -> generate(new DiffractionSettings(
                        source, Detector.ofPixels(PIXELS), Beam.LOW, 1, 1, 5, 1, temporary.resolve("out"))))
                .isInstanceOf(StructureFileException.class);
        assertThat(temporary.resolve("out")).doesNotExist();
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedWithTheValue() {
        assertThatThrownBy(() -> settings("out", 0, 1, 1, 1)).hasMessageContaining("training patterns per class");
        assertThatThrownBy(() -> settings("out", 1, -1, 1, 1)).hasMessageContaining("but was -1");
        assertThatThrownBy(() -> settings("out", 1, 1, 1, 0)).hasMessageContaining("threads");
    }

    private Path write(String name, int y) {
        try {
            return Files.writeString(
                    temporary.resolve(name),
                    "ATOM      1  N   GLY A   1       1.500   0.000   3.125  1.00 40.50           N\n"
                            + "ATOM      2  CA  GLY A   1      20.500   " + y
                            + ".000   3.500  1.00 37.25           C\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings with two small molecules in a strong beam, whose grids take no time. */
    private DiffractionSettings settings(String folder, int train, int test, long seed, int threads) {
        return new DiffractionSettings(
                new StructureSource.Files(write("closed.pdb", 0), write("open.pdb", 9)),
                Detector.ofPixels(PIXELS),
                new Beam(1e19),
                train,
                test,
                seed,
                threads,
                temporary.resolve(folder));
    }

    private static GenerationSummary generate(DiffractionSettings settings) {
        return DiffractionGenerator.generate(settings, ProgressListener.SILENT);
    }

    private static void obstruct(Path file) {
        try {
            Files.createDirectories(file.resolve("in the way"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double correlation(Raster image, double[] expected) {
        double[] counts = image.getSamples(0, 0, PIXELS, PIXELS, 0, new double[PIXELS * PIXELS]);
        return Comparison.of(counts, expected).correlation();
    }

    /** Every file below a folder, by its path with slashes, as text. */
    private Map<String, String> contents(String folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path root = temporary.resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
