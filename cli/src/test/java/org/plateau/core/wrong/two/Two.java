package org.plateau.core.wrong.two;

import java.util.Optional;
import org.plateau.core.wrong.one.One;

/** Breaks a rule on purpose, so that a test can show that the rule notices. */
public record Two(Optional<One> other) {}
