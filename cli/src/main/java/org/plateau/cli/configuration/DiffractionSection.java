package org.plateau.cli.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSource.Labelling;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.core.dataset.Split;
import org.plateau.diffraction.Beam;
import org.plateau.diffraction.Detector;
import org.plateau.diffraction.DiffractionSettings;
import org.plateau.diffraction.StructureSource;

/**
 * The key {@code dataset} of kind {@code diffraction}: simulated patterns of two conformations, made when they are missing.
 *
 * @param path folder of the patterns; {@code data/diffraction-<pixels>-<beam>} if left out
 * @param pixels of one side of the detector, 127 if left out
 * @param beam photons/µm², 1e15 if left out
 * @param structures two PDB or mmCIF files; the built-in model molecule if left out
 * @param train patterns of both conformations to train on, 800 if left out
 * @param validation patterns to validate on, 400 if left out
 * @param test patterns to test on, 200 if left out
 * @param seed of orientations, noise and deal, 1 if left out
 * @param transform of photon counts, {@code log1p} if left out, or {@code none}
 */
public record DiffractionSection(
        Optional<String> name,
        Optional<Path> path,
        OptionalInt pixels,
        OptionalDouble beam,
        Optional<List<Path>> structures,
        OptionalInt train,
        OptionalInt validation,
        OptionalInt test,
        OptionalLong seed,
        Optional<PixelTransform> transform)
        implements DatasetSection {
    /** One for each conformation. */
    public static final int CLASSES = 2;

    private static final String PATTERN = "images/(?<split>trainset|testset)/.*_ef2_(?<class>[^/]+)_ptm\\d+\\.tiff";

    public DiffractionSection {
        Expect.between(2, 4096, "pixels", pixels);
        Expect.positive("beam", beam);
        requireEven("train", train, 2);
        requireEven("validation", validation, 2);
        requireEven("test", test, 0);
        structures = structures.map(List::copyOf);
        structures.ifPresent(files -> Expect.that(
                files.size() == 2
                        && !files.get(0).endsWith(String.valueOf(files.get(1).getFileName())),
                "structures",
                files,
                "two files of different names, one for each conformation"));
    }

    private static void requireEven(String name, OptionalInt count, int least) {
        count.ifPresent(number ->
                Expect.that(number >= least && number % 2 == 0, name, number, "an even number of patterns ≥ " + least));
    }

    @Override
    public DiffractionSection resolved() {
        int side = pixels.orElse(127);
        double photons = beam.orElse(1e15);
        String called = name.orElse("diffraction-%d-%s".formatted(side, new Beam(photons).label()));
        return new DiffractionSection(
                Optional.of(called),
                Optional.of(path.orElse(Path.of("data", called))),
                OptionalInt.of(side),
                OptionalDouble.of(photons),
                structures,
                OptionalInt.of(train.orElse(800)),
                OptionalInt.of(validation.orElse(400)),
                OptionalInt.of(test.orElse(200)),
                OptionalLong.of(seed.orElse(1)),
                Optional.of(transform.orElse(PixelTransform.LOG1P)));
    }

    @Override
    public DatasetSpecification specification() {
        return new DatasetSpecification(
                name.orElseThrow(),
                new DatasetSource.Folder(path.orElseThrow().toAbsolutePath(), new Labelling.ByPattern(PATTERN)),
                new Split(train.orElseThrow(), validation.orElseThrow(), test.orElseThrow(), seed.orElseThrow()),
                transform.orElseThrow());
    }

    /** The shape of a resolved section's patterns. */
    public Shape.Image image() {
        return new Shape.Image(1, pixels.orElseThrow(), pixels.orElseThrow());
    }

    /** What a resolved section has generated. */
    public DiffractionSettings generation(int threads) {
        StructureSource source = structures
                .<StructureSource>map(files -> new StructureSource.Files(files.get(0), files.get(1)))
                .orElse(new StructureSource.BuiltIn());
        return new DiffractionSettings(
                source,
                Detector.ofPixels(pixels.orElseThrow()),
                new Beam(beam.orElseThrow()),
                (train.orElseThrow() + validation.orElseThrow()) / 2,
                test.orElseThrow() / 2,
                seed.orElseThrow(),
                threads,
                path.orElseThrow());
    }
}
