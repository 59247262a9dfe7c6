package org.plateau.diffraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a data set of diffraction patterns in A4NN's layout: {@code images/trainset} and {@code images/testset} with
 * {@code <beam>_ef2_<conformation>_ptm<id>.tiff} (the tag {@code ef2} is kept whatever the molecule, so that one
 * pattern of names reads both), {@code orientations.csv}, and last of all {@code generation.properties}.
 *
 * <p>A folder that already holds the same data set is left as it is; one that an interrupted generation left behind is
 * made again from the start; one that holds anything else is refused.
 */
public final class DiffractionGenerator {
    private DiffractionGenerator() {}

    /**
     * Makes the data set, or finds it there.
     *
     * @throws DatasetFolderException where the folder cannot be written or holds something else
     * @throws StructureFileException where a structure file cannot be read
     * @throws UnknownElementException where an atom has no form factor
     * @throws GridTooLargeException where the molecule is too large for the detector's resolution
     * @throws TooManyPhotonsException where the beam is too strong for the image format
     * @throws GenerationInterruptedException where the thread is interrupted
     */
    public static GenerationSummary generate(DiffractionSettings settings, ProgressListener listener) {
        long start = System.nanoTime();
        Description description = Description.of(settings);
        DatasetFolder folder = new DatasetFolder(settings.folder());
        Optional<Description> finished = finished(description, folder, settings);
        if (finished.isPresent()) {
            return summary(settings, finished.get(), start, true);
        }
        begin(description, folder);
        Description result = make(settings, description, folder, listener);
        folder.write(Description.FILE, result.text());
        folder.delete(Description.UNFINISHED_FILE);
        return summary(settings, result, start, false);
    }

    private static Optional<Description> finished(
            Description description, DatasetFolder folder, DiffractionSettings settings) {
        if (!folder.has(Description.FILE)) {
            return Optional.empty();
        }
        Description found = Description.parse(folder.read(Description.FILE));
        refuseOther(description, found, folder, Description.FILE);
        boolean whole = folder.has(OrientationTable.FILE)
                && folder.images(imageFolder(ImageSet.TRAINSET)) == 2 * settings.trainPerClass()
                && folder.images(imageFolder(ImageSet.TESTSET)) == 2 * settings.testPerClass();
        return whole ? Optional.of(found) : Optional.empty();
    }

    private static void begin(Description description, DatasetFolder folder) {
        if (folder.has(Description.UNFINISHED_FILE)) {
            Description found = Description.parse(folder.read(Description.UNFINISHED_FILE));
            refuseOther(description, found, folder, Description.UNFINISHED_FILE);
        } else if (!folder.has(Description.FILE) && !folder.isAbsentOrEmpty()) {
            throw new DatasetFolderException(
                    folder.path(""),
                    "holds other files; expected an absent or empty folder, or one with this data set");
        }
        folder.create("");
        folder.write(Description.UNFINISHED_FILE, description.text());
        folder.delete(Description.FILE);
        folder.create(imageFolder(ImageSet.TRAINSET));
        folder.create(imageFolder(ImageSet.TESTSET));
    }

    private static void refuseOther(Description wanted, Description found, DatasetFolder folder, String file) {
        wanted.difference(found).ifPresent(difference -> {
            throw new DatasetFolderException(
                    folder.path(file),
                    "the folder holds a data set of other settings: " + difference
                            + ". Choose another folder or delete this one");
        });
    }

    private static Description make(
            DiffractionSettings settings, Description description, DatasetFolder folder, ProgressListener listener) {
        List<Conformation> conformations = settings.structures().conformations();
        int perClass = settings.trainPerClass() + settings.testPerClass();
        OrientationTable table = new OrientationTable(settings.beam());
        List<Exposure> all = new ArrayList<>();
        for (int index = 0; index < conformations.size(); index++) {
            Conformation conformation = conformations.get(index);
            int before = all.size();
            var scattering = FourierGrid.of(conformation.molecule(), settings.detector());
            var shooting = new Shooting(
                    new PatternSimulator(settings.detector(), settings.beam(), scattering),
                    settings,
                    folder,
                    done -> listener.progressed(before + done, perClass * conformations.size()));
            List<Shot> shots = shots(conformation.name(), index, settings);
            List<Exposure> exposures = shooting.run(shots);
            IntStream.range(0, shots.size()).forEach(i -> table.add(shots.get(i), exposures.get(i)));
            all.addAll(exposures);
        }
        folder.write(OrientationTable.FILE, table.text());
        return description.with(
                all.stream().mapToInt(Exposure::litPixels).average().orElseThrow(),
                all.stream().mapToLong(Exposure::photons).average().orElseThrow());
    }

    private static List<Shot> shots(String conformation, int classIndex, DiffractionSettings settings) {
        int train = settings.trainPerClass();
        return Stream.concat(
                        IntStream.range(0, train)
                                .mapToObj(i -> new Shot(conformation, classIndex, ImageSet.TRAINSET, i, i + 1)),
                        IntStream.range(0, settings.testPerClass())
                                .mapToObj(i -> new Shot(conformation, classIndex, ImageSet.TESTSET, i, train + i + 1)))
                .toList();
    }

    private static GenerationSummary summary(
            DiffractionSettings settings, Description description, long start, boolean alreadyThere) {
        return new GenerationSummary(
                2 * (settings.trainPerClass() + settings.testPerClass()),
                description.result("mean-lit-pixels"),
                description.result("mean-photons"),
                (System.nanoTime() - start) / 1e9,
                alreadyThere);
    }

    private static String imageFolder(ImageSet set) {
        return "images/" + set.folder();
    }
}
