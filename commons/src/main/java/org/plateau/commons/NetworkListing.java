package org.plateau.commons;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds networks and searches. Reads summaries only. */
final class NetworkListing {
    private static final int CANDIDATES = 5;

    private final Handle handle;

    NetworkListing(Handle handle) {
        this.handle = handle;
    }

    List<NetworkSummary> list(NetworkQuery query) {
        String where = query.search().isPresent() ? """
                  WHERE networks.search IN (
                      SELECT key FROM searches WHERE substr(id, 1, length(:prefix)) = :prefix
                          OR substr(name, 1, length(:prefix)) = :prefix)
                  """ : "";
        Query statement = handle.createQuery(SummaryRow.SELECT + where + order(query.sort()) + " LIMIT :limit")
                .bind("limit", query.limit());
        query.search().ifPresent(prefix -> statement.bind("prefix", prefix));
        return statement.map((row, context) -> SummaryRow.read(row)).list();
    }

    NetworkTable.Row find(String idPrefix) {
        Optional<NetworkTable.Row> exact = new NetworkTable(handle).find(idPrefix);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<NetworkTable.Row> candidates = handle.createQuery(SummaryRow.SELECT + """
                        WHERE networks.id >= :prefix AND networks.id < :end ORDER BY networks.id LIMIT :limit
                        """)
                .bind("prefix", idPrefix)
                .bind("end", idPrefix + Character.MAX_VALUE)
                .bind("limit", CANDIDATES + 1)
                .map((row, context) -> new NetworkTable.Row(row.getLong("key"), SummaryRow.read(row)))
                .list();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        if (candidates.isEmpty()) {
            throw new NetworkLookupException("No network's id begins with \"" + idPrefix + "\"");
        }
        String names = candidates.stream()
                .limit(CANDIDATES)
                .map(candidate -> candidate.summary().id())
                .collect(Collectors.joining(", "));
        throw new NetworkLookupException("More than one network's id begins with \"%s\": %s%s"
                .formatted(idPrefix, names, candidates.size() > CANDIDATES ? ", …" : ""));
    }

    /** Networks by their keys. */
    Map<Long, NetworkSummary> all(Collection<Long> keys) {
        Map<Long, NetworkSummary> found = new HashMap<>();
        String some = keys.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        if (!keys.isEmpty()) {
            handle.createQuery(SummaryRow.SELECT + " WHERE networks.key IN " + some)
                    .map((row, context) -> Map.entry(row.getLong("key"), SummaryRow.read(row)))
                    .forEach(network -> found.put(network.getKey(), network.getValue()));
        }
        return found;
    }

    List<SearchSummary> searches() {
        return handle.createQuery("""
                        SELECT searches.id, searches.name, counted.first_seen, counted.networks
                        FROM (SELECT search, min(created) AS first_seen, count(*) AS networks
                            FROM networks GROUP BY search) AS counted
                        JOIN searches ON searches.key = counted.search
                        ORDER BY counted.first_seen DESC, searches.id
                        """)
                .map((row, context) -> new SearchSummary(
                        row.getString("id"),
                        Optional.ofNullable(row.getString("name")),
                        Columns.instant(row, "first_seen"),
                        row.getInt("networks")))
                .list();
    }

    private static String order(NetworkQuery.Sort sort) {
        return switch (sort) {
            case NEWEST -> "ORDER BY networks.updated DESC, networks.id";
            case ASKED -> "ORDER BY networks.search, networks.ask, networks.id";
            case FITNESS -> """
                ORDER BY CASE direction WHEN 'maximize' THEN -1 ELSE 1 END * coalesce(fitness, best_value) NULLS LAST,
                    networks.id
                """;
            case FLOPS -> "ORDER BY networks.mflops, networks.id";
            case EPOCHS -> "ORDER BY networks.epochs DESC, networks.id";
        };
    }
}
