package org.plateau.prediction.replay;

/** What a predictor is shown. */
public enum Sight {
    /** The fitness of the training alone. */
    FITNESS(false, false),
    /** The fitness of the training and of finished ones. */
    HISTORY(false, true),
    /** All series of the training, no others. */
    COMPANIONS(true, false),
    /** All series of the training and of finished ones. */
    ALL(true, true);

    private final boolean companions;
    private final boolean history;

    Sight(boolean companions, boolean history) {
        this.companions = companions;
        this.history = history;
    }

    /** Whether it sees series beside the fitness, and features. */
    public boolean companions() {
        return companions;
    }

    /** Whether it sees finished trainings. */
    public boolean history() {
        return history;
    }
}
