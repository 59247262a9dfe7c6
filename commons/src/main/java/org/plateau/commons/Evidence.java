package org.plateau.commons;

import org.plateau.core.trail.TrailEvent;

/**
 * A forecast or a verdict and its place in the trail.
 *
 * @param attempt that it belongs to
 * @param sequence in the attempt
 * @param epoch epochs seen
 * @param event the forecast or the verdict
 */
record Evidence<E extends TrailEvent>(int attempt, int sequence, double epoch, E event) {}
