package org.plateau.commons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plateau.commons.query.Column;
import org.plateau.commons.query.Condition;
import org.plateau.commons.query.Order;

/**
 * A question to the commons.
 *
 * @param condition which networks, empty for all
 * @param words said of them, empty for all
 * @param order which come first
 * @param limit how many at most, ≥ 1
 * @param after cursor of the page before, empty for the first page
 * @param columns what to tell of them beside their summaries
 */
public record NetworkSearch(
        Optional<Condition> condition,
        Optional<TextMatch> words,
        Order order,
        int limit,
        Optional<String> after,
        List<Column> columns) {
    public NetworkSearch {
        columns = List.copyOf(columns);
        if (limit < 1) {
            throw new IllegalArgumentException("A search's limit must be ≥ 1, but was " + limit);
        }
    }

    /** The condition with the words in it. */
    Condition whole() {
        List<Condition> all = new ArrayList<>();
        condition.ifPresent(all::add);
        words.map(Condition.Spoken::new).ifPresent(all::add);
        return new Condition.All(all);
    }

    /** The newest networks that fulfil a condition. */
    public static NetworkSearch of(Condition condition, int limit) {
        return new NetworkSearch(
                Optional.of(condition), Optional.empty(), Order.newest(), limit, Optional.empty(), List.of());
    }
}
