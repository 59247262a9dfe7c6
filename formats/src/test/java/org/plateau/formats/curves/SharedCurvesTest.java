package org.plateau.formats.curves;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.LearningCurve;

/** Reads the real curve files where they are at hand. */
class SharedCurvesTest {
    @Test
    void everyFileIsReadToItsEnd() throws IOException {
        try (Stream<Path> files = Files.list(shared().resolve("curves"))) {
            for (Path file : files.sorted().toList()) {
                List<RecordedCurves> curves = CurveFile.read(file);
                System.out.printf("%s: %d trainings, %d values%n", file.getFileName(), curves.size(), values(curves));
                assertThat(curves).isNotEmpty().allSatisfy(one -> assertThat(one.series())
                        .isNotEmpty());
            }
        }
    }

    @Test
    void a4nnsOwnFileTellsTheSameAsTheCollectedOne() {
        Path shared = shared();
        LearningCurve own = validation(CurveFile.read(shared.resolve("a4nn/full_1e14.csv")), "full_1e14_arch68");
        LearningCurve other = validation(CurveFile.read(shared.resolve("curves/a4nn.csv.gz")), "1gpu_full_1e14_arch68");

        assertThat(own.epochs()).isEqualTo(other.epochs());
        assertThat(own.values()).containsExactly(other.values(), Offset.offset(1e-5));
    }

    @Test
    void penguinsHalfEpochsAreKept() throws IOException {
        try (Stream<Path> files = Files.list(shared().resolve("penguin"))) {
            for (Path file : files.toList()) {
                assertThat(CurveFile.read(file)).singleElement().satisfies(one -> {
                    assertThat(one.curve("val_accuracy").size()).isEqualTo(80);
                    assertThat(one.curve("val_accuracy").lastEpoch()).isEqualTo(40);
                });
            }
        }
    }

    private static LearningCurve validation(List<RecordedCurves> curves, String id) {
        return curves.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .curve("val_accuracy");
    }

    private static int values(List<RecordedCurves> curves) {
        return curves.stream()
                .flatMap(one -> one.series().values().stream())
                .mapToInt(LearningCurve::size)
                .sum();
    }

    private static Path shared() {
        Optional<Path> found =
                Optional.ofNullable(System.getenv("PLATEAU_SHARED")).map(Path::of);
        for (Path up = Path.of("").toAbsolutePath(); found.isEmpty() && up != null; up = up.getParent()) {
            found = Optional.of(up.resolve("shared")).filter(folder -> Files.isDirectory(folder.resolve("curves")));
        }
        Assumptions.assumeTrue(found.isPresent(), "There is no folder of shared curves");
        return found.orElseThrow();
    }
}
