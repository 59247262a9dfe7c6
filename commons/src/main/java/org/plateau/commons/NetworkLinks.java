package org.plateau.commons;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.similar.GraphTable;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;
import org.plateau.formats.trail.TrailFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a network shares with others and is asked for: its graph, and how it is trained. */
final class NetworkLinks {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkLinks.class);

    private final Handle handle;
    private final GraphTable graphs;
    private final TrainingTable trainings;

    NetworkLinks(Handle handle) {
        this.handle = handle;
        this.graphs = new GraphTable(handle);
        this.trainings = new TrainingTable(handle);
    }

    /** Links a network to its graph and its training. */
    void write(long network, NetworkGenerated generated) {
        String hash = handle.createQuery("SELECT architecture FROM networks WHERE key = :key")
                .bind("key", network)
                .mapTo(String.class)
                .one();
        handle.createUpdate("UPDATE networks SET graph = :graph, training = :training WHERE key = :key")
                .bind("graph", graphs.key(hash, generated.architecture()))
                .bind("training", trainings.key(generated.training()))
                .bind("key", network)
                .execute();
    }

    private record Unlinked(long key, String id, int attempt) {}

    /** Links all networks that are not. One whose trail cannot be read goes without. */
    void writeMissing(TrailFolder trails) {
        AttemptTable attempts = new AttemptTable(handle);
        List<Unlinked> networks = handle.createQuery("""
                        SELECT key, id, last_attempt FROM networks WHERE graph IS NULL OR training IS NULL
                        """)
                .map((row, context) ->
                        new Unlinked(row.getLong("key"), row.getString("id"), row.getInt("last_attempt")))
                .list();
        for (Unlinked network : networks) {
            try {
                var extent = attempts.extent(network.id(), network.attempt());
                if (trails.trail(network.id(), network.attempt())
                                .read(extent)
                                .get(0)
                                .event()
                        instanceof NetworkGenerated generated) {
                    write(network.key(), generated);
                }
            } catch (CommonsException | TrailFileException | TrailOrderException e) {
                LOG.warn("The settings of {} are not known: {}", network.id(), e.getMessage());
            }
        }
    }
}
