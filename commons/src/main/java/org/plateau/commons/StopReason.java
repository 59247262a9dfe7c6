package org.plateau.commons;

/**
 * Why a verdict ended a training.
 *
 * @param rule that decided
 * @param reason a sentence
 */
public record StopReason(String rule, String reason) {}
