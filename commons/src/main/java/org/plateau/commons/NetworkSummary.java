package org.plateau.commons;

import java.util.Optional;
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
 * @param name that someone gave it, empty where nobody did
 * @param shape kind of its fitness curve, empty while it is trained and where it cannot be told
 */
public record NetworkSummary(
        String id,
        Origin origin,
        GraphSize graph,
        Assignment assignment,
        Standing standing,
        Progress progress,
        Optional<String> name,
        Optional<String> shape) {}
