package org.plateau.diffraction;

/** The two sets of A4NN's layout. */
enum ImageSet {
    TRAINSET("trainset", 0),
    TESTSET("testset", 1);

    private final String folder;
    private final int stream;

    ImageSet(String folder, int stream) {
        this.folder = folder;
        this.stream = stream;
    }

    String folder() {
        return folder;
    }

    /** Tells the set's random numbers from the other one's; part of every seed, so never to be changed. */
    int stream() {
        return stream;
    }
}
