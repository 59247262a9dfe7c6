package org.plateau.commons;

import org.plateau.core.trail.Origin;

/**
 * A network in the commons without its curves: one row of a list.
 *
 * @param id of the network
 * @param origin how it came to be
 * @param graph its architecture in short
 * @param assignment what it was trained on and for
 * @param standing how far it has come
 * @param progress what its curves come to
 */
public record NetworkSummary(
        String id, Origin origin, GraphSize graph, Assignment assignment, Standing standing, Progress progress) {}
