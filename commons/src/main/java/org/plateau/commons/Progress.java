package org.plateau.commons;

/**
 * What a network's curves come to. Only epochs that count are in it: none that a later attempt trained again.
 *
 * @param epochs completed
 * @param last fitness measured last, NaN where there is none
 * @param best fitness measured so far, NaN where there is none
 * @param seconds of training, NaN where they were not measured
 * @param joules of training, NaN where they were not measured
 */
public record Progress(double epochs, double last, double best, double seconds, double joules) {}
