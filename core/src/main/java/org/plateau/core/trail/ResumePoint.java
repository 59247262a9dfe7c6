package org.plateau.core.trail;

/**
 * Where an attempt goes on.
 *
 * @param attempt whose checkpoint it is
 * @param epoch epochs completed there
 * @param checkpoint SHA-256 of the checkpoint, in hexadecimal
 */
public record ResumePoint(int attempt, double epoch, String checkpoint) {}
