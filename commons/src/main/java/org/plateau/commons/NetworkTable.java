package org.plateau.commons;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.plateau.core.trail.Origin;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;
import org.plateau.formats.json.ArchitectureJson;
import org.plateau.formats.json.PlateauJson;

/** The table of networks, and those of searches, datasets and graphs that its rows point to. */
final class NetworkTable {
    private final Handle handle;

    NetworkTable(Handle handle) {
        this.handle = handle;
    }

    /** A network's row. */
    record Row(long key, NetworkSummary summary) {}

    Optional<Row> find(String id) {
        return handle.createQuery(SummaryRow.SELECT + " WHERE networks.id = :id")
                .bind("id", id)
                .map((row, context) -> new Row(row.getLong("key"), SummaryRow.read(row)))
                .findOne();
    }

    /** Makes the row of a network that has none. */
    long insert(String id, NetworkGenerated generated, Standing standing, Progress progress) {
        Origin origin = generated.origin();
        return SummaryRow.bind(handle.createQuery("""
                                INSERT INTO networks (id, search, ask, generation, space, genome, operator, parents,
                                    architecture, parameters, mflops, dataset, horizon, measure, direction, seed,
                                    status, epochs, last_value, best_value, seconds, joules, fitness, fitness_origin,
                                    stop_rule, stop_reason, message, test_measures, attempts, last_attempt, created,
                                    updated)
                                VALUES (:id, :search, :ask, :generation, :space, :genome, :operator, :parents,
                                    :architecture, :parameters, :mflops, :dataset, :horizon, :measure, :direction, :seed,
                                    :status, :epochs, :last_value, :best_value, :seconds, :joules, :fitness,
                                    :fitness_origin, :stop_rule, :stop_reason, :message, :test_measures, :attempts,
                                    :last_attempt, :created, :updated)
                                RETURNING key
                                """), standing, progress)
                .bind("id", id)
                .bind("search", search(generated))
                .bind("ask", origin.ask())
                .bind("generation", origin.generation())
                .bind("space", origin.space())
                .bind("genome", origin.genome())
                .bind("operator", origin.operator())
                .bind("parents", Columns.json(origin.parents()))
                .bind("architecture", architecture(generated))
                .bind("parameters", generated.architecture().parameters())
                .bind("mflops", generated.architecture().flops() / 1e6)
                .bind("dataset", dataset(generated))
                .bind("horizon", generated.training().epochs())
                .bind("measure", generated.training().fitness().name())
                .bind("direction", Columns.name(generated.training().fitness().direction()))
                .bind("seed", generated.seed())
                .mapTo(Long.class)
                .one();
    }

    void update(long key, Standing standing, Progress progress) {
        SummaryRow.bind(handle.createUpdate("""
                                UPDATE networks SET status = :status, epochs = :epochs, last_value = :last_value,
                                    best_value = :best_value, seconds = :seconds, joules = :joules, fitness = :fitness,
                                    fitness_origin = :fitness_origin, stop_rule = :stop_rule,
                                    stop_reason = :stop_reason, message = :message, test_measures = :test_measures,
                                    attempts = :attempts, last_attempt = :last_attempt, created = :created,
                                    updated = :updated
                                WHERE key = :key
                                """), standing, progress)
                .bind("key", key)
                .execute();
    }

    /** Takes away a network that has neither curves nor evidence. */
    void remove(long key) {
        for (String sql :
                List.of("DELETE FROM attempts WHERE network = :key", "DELETE FROM networks WHERE key = :key")) {
            handle.createUpdate(sql).bind("key", key).execute();
        }
    }

    /**
     * A row that several networks share.
     *
     * @param content that may come otherwise with another network; the smallest text is kept
     */
    private record Shared(long key, Optional<String> content) {
        boolean keeps(Optional<String> other) {
            return other.isEmpty() || (content.isPresent() && compare(content.get(), other.get()) <= 0);
        }

        /** As the databases do, byte by byte. */
        private static int compare(String one, String other) {
            return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }
    }

    // What several networks share is kept in a way that does not depend on which of them came first.

    private long search(NetworkGenerated generated) {
        Optional<String> name = name(generated.provenance().configuration());
        Optional<Shared> known = handle.createQuery("SELECT key, name AS content FROM searches WHERE id = :id")
                .bind("id", generated.origin().search())
                .map((row, context) -> new Shared(row.getLong("key"), Optional.ofNullable(row.getString("content"))))
                .findOne();
        if (known.isPresent() && known.get().keeps(name)) {
            return known.get().key();
        }
        long key = handle.createQuery("""
                        INSERT INTO searches (id, name) VALUES (:id, :name)
                        ON CONFLICT (id) DO UPDATE
                        SET name = CASE WHEN searches.name IS NULL OR excluded.name < searches.name
                            THEN excluded.name ELSE searches.name END
                        RETURNING key
                        """)
                .bind("id", generated.origin().search())
                .bind("name", name.orElse(null))
                .mapTo(Long.class)
                .one();
        if (known.isPresent()) {
            new AnnotationEffects(handle).applyToSearch(key);
        }
        return key;
    }

    private String architecture(NetworkGenerated generated) {
        String hash = ArchitectureJson.contentHash(generated.architecture());
        handle.createUpdate("""
                        INSERT INTO architectures (hash, document) VALUES (:hash, :document)
                        ON CONFLICT (hash) DO UPDATE
                        SET document = excluded.document WHERE excluded.document < architectures.document
                        """)
                .bind("hash", hash)
                .bind("document", ArchitectureJson.write(generated.architecture()))
                .execute();
        return hash;
    }

    private long dataset(NetworkGenerated generated) {
        String properties = Columns.json(generated.properties());
        Optional<Shared> known = handle.createQuery("""
                        SELECT key, properties AS content FROM datasets WHERE fingerprint = :fingerprint AND name = :name
                        """)
                .bind("fingerprint", generated.properties().fingerprint())
                .bind("name", generated.properties().name())
                .map((row, context) -> new Shared(row.getLong("key"), Optional.of(row.getString("content"))))
                .findOne();
        if (known.isPresent() && known.get().keeps(Optional.of(properties))) {
            return known.get().key();
        }
        long key = handle.createQuery("""
                        INSERT INTO datasets (fingerprint, name, properties) VALUES (:fingerprint, :name, :properties)
                        ON CONFLICT (fingerprint, name) DO UPDATE SET properties = CASE WHEN excluded.properties < datasets.properties
                            THEN excluded.properties ELSE datasets.properties END
                        RETURNING key
                        """)
                .bind("fingerprint", generated.properties().fingerprint())
                .bind("name", generated.properties().name())
                .bind("properties", properties)
                .mapTo(Long.class)
                .one();
        new DatasetPropertyTable(handle).write(key, generated.properties());
        return key;
    }

    private static Optional<String> name(String configuration) {
        try {
            JsonNode name = PlateauJson.mapper().readTree(configuration).path("name");
            return name.isTextual() ? Optional.of(name.asText()) : Optional.empty();
        } catch (JsonProcessingException e) {
            // A search without a name is still a search: the configuration may be of another program.
            return Optional.empty();
        }
    }
}
