package org.plateau.commons.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.plateau.commons.Dialect;
import org.plateau.commons.TextMatch;
import org.plateau.commons.query.Condition.Among;
import org.plateau.commons.query.Condition.Atom;
import org.plateau.commons.query.Condition.Like;
import org.plateau.commons.query.Field.Table;
import org.plateau.commons.query.Operand.Constant;

/**
 * A condition in SQL. Its text is made of known columns only; everything that a user said is a bound parameter.
 *
 * <p>Atoms on curves and similarity must have become sets of keys before.
 */
public final class SqlCondition {
    /** Sets of at most so many keys are looked up one by one; of larger ones, every row asks whether it is in. */
    static final int FEW = 20_000;

    private static final Set<Table> SMALL = Set.of(Table.SEARCHES, Table.DATASETS, Table.TRAININGS);

    private final Dialect dialect;
    private final SqlOperands operands;
    private final Map<String, Object> bindings = new HashMap<>();

    public SqlCondition(Dialect dialect) {
        this.dialect = dialect;
        this.operands = new SqlOperands(dialect, this::bound);
    }

    /** SQL that is true for the rows of {@code networks} that fulfil a condition. */
    public String where(Condition condition) {
        if (condition instanceof Condition.All all) {
            return joined(all.conditions(), " AND ", "1 = 1");
        } else if (condition instanceof Condition.Any any) {
            return joined(any.conditions(), " OR ", "1 = 0");
        } else if (condition instanceof Among among) {
            return among(among);
        } else if (condition instanceof Condition.Spoken spoken) {
            bindings.put("words", spoken.match().parameter(dialect));
            return "%s IN (%s)".formatted(operands.column("key"), TextMatch.keys(dialect));
        }
        return atom((Atom) condition);
    }

    /** The same for a database that should look nothing of it up in indexes. */
    public String whereUnindexed(Condition condition) {
        operands.useIndexes(false);
        String where = where(condition);
        operands.useIndexes(true);
        return where;
    }

    /** SQL of a field's value in a row of {@code networks}. */
    public String value(Field field) {
        return operands.ofNetwork(field);
    }

    /** Gives a statement the values that its SQL names. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        bindings.forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                statement.bind(name, bytes);
            } else {
                statement.bind(name, value);
            }
        });
        return statement;
    }

    private String joined(List<Condition> conditions, String between, String none) {
        return conditions.isEmpty()
                ? none
                : conditions.stream().map(this::where).collect(Collectors.joining(between, "(", ")"));
    }

    private String atom(Atom atom) {
        if (atom.operand() instanceof Operand.Recorded recorded
                && recorded.field().isMultiple()) {
            return ofSeveral(atom, recorded.field().table());
        }
        List<Table> tables = tables(atom);
        if (tables.size() == 1 && SMALL.contains(tables.get(0))) {
            Table table = tables.get(0);
            return "%s IN (SELECT key FROM %s WHERE %s)"
                    .formatted(operands.column(table.reference()), table.table(), test(atom, operands::own));
        } else if (tables.size() == 1 && tables.get(0) == Table.GRAPHS) {
            return "EXISTS (SELECT 1 FROM graphs WHERE graphs.key = networks.graph AND %s)"
                    .formatted(test(atom, operands::own));
        }
        return test(atom, operands::ofNetwork);
    }

    /** One of the values is so. What is negated holds where none is, also where there is none at all. */
    private String ofSeveral(Atom atom, Table table) {
        boolean none = atom.isNegated();
        Atom positive = none ? atom.negated() : atom;
        boolean missing = positive instanceof Condition.Missing;
        String which = missing ? "1 = 1" : test(positive, operands::own);
        return "%s %sIN (SELECT %s.network FROM %s WHERE %s AND %s)"
                .formatted(
                        operands.column(table.reference()),
                        not(none != missing),
                        table.table(),
                        table.table(),
                        SqlOperands.kind(table),
                        which);
    }

    private static List<Table> tables(Atom atom) {
        List<Operand> sides = new ArrayList<>(List.of(atom.operand()));
        if (atom instanceof Condition.Comparison comparison) {
            sides.add(comparison.other());
        }
        return sides.stream()
                .filter(Operand.Recorded.class::isInstance)
                .map(side -> ((Operand.Recorded) side).field().table())
                .distinct()
                .toList();
    }

    private String test(Atom atom, Function<Field, String> columns) {
        String left = operands.sql(atom.operand(), columns);
        if (atom instanceof Condition.Comparison comparison) {
            return "%s %s %s"
                    .formatted(left, comparison.comparator().sign(), operands.sql(comparison.other(), columns));
        } else if (atom instanceof Condition.Between between) {
            return "%s %sBETWEEN %s AND %s"
                    .formatted(left, not(between.isNegated()), bound(between.low()), bound(between.high()));
        } else if (atom instanceof Condition.OneOf oneOf) {
            return oneOf.constants().stream()
                    .map(this::bound)
                    .collect(Collectors.joining(", ", "%s %sIN (".formatted(left, not(oneOf.isNegated())), ")"));
        } else if (atom instanceof Like like) {
            return like(like, left);
        }
        return "%s IS %sNULL".formatted(left, not(((Condition.Missing) atom).isNegated()));
    }

    /** Letters of ASCII are alike in both cases, others are not: that is what both databases can do in any locale. */
    private String like(Like like, String column) {
        String pattern = bound(like.pattern());
        // Bound, because Jdbi reads on over a quote that follows a backslash.
        String escape = bound("\\");
        return switch (dialect) {
            case SQLITE -> "%s %sLIKE %s ESCAPE %s".formatted(column, not(like.isNegated()), pattern, escape);
            case POSTGRESQL ->
                "lower(%s) %sLIKE lower(CAST(%s AS text) COLLATE \"C\") ESCAPE %s"
                        .formatted(column, not(like.isNegated()), pattern, escape);
        };
    }

    private String among(Among among) {
        String key = among.table() == Table.NETWORKS
                ? "networks.key"
                : "networks." + among.table().reference();
        String in = among.keys().size() <= FEW ? few(key, among.keys()) : many(key, among.keys());
        return among.negated() ? "NOT " + in : in;
    }

    private String few(String key, KeySet keys) {
        String list = keys.keys().mapToObj(Long::toString).collect(Collectors.joining(","));
        return switch (dialect) {
            case SQLITE -> "(%s IN (SELECT value FROM json_each(%s)))".formatted(key, bound("[" + list + "]"));
            case POSTGRESQL -> "(%s IN (SELECT unnest(CAST(%s AS bigint[]))))".formatted(key, bound("{" + list + "}"));
        };
    }

    private String many(String key, KeySet keys) {
        byte[] flags = keys.flags();
        String set = bound(flags);
        return switch (dialect) {
            case SQLITE -> "(substr(%s, %s + 1, 1) = x'01')".formatted(set, key);
            case POSTGRESQL ->
                "(CASE WHEN %s < %d THEN get_byte(%s, CAST(%s AS integer)) ELSE 0 END = 1)"
                        .formatted(key, flags.length, set, key);
        };
    }

    /** Binds a constant. */
    public String bound(Constant constant) {
        if (constant instanceof Operand.Whole whole) {
            return bound((Object) whole.value());
        } else if (constant instanceof Operand.Real real) {
            return bound((Object) real.value());
        }
        return bound((Object) ((Operand.Text) constant).value());
    }

    /** Binds a value of the search itself, such as where a page begins. */
    public String bound(Object value) {
        String name = "p" + bindings.size();
        bindings.put(name, value);
        return ":" + name;
    }

    private static String not(boolean negated) {
        return negated ? "NOT " : "";
    }
}
