package org.plateau.formats.curves;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of a curve file.
 *
 * @param file it stands in
 * @param line its number, 1 is the header
 * @param columns index of every column by name
 * @param fields its fields
 */
record Row(Path file, long line, Map<String, Integer> columns, List<String> fields) {
    boolean blank() {
        return fields.stream().allMatch(String::isBlank);
    }

    boolean has(String column) {
        Integer index = columns.get(column);
        return index != null && index < fields.size();
    }

    /** Fails where the row has more fields than the header. */
    void requireNoMore() {
        if (fields.size() > columns.size()) {
            throw new CurveFileException(
                    file, line, "found %d fields, expected %d".formatted(fields.size(), columns.size()));
        }
    }

    String text(String column) {
        Integer index = columns.get(column);
        if (index == null || index >= fields.size()) {
            throw new CurveFileException(
                    file,
                    line,
                    "field \"%s\" is missing: found %d fields, expected %d"
                            .formatted(column, fields.size(), columns.size()));
        }
        return fields.get(index).strip();
    }

    /** A number as Java or Python writes it, {@code nan} and {@code inf} included. */
    double number(String column) {
        String text = text(column);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> decimal(column, text);
        };
    }

    private double decimal(String column, String text) {
        if (!text.matches("[-+0-9.eE]+")) {
            throw wrong(column, text, "a number, nan or inf");
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw wrong(column, text, "a number, nan or inf");
        }
    }

    CurveFileException wrong(String column, String found, String expected) {
        return new CurveFileException(
                file, line, "field \"%s\" is \"%s\", expected %s".formatted(column, found, expected));
    }
}
