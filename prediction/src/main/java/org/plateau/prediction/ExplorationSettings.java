package org.plateau.prediction;

/**
 * Which trainings go to the horizon although a rule would stop them, so that the history holds what it needs and is not
 * biased by early stops.
 *
 * <p>The first networks are all explored. Of the later ones a share is: the first that are unlike what has finished
 * ({@link Forecast#novelty()}), and when none has come for twice the time, any. Neither looks at how good a network is,
 * only at how well its kind is known; only a training that diverged is stopped nevertheless.
 *
 * @param first how many networks at the start
 * @param share of the later ones, in [0, 1]
 * @param novelty from which a network counts as unlike the finished ones
 */
public record ExplorationSettings(int first, double share, double novelty) {
    private static final ExplorationSettings NONE = new ExplorationSettings(0, 0, 0);
    private static final ExplorationSettings STANDARD = new ExplorationSettings(4, 0.025, 1.6);

    public ExplorationSettings {
        if (first < 0) {
            throw new IllegalArgumentException("The first explored networks must be ≥ 0, but were " + first);
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The explored share must be in [0, 1], but was " + share);
        }
        if (!(novelty >= 0) || Double.isInfinite(novelty)) {
            throw new IllegalArgumentException("The novelty must be a finite number ≥ 0, but was " + novelty);
        }
    }

    /** Every rule's verdict counts. */
    public static ExplorationSettings none() {
        return NONE;
    }

    /** The first four networks and one in forty later. */
    public static ExplorationSettings standard() {
        return STANDARD;
    }

    /** These settings for searches in which only a share of all precautions is taken, in [0, 1]. */
    ExplorationSettings times(double part) {
        return new ExplorationSettings((int) Math.round(first * part), share * part, novelty);
    }

    /** What a network may do when a rule wants to stop it. */
    public enum Grant {
        /** It stops. */
        NONE,
        /** It goes on to the horizon if it is unlike the finished ones. */
        IF_NOVEL,
        /** It goes on to the horizon. */
        ALWAYS
    }

    /**
     * What a network is granted.
     *
     * @param index how many networks came before it
     * @param explored how many of them, the first ones apart, were explored
     */
    public Grant grant(int index, int explored) {
        if (index < first) {
            return Grant.ALWAYS;
        }
        double credit = share * (index - first + 1) - explored;
        // A hair less, since 1/40 forty times is not quite 1.
        if (credit >= 2 - 1e-9) {
            return Grant.ALWAYS;
        }
        return credit >= 1 - 1e-9 ? Grant.IF_NOVEL : Grant.NONE;
    }

    /** Whether a training with this grant and forecast goes on where a rule would stop it. */
    public boolean continues(Grant grant, Forecast forecast) {
        return grant == Grant.ALWAYS || (grant == Grant.IF_NOVEL && forecast.novelty() >= novelty);
    }
}
