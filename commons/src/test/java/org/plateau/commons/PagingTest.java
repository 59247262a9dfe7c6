package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.commons.query.Column;
import org.plateau.commons.query.ConditionParser;
import org.plateau.commons.query.Order;
import org.plateau.commons.query.QueryException;

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class PagingTest {
    private static final List<String> ORDERS = List.of(
            "ask",
            "fitness",
            "fitness desc",
            "operator desc",
            "search_name",
            "test_accuracy",
            "dataset.noise desc",
            "created desc",
            "count(conv5x5) desc",
            "best(val_accuracy) desc",
            "epochs_to(val_accuracy, 95)",
            "similar('n001') desc");

    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    @TempDir
    Path folder;

    private CommonsStore commons;
    private RandomNetworks networks;

    @BeforeEach
    void fill() {
        commons = database.commons(folder).open();
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        networks = new RandomNetworks(new Random(seed));
        record(60);
    }

    @AfterEach
    void close() {
        commons.close();
    }

    private void record(int count) {
        for (int i = 0; i < count; i++) {
            commons.record(networks.next());
        }
    }

    @Test
    void pagesTogetherAreTheWholeList() {
        for (String order : ORDERS) {
            List<String> whole =
                    ConditionPropertyTest.ids(commons.search(search("ask > 3", order, 1000, Optional.empty())));
            assertThat(whole).as(order).hasSize(57);
            assertThat(pages("ask > 3", order, 7)).as(order).isEqualTo(whole);
        }
    }

    @Test
    void anOrderIsThatOfTheValuesAndThoseWithoutOneComeLast() {
        for (String order : ORDERS) {
            String by = order.replaceFirst(" desc$", "");
            NetworkPage page = commons.search(new NetworkSearch(
                    Optional.empty(),
                    Optional.empty(),
                    Order.parse(order),
                    1000,
                    Optional.empty(),
                    Column.parse(by + ", ask")));
            List<Optional<Object>> values =
                    page.networks().stream().map(found -> found.values().get(0)).toList();
            List<Optional<Object>> sorted = new ArrayList<>(values);
            boolean descending = order.endsWith("desc");
            sorted.sort((one, other) -> one.isEmpty() || other.isEmpty()
                    ? Boolean.compare(one.isEmpty(), other.isEmpty())
                    : (descending ? -1 : 1) * compare(one.get(), other.get()));
            assertThat(values).as(order).isEqualTo(sorted);
        }
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return one instanceof Number number
                ? Double.compare(number.doubleValue(), ((Number) other).doubleValue())
                : ((Comparable<Object>) one).compareTo(other);
    }

    @Test
    void whatComesInBetweenTwoPagesMovesNothing() {
        NetworkPage first = commons.search(search("ask > 0", "ask", 10, Optional.empty()));
        record(5);
        NetworkPage second = commons.search(search("ask > 0", "ask", 10, first.next()));
        assertThat(ConditionPropertyTest.ids(second)).first().isEqualTo("n011");
        NetworkPage last = commons.search(search("ask > 60", "ask", 10, Optional.empty()));
        assertThat(last.networks()).hasSize(5);
        assertThat(last.next()).isEmpty();
    }

    @Test
    void aCursorIsChecked() {
        String cursor = commons.search(search("ask > 0", "ask", 10, Optional.empty()))
                .next()
                .orElseThrow();
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        for (String wrong : List.of("", "x", "&", cursor.substring(1), cursor + "A", "A".repeat(100_000))) {
            assertThatThrownBy(() -> commons.search(search("ask > 0", "ask", 10, Optional.of(wrong))))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("is no cursor");
        }
        assertThatThrownBy(() -> commons.search(search("ask > 1", "ask", 10, Optional.of(cursor))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("belongs to another condition or order");
    }

    @Test
    void anUnknownNetworkToCompareWithIsToldOf() {
        assertThatThrownBy(() -> commons.search(search("similar('zz') > 0.5", "ask", 10, Optional.empty())))
                .isInstanceOf(NetworkLookupException.class)
                .hasMessageContaining("zz");
    }

    private List<String> pages(String condition, String order, int limit) {
        List<String> ids = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            NetworkPage page = commons.search(search(condition, order, limit, after));
            ids.addAll(ConditionPropertyTest.ids(page));
            after = page.next();
        } while (after.isPresent());
        return ids;
    }

    private static NetworkSearch search(String condition, String order, int limit, Optional<String> after) {
        return new NetworkSearch(
                Optional.of(ConditionParser.parse(condition)),
                Optional.empty(),
                Order.parse(order),
                limit,
                after,
                List.of());
    }
}
