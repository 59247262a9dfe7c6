package org.plateau.commons;

/**
 * An architecture graph in short.
 *
 * @param hash of its content
 * @param parameters trained values
 * @param mflops 10⁶ FLOPs of one forward pass of one sample
 */
public record GraphSize(String hash, long parameters, double mflops) {}
