package org.plateau.diffraction;

/** The two sets of A4NN's layout. */
enum ImageSet {
    TRAINSET("trainset", 0),
    TESTSET("testset", 1);

    private final String label;
    private final int stream;

    ImageSet(String label, int stream) {
        this.label = label;
        this.stream = stream;
    }

    String label() {
        return label;
    }

    /** Where its images lie in the data set's folder. */
    String folder() {
        return "images/" + label;
    }

    /** Tells the set's random numbers from the other one's; part of every seed, so never to be changed. */
    int stream() {
        return stream;
    }
}
