package org.plateau.search.wrong;

import org.plateau.prediction.PredictionSettings;

/** Breaks a rule on purpose, so that a test can show that the rule notices. */
public final class SearchThatPredicts {
    public PredictionSettings settings() {
        return PredictionSettings.plateau();
    }
}
