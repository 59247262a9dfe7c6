package org.plateau.commons.query;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which networks come first. Those without a value come last either way, and equal ones in the order in which they came into
 * the commons, or the other way round where the order is descending.
 *
 * @param by a field or function
 * @param descending whether the largest come first
 */
public record Order(Operand by, boolean descending) {
    private static final Pattern TEXT = Pattern.compile("(?is)(.*?\\S)(?:\\s+(asc|desc))?\\s*");

    /** The latest entries first. */
    public static Order newest() {
        return new Order(ConditionParser.operand("updated"), true);
    }

    /**
     * Reads {@code fitness desc}.
     *
     * @throws QueryException if it is not a field or function, and perhaps {@code asc} or {@code desc}
     */
    public static Order parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new QueryException("The order is empty; say for example: fitness desc");
        }
        Operand by = ConditionParser.operand(parts.group(1));
        if (by instanceof Operand.Recorded recorded && recorded.field().isMultiple()) {
            throw new QueryException("A network can have several of %s, which is no order"
                    .formatted(recorded.field().name()));
        }
        String direction = parts.group(2);
        return new Order(
                by, direction != null && direction.toLowerCase(Locale.ROOT).equals("desc"));
    }
}
