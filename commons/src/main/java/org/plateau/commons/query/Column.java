package org.plateau.commons.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Something to show of each network that was found.
 *
 * @param name as it was asked for
 * @param operand a field or function
 */
public record Column(String name, Operand operand) {
    /**
     * Reads {@code id, fitness, best(val_accuracy)}.
     *
     * @throws QueryException if one of them is no field or function
     */
    public static List<Column> parse(String text) {
        List<Column> columns = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            char one = i == text.length() ? ',' : text.charAt(i);
            depth += one == '(' ? 1 : one == ')' ? -1 : 0;
            if (i == text.length() || (one == ',' && depth <= 0)) {
                columns.add(of(text.substring(begin, i).strip()));
                begin = i + 1;
            }
        }
        return List.copyOf(columns);
    }

    /** A column of a field or function that is named so. */
    public static Column of(String name) {
        return new Column(name, ConditionParser.operand(name));
    }
}
