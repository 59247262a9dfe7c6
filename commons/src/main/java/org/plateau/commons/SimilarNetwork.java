package org.plateau.commons;

/**
 * A network and how similar its architecture is to that of another one.
 *
 * @param network its summary
 * @param similarity in [0, 1], by the Weisfeiler-Lehman kernel
 */
public record SimilarNetwork(NetworkSummary network, double similarity) {}
