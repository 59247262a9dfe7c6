package org.plateau.diffraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a data set of diffraction patterns in A4NN's layout: {@code images/trainset} and {@code images/testset} with
 * {@code <beam>_ef2_<conformation>_ptm<id>.tiff} (the tag {@code ef2} is kept whatever the molecule, so that one
 * pattern of names reads both), {@code orientations.csv}, and last of all {@code generation.properties}. Images are TIFF
 * of one channel of 32-bit floats that hold the photons of each pixel.
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
        Dataset dataset = new Dataset(settings);
        Optional<Description> found = dataset.found();
        if (found.isPresent()) {
            return summary(settings, found.get(), 0, secondsSince(start), true);
        }
        dataset.requireFree();
        List<Shooting> shootings = prepare(settings, dataset);
        double preparation = secondsSince(start);
        dataset.begin();
        Description finished = shoot(settings, dataset, shootings, listener);
        return summary(settings, finished, preparation, secondsSince(start), false);
    }

    private static List<Shooting> prepare(DiffractionSettings settings, Dataset dataset) {
        List<Conformation> conformations = settings.structures().conformations();
        List<Shooting> shootings = new ArrayList<>();
        for (int index = 0; index < conformations.size(); index++) {
            Conformation conformation = conformations.get(index);
            var scattering = FourierGrid.of(conformation.molecule(), settings.detector());
            shootings.add(new Shooting(
                    Shot.all(conformation.name(), index, settings),
                    new PatternSimulator(settings.detector(), settings.beam(), scattering),
                    settings,
                    dataset.folder()));
        }
        return shootings;
    }

    private static Description shoot(
            DiffractionSettings settings, Dataset dataset, List<Shooting> shootings, ProgressListener listener) {
        OrientationTable table = new OrientationTable(settings.beam());
        List<Exposure> all = new ArrayList<>();
        for (Shooting shooting : shootings) {
            int before = all.size();
            List<Exposure> exposures = shooting.run(done -> listener.progressed(before + done, settings.patterns()));
            table.add(shooting.shots(), exposures);
            all.addAll(exposures);
        }
        return dataset.finish(
                table,
                all.stream().mapToInt(Exposure::litPixels).average().orElseThrow(),
                all.stream().mapToLong(Exposure::photons).average().orElseThrow());
    }

    private static GenerationSummary summary(
            DiffractionSettings settings,
            Description description,
            double preparation,
            double seconds,
            boolean alreadyThere) {
        return new GenerationSummary(
                settings.patterns(),
                description.result(Description.MEAN_LIT_PIXELS),
                description.result(Description.MEAN_PHOTONS),
                preparation,
                seconds,
                alreadyThere);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
