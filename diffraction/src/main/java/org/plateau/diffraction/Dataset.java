package org.plateau.diffraction;

import java.util.Optional;

/**
 * The data set in its folder, and how far it is. While it is being made there is only the unfinished description; the
 * finished one is written last.
 */
final class Dataset {
    private final DiffractionSettings settings;
    private final Description description;
    private final DatasetFolder folder;

    Dataset(DiffractionSettings settings) {
        this.settings = settings;
        description = Description.of(settings);
        folder = new DatasetFolder(settings.folder());
    }

    DatasetFolder folder() {
        return folder;
    }

    /**
     * The description that lies in the folder where the data set is complete there.
     *
     * @throws DatasetFolderException where the folder holds a data set of other settings
     */
    Optional<Description> found() {
        if (!folder.has(Description.FILE)) {
            return Optional.empty();
        }
        Description found = requireSame(Description.FILE);
        boolean whole = folder.has(OrientationTable.FILE)
                && folder.images(ImageSet.TRAINSET.folder()) == 2 * settings.trainPerClass()
                && folder.images(ImageSet.TESTSET.folder()) == 2 * settings.testPerClass();
        return whole ? Optional.of(found) : Optional.empty();
    }

    /** Refuses a folder with files of anything but this data set. */
    void requireFree() {
        if (folder.has(Description.UNFINISHED_FILE)) {
            requireSame(Description.UNFINISHED_FILE);
        } else if (!folder.has(Description.FILE) && !folder.isAbsentOrEmpty()) {
            throw new DatasetFolderException(
                    settings.folder(),
                    "holds other files; expected an absent or empty folder, or one with this data set");
        }
    }

    /** Marks the folder as unfinished and makes its folders. */
    void begin() {
        folder.create("");
        folder.write(Description.UNFINISHED_FILE, description.text());
        folder.delete(Description.FILE);
        folder.create(ImageSet.TRAINSET.folder());
        folder.create(ImageSet.TESTSET.folder());
    }

    /** Writes the table and the description, which is returned, once all images are there. */
    Description finish(OrientationTable table, double meanLitPixels, double meanPhotons) {
        Description finished = description.with(meanLitPixels, meanPhotons);
        folder.write(OrientationTable.FILE, table.text());
        folder.write(Description.FILE, finished.text());
        folder.delete(Description.UNFINISHED_FILE);
        return finished;
    }

    private Description requireSame(String file) {
        Description found = Description.parse(folder.read(file));
        description.difference(found).ifPresent(difference -> {
            throw new DatasetFolderException(
                    folder.path(file),
                    "the folder holds a data set of other settings: " + difference
                            + ". Choose another folder or delete this one");
        });
        return found;
    }
}
