package org.plateau.prediction.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.plateau.prediction.UnknownNameException;

/**
 * The kinds of learning curves that a training can show. "Better" is towards the optimum of the fitness measure: up for
 * an accuracy, down for a loss.
 */
public enum CurveShape {
    /** Gets better from the beginning, ever more slowly, and nears a plateau. */
    LEARNING,
    /** Stays where guessing is for some epochs, and learns then. */
    DELAYED,
    /** Stays where guessing is to the end. */
    NEVER_LEARNS,
    /** The loss grows without bound, or is no number any more. */
    DIVERGED,
    /** Learns, and then falls back at once to where guessing is, or nearly so, and stays there. */
    COLLAPSED,
    /** Learns up to a best value, and from there on slowly gets worse. */
    OVERFITTING,
    /** Learns, but swings from epoch to epoch by more than it gains. */
    NOISY,
    /** Learns, nears a plateau, and begins to learn once more, as it does when the learning rate is lowered. */
    STEPPED;

    /** The name as it is written in files and shown: in kebab-case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of all shapes. */
    public static List<String> words() {
        return Arrays.stream(values()).map(CurveShape::word).toList();
    }

    /**
     * The shape of this word.
     *
     * @throws UnknownNameException if there is none; the message names the nearest known one
     */
    public static CurveShape named(String word) {
        return Arrays.stream(values())
                .filter(shape -> shape.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("curve shape", word, words()));
    }
}
