package org.plateau.cli.configuration;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSource.Labelling;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.core.dataset.Split;

/**
 * The key {@code dataset}. Amounts ({@code train}, {@code validation}, {@code test}) are shares up to 1 or numbers of images.
 */
public sealed interface DatasetSection permits DatasetSection.Idx, DatasetSection.Folder, DiffractionSection {
    DatasetSection resolved();

    DatasetSpecification specification();

    /**
     * IDX files.
     *
     * @param images file of the training images
     * @param labels file of their classes
     * @param testImages file of the test split's images; {@code test} is 0 without it
     * @param testLabels file of their classes
     * @param train share or number to train on, 0.8 if left out
     * @param validation share or number to validate on, 0.2 if left out
     * @param test share or number to test on, all of the test files' if left out
     * @param seed of the deal, 1 if left out
     * @param transform {@code none} if left out, or {@code log1p}
     */
    record Idx(
            Optional<String> name,
            Path images,
            Path labels,
            Optional<Path> testImages,
            Optional<Path> testLabels,
            OptionalDouble train,
            OptionalDouble validation,
            OptionalDouble test,
            OptionalLong seed,
            Optional<PixelTransform> transform)
            implements DatasetSection {
        public Idx {
            requireBoth("test-images", testImages, testLabels);
            requireBoth("test-labels", testLabels, testImages);
            Amounts.require(train, validation, test);
        }

        private static void requireBoth(String key, Optional<Path> file, Optional<Path> other) {
            if (file.isEmpty() && other.isPresent()) {
                throw new UnexpectedValueException(key, "a file beside " + other.get());
            }
        }

        @Override
        public DatasetSection resolved() {
            return new Idx(
                    Optional.of(name.orElse("idx")),
                    images,
                    labels,
                    testImages,
                    testLabels,
                    OptionalDouble.of(train.orElse(0.8)),
                    OptionalDouble.of(validation.orElse(0.2)),
                    OptionalDouble.of(test.orElse(testImages.isPresent() ? 1 : 0)),
                    OptionalLong.of(seed.orElse(1)),
                    Optional.of(transform.orElse(PixelTransform.NONE)));
        }

        @Override
        public DatasetSpecification specification() {
            Optional<DatasetSource.Idx.TestFiles> files = testImages.map(file -> new DatasetSource.Idx.TestFiles(
                    file.toAbsolutePath(), testLabels.orElseThrow().toAbsolutePath()));
            return new DatasetSpecification(
                    name.orElseThrow(),
                    new DatasetSource.Idx(images.toAbsolutePath(), labels.toAbsolutePath(), files),
                    new Split(train.orElseThrow(), validation.orElseThrow(), test.orElseThrow(), seed.orElseThrow()),
                    transform.orElseThrow());
        }
    }

    /**
     * A folder of images.
     *
     * @param path the folder
     * @param pattern regular expression on paths with a group {@code class} and, where wanted, a group {@code split}; the
     *     image's directory is its class if left out
     * @param train 0.7 if left out
     * @param validation 0.2 if left out
     * @param test 0.1 if left out
     */
    record Folder(
            Optional<String> name,
            Path path,
            Optional<String> pattern,
            OptionalDouble train,
            OptionalDouble validation,
            OptionalDouble test,
            OptionalLong seed,
            Optional<PixelTransform> transform)
            implements DatasetSection {
        public Folder {
            Amounts.require(train, validation, test);
            pattern.ifPresent(Folder::requirePattern);
        }

        private static void requirePattern(String pattern) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                String reason = e.getDescription().toLowerCase(Locale.ROOT);
                throw new UnexpectedValueException("pattern", pattern, "a regular expression (%s)".formatted(reason));
            }
            Expect.that(pattern.contains("(?<class>"), "pattern", pattern, "a group (?<class>…) that tells the class");
        }

        @Override
        public DatasetSection resolved() {
            return new Folder(
                    Optional.of(name.orElse(String.valueOf(path.getFileName()))),
                    path,
                    pattern,
                    OptionalDouble.of(train.orElse(0.7)),
                    OptionalDouble.of(validation.orElse(0.2)),
                    OptionalDouble.of(test.orElse(0.1)),
                    OptionalLong.of(seed.orElse(1)),
                    Optional.of(transform.orElse(PixelTransform.NONE)));
        }

        @Override
        public DatasetSpecification specification() {
            Labelling labelling =
                    pattern.<Labelling>map(Labelling.ByPattern::new).orElse(new Labelling.ByDirectory());
            return new DatasetSpecification(
                    name.orElseThrow(),
                    new DatasetSource.Folder(path.toAbsolutePath(), labelling),
                    new Split(train.orElseThrow(), validation.orElseThrow(), test.orElseThrow(), seed.orElseThrow()),
                    transform.orElseThrow());
        }
    }
}
