package org.plateau.commons.query;

import java.util.List;
import java.util.Optional;

/**
 * Something recorded of every network, with the one column that it stands in.
 *
 * @param name in conditions
 * @param type of its values
 * @param table that has it
 * @param column in that table
 * @param entry of several in that column, the one that is meant; empty where there is only one
 * @param values all that it can be, empty where that is not so
 * @param meaning in a few words, for the documentation
 */
public record Field(
        String name,
        Type type,
        Table table,
        String column,
        Optional<String> entry,
        List<String> values,
        String meaning) {
    public Field {
        values = List.copyOf(values);
    }

    /** The tables with fields. */
    public enum Table {
        NETWORKS("networks", ""),
        /** A row for many networks, like the next three. */
        SEARCHES("searches", "search"),
        DATASETS("datasets", "dataset"),
        TRAININGS("trainings", "training"),
        GRAPHS("graphs", "graph"),
        /** Several rows for a network, or none, like the next two. */
        TAGS("tags", "key"),
        PARENTS("parents", "key"),
        NOTES("annotations", "id");

        private final String table;
        private final String reference;

        Table(String table, String reference) {
            this.table = table;
            this.reference = reference;
        }

        /** Its name in the database. */
        public String table() {
            return table;
        }

        /** The column of networks by which the two belong together, empty for networks. */
        public String reference() {
            return reference;
        }
    }

    /** Whether a network can have several values. */
    public boolean isMultiple() {
        return table == Table.TAGS || table == Table.PARENTS || table == Table.NOTES;
    }

    static Field number(Table table, String name, String column, String meaning) {
        return new Field(name, Type.NUMBER, table, column, Optional.empty(), List.of(), meaning);
    }

    static Field text(Table table, String name, String column, String meaning) {
        return new Field(name, Type.TEXT, table, column, Optional.empty(), List.of(), meaning);
    }

    static Field choice(Table table, String name, String column, List<String> values, String meaning) {
        return new Field(name, Type.TEXT, table, column, Optional.empty(), values, meaning);
    }

    static Field time(Table table, String name, String column, String meaning) {
        return new Field(name, Type.TIME, table, column, Optional.empty(), List.of(), meaning);
    }

    static Field entry(Table table, String name, String column, String entry, String meaning) {
        return new Field(name, Type.NUMBER, table, column, Optional.of(entry), List.of(), meaning);
    }
}
