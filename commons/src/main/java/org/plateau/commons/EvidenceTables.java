package org.plateau.commons;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.plateau.core.trail.FittedFunction;
import org.plateau.core.trail.Interval;
import org.plateau.core.trail.TrailEvent.ForecastMade;
import org.plateau.core.trail.TrailEvent.VerdictGiven;

/** The tables of forecasts and verdicts. */
final class EvidenceTables {
    private static final TypeReference<List<Interval>> INTERVALS = new TypeReference<>() {};
    private static final TypeReference<List<FittedFunction>> FUNCTIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> NUMBERS = new TypeReference<>() {};

    private final Handle handle;

    EvidenceTables(Handle handle) {
        this.handle = handle;
    }

    /** A network's forecasts, in the order in which they were made. */
    List<ForecastMade> forecasts(long network) {
        return handle.createQuery("""
                        SELECT epoch, measure, horizon, value, intervals, functions, method, history, micros
                        FROM forecasts WHERE network = :network ORDER BY attempt, sequence
                        """)
                .bind("network", network)
                .map((row, context) -> new ForecastMade(
                        row.getDouble("epoch"),
                        row.getString("measure"),
                        row.getDouble("horizon"),
                        Columns.number(row, "value"),
                        Columns.json(row, "intervals", INTERVALS),
                        Columns.json(row, "functions", FUNCTIONS),
                        row.getString("method"),
                        row.getLong("history"),
                        row.getLong("micros")))
                .list();
    }

    /** A network's verdicts, in the order in which they were given. */
    List<VerdictGiven> verdicts(long network) {
        return handle.createQuery("""
                        SELECT epoch, stop, rule, reason, numbers, peers
                        FROM verdicts WHERE network = :network ORDER BY attempt, sequence
                        """)
                .bind("network", network)
                .map((row, context) -> new VerdictGiven(
                        row.getDouble("epoch"),
                        row.getBoolean("stop"),
                        row.getString("rule"),
                        row.getString("reason"),
                        Columns.json(row, "numbers", NUMBERS),
                        row.getLong("peers")))
                .list();
    }

    /** Takes away what was said about epochs after this one. */
    void cut(long network, double epoch) {
        for (String sql : List.of(
                "DELETE FROM forecasts WHERE network = :network AND epoch > :epoch",
                "DELETE FROM verdicts WHERE network = :network AND epoch > :epoch")) {
            handle.createUpdate(sql)
                    .bind("network", network)
                    .bind("epoch", epoch)
                    .execute();
        }
    }

    void addForecasts(long network, List<Evidence<ForecastMade>> forecasts) {
        if (forecasts.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO forecasts (network, attempt, sequence, epoch, measure, horizon, value, intervals, functions,
                    method, history, micros)
                VALUES (:network, :attempt, :sequence, :epoch, :measure, :horizon, :value, :intervals, :functions,
                    :method, :history, :micros)
                """);
        for (Evidence<ForecastMade> evidence : forecasts) {
            ForecastMade forecast = evidence.event();
            batch.bind("network", network)
                    .bind("attempt", evidence.attempt())
                    .bind("sequence", evidence.sequence())
                    .bind("epoch", forecast.epoch())
                    .bind("measure", forecast.measure())
                    .bind("horizon", forecast.horizon())
                    .bind("value", Columns.nullable(forecast.value()))
                    .bind("intervals", Columns.json(forecast.intervals()))
                    .bind("functions", Columns.json(forecast.functions()))
                    .bind("method", forecast.method())
                    .bind("history", forecast.history())
                    .bind("micros", forecast.micros())
                    .add();
        }
        batch.execute();
    }

    void addVerdicts(long network, List<Evidence<VerdictGiven>> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO verdicts (network, attempt, sequence, epoch, stop, rule, reason, numbers, peers)
                VALUES (:network, :attempt, :sequence, :epoch, :stop, :rule, :reason, :numbers, :peers)
                """);
        for (Evidence<VerdictGiven> evidence : verdicts) {
            VerdictGiven verdict = evidence.event();
            batch.bind("network", network)
                    .bind("attempt", evidence.attempt())
                    .bind("sequence", evidence.sequence())
                    .bind("epoch", verdict.epoch())
                    .bind("stop", verdict.stop())
                    .bind("rule", verdict.rule())
                    .bind("reason", verdict.reason())
                    .bind("numbers", Columns.json(verdict.numbers()))
                    .bind("peers", verdict.peers())
                    .add();
        }
        batch.execute();
    }
}
