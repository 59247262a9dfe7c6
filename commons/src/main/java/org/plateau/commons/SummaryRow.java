package org.plateau.commons;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.trail.Origin;

/** A network's summary in the columns of the database. */
final class SummaryRow {
    /** Gives every column that {@link #read} reads, and the network's key. */
    static final String SELECT = """
            SELECT networks.*, searches.id AS search_id, datasets.name AS dataset_name,
                datasets.fingerprint AS dataset_fingerprint
            FROM networks
            JOIN searches ON searches.key = networks.search
            JOIN datasets ON datasets.key = networks.dataset
            """;

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> MEASURES = new TypeReference<>() {};

    private SummaryRow() {}

    static NetworkSummary read(ResultSet row) throws SQLException {
        return new NetworkSummary(
                row.getString("id"),
                new Origin(
                        row.getString("search_id"),
                        row.getInt("ask"),
                        row.getInt("generation"),
                        row.getString("space"),
                        row.getString("genome"),
                        row.getString("operator"),
                        Columns.json(row, "parents", NAMES)),
                new GraphSize(row.getString("architecture"), row.getLong("parameters"), row.getDouble("mflops")),
                new Assignment(
                        row.getString("dataset_name"),
                        row.getString("dataset_fingerprint"),
                        row.getInt("horizon"),
                        row.getString("measure"),
                        Columns.constant(row, "direction", Direction.class),
                        row.getLong("seed")),
                standing(row),
                new Progress(
                        row.getDouble("epochs"),
                        Columns.number(row, "last_value"),
                        Columns.number(row, "best_value"),
                        Columns.number(row, "seconds"),
                        Columns.number(row, "joules")),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("shape")));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        double fitness = Columns.number(row, "fitness");
        Optional<Fitness> told = row.getString("fitness_origin") == null
                ? Optional.empty()
                : Optional.of(new Fitness(fitness, Columns.constant(row, "fitness_origin", Fitness.Origin.class)));
        Optional<StopReason> stop = row.getString("stop_rule") == null
                ? Optional.empty()
                : Optional.of(new StopReason(row.getString("stop_rule"), row.getString("stop_reason")));
        return new Standing(
                Columns.constant(row, "status", Status.class),
                told,
                stop,
                row.getString("message"),
                Columns.json(row, "test_measures", MEASURES),
                row.getInt("attempts"),
                row.getInt("last_attempt"),
                Columns.instant(row, "created"),
                Columns.instant(row, "updated"));
    }

    /** Binds the columns that change while a network lives. */
    static <S extends SqlStatement<S>> S bind(S statement, Standing standing, Progress progress) {
        return statement
                .bind("status", Columns.name(standing.status()))
                .bind(
                        "fitness",
                        standing.told()
                                .map(told -> Columns.nullable(told.value()))
                                .orElse(null))
                .bind(
                        "fitness_origin",
                        standing.told().map(Fitness::origin).map(Columns::name).orElse(null))
                .bind("stop_rule", standing.stop().map(StopReason::rule).orElse(null))
                .bind("stop_reason", standing.stop().map(StopReason::reason).orElse(null))
                .bind("message", standing.message())
                .bind("test_measures", Columns.json(standing.test()))
                .bind("attempts", standing.attempts())
                .bind("last_attempt", standing.lastAttempt())
                .bind("created", standing.created().toEpochMilli())
                .bind("updated", standing.updated().toEpochMilli())
                .bind("epochs", progress.epochs())
                .bind("last_value", Columns.nullable(progress.last()))
                .bind("best_value", Columns.nullable(progress.best()))
                .bind("seconds", Columns.nullable(progress.seconds()))
                .bind("joules", Columns.nullable(progress.joules()));
    }
}
