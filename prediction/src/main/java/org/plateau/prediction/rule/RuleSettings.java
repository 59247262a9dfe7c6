package org.plateau.prediction.rule;

import org.plateau.prediction.Rule;

/**
 * The rules that settings can carry: each is a record whose components are its settings, checked when it is made.
 *
 * <p>Other rules can be written in code; these can also be read from a file.
 */
public sealed interface RuleSettings extends Rule
        permits Converged, Diverged, NeverLearns, Patience, Settled, Unpromising {}
