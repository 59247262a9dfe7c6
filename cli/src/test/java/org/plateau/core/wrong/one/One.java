package org.plateau.core.wrong.one;

import org.plateau.core.wrong.two.Two;

/** Breaks a rule on purpose, so that a test can show that the rule notices. */
public record One(Two other) {}
