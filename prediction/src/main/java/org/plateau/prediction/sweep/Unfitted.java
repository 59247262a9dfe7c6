package org.plateau.prediction.sweep;

/**
 * A function that was not fitted.
 *
 * @param function its name
 * @param series to which it was not fitted
 * @param reason in a few words
 */
public record Unfitted(String function, Series series, String reason) {}
