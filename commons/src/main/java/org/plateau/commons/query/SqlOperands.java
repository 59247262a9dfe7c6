package org.plateau.commons.query;

import java.util.function.Function;
import org.plateau.commons.Dialect;
import org.plateau.commons.query.Field.Table;

/** The sides of comparisons in SQL. */
final class SqlOperands {
    private final Dialect dialect;
    private final Function<Object, String> bound;
    private String sign = "";

    SqlOperands(Dialect dialect, Function<Object, String> bound) {
        this.dialect = dialect;
        this.bound = bound;
    }

    /**
     * Whether columns of networks may be looked up in their indexes from now on. SQLite does not look up what has a plus sign;
     * PostgreSQL knows better by itself.
     */
    void useIndexes(boolean use) {
        sign = use || dialect == Dialect.POSTGRESQL ? "" : "+";
    }

    /** A column of networks. */
    String column(String name) {
        return sign + "networks." + name;
    }

    String sql(Operand operand, Function<Field, String> columns) {
        if (operand instanceof Operand.Recorded recorded) {
            return columns.apply(recorded.field());
        } else if (operand instanceof Operand.Whole whole) {
            return bound.apply(whole.value());
        } else if (operand instanceof Operand.Real real) {
            return bound.apply(real.value());
        } else if (operand instanceof Operand.Text text) {
            return bound.apply(text.value());
        }
        throw new IllegalArgumentException("No column holds " + operand);
    }

    /** A field's value in a row of its own table. */
    String own(Field field) {
        String column = field.table().table() + "." + field.column();
        if (field.entry().isEmpty()) {
            return field.table() == Table.NETWORKS ? column(field.column()) : column;
        } else if (field.table() == Table.DATASETS) {
            return "(SELECT number FROM dataset_properties WHERE dataset_properties.dataset = datasets.key AND dataset_properties.name = %s)"
                    .formatted(bound.apply(field.entry().get()));
        }
        return entry(field, column, field.entry().get());
    }

    /** A field's value in a row of {@code networks}; of several, all of them as one text. */
    String ofNetwork(Field field) {
        Table table = field.table();
        if (table == Table.NETWORKS) {
            return own(field);
        } else if (field.isMultiple()) {
            return "(SELECT %s FROM (SELECT %s AS one FROM %s WHERE %s.network = networks.%s AND %s ORDER BY 1) AS several)"
                    .formatted(
                            dialect == Dialect.SQLITE ? "group_concat(one, ', ')" : "string_agg(one, ', ')",
                            own(field),
                            table.table(),
                            table.table(),
                            table.reference(),
                            kind(table));
        }
        return "(SELECT %s FROM %s WHERE %s.key = networks.%s)"
                .formatted(own(field), table.table(), table.table(), table.reference());
    }

    /** Which rows are meant of a table with several for a network. */
    static String kind(Table table) {
        return table == Table.NOTES ? "annotations.kind = 'note'" : "1 = 1";
    }

    /** A number in a JSON object; what else may stand there (NaN) is no value. Of what is not counted there are 0. */
    private String entry(Field field, String column, String name) {
        String number =
                switch (dialect) {
                    case SQLITE -> {
                        String path = bound.apply("$.\"" + name + "\"");
                        yield "CASE WHEN json_type(%s, %s) IN ('integer', 'real') THEN json_extract(%s, %s) END"
                                .formatted(column, path, column, path);
                    }
                    case POSTGRESQL -> {
                        String key = bound.apply(name);
                        yield "CASE WHEN json_typeof(CAST(%s AS json) -> %s) = 'number' THEN CAST(CAST(%s AS json) ->> %s AS double precision) END"
                                .formatted(column, key, column, key);
                    }
                };
        return field.table() == Table.GRAPHS ? "coalesce(%s, 0)".formatted(number) : "(%s)".formatted(number);
    }
}
