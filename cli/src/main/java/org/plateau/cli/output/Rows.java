package org.plateau.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plateau.formats.json.PlateauJson;

/**
 * Rows of texts and numbers that can be printed as a table, as a JSON list of objects, or as CSV. The table shortens
 * numbers and may leave columns out; the other two have everything.
 */
public final class Rows {
    private final List<String> columns;
    private final List<String> shown;
    private final List<List<Object>> rows = new ArrayList<>();

    /** How rows are printed. */
    public enum Format {
        TABLE,
        JSON,
        CSV
    }

    public Rows(List<String> columns) {
        this(columns, columns);
    }

    /** @param shown columns of the table */
    public Rows(List<String> columns, List<String> shown) {
        this.columns = List.copyOf(columns);
        this.shown = List.copyOf(shown);
    }

    /** Adds a row: numbers, and texts. An empty text or NaN means that there is no value. */
    public void add(List<?> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "A row must have %d cells, but had %d".formatted(columns.size(), cells.size()));
        }
        rows.add(cells.stream().map(Rows::known).toList());
    }

    public String text(Format format) {
        return switch (format) {
            case TABLE -> table();
            case JSON -> json();
            case CSV -> csv();
        };
    }

    private String table() {
        List<Integer> places = shown.stream().map(columns::indexOf).toList();
        return new Table(
                        shown,
                        rows.stream()
                                .map(row -> places.stream()
                                        .map(place -> cell(row.get(place)))
                                        .toList())
                                .toList())
                .text();
    }

    private String json() {
        ArrayNode list = PlateauJson.mapper().createArrayNode();
        for (List<Object> row : rows) {
            ObjectNode object = list.addObject();
            for (int i = 0; i < columns.size(); i++) {
                Object cell = row.get(i);
                if ("".equals(cell)) {
                    object.putNull(columns.get(i));
                } else {
                    object.set(columns.get(i), PlateauJson.mapper().valueToTree(cell));
                }
            }
        }
        return list.toPrettyString() + "\n";
    }

    private String csv() {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\n");
        columns.forEach(schema::addColumn);
        List<ObjectNode> objects = new ArrayList<>();
        for (List<Object> row : rows) {
            ObjectNode object = PlateauJson.mapper().createObjectNode();
            for (int i = 0; i < columns.size(); i++) {
                object.set(columns.get(i), PlateauJson.mapper().valueToTree(row.get(i)));
            }
            objects.add(object);
        }
        try {
            // Without rows Jackson writes no header either.
            return objects.isEmpty()
                    ? String.join(",", columns) + "\n"
                    : new CsvMapper().writer(schema.build()).writeValueAsString(objects);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows have no CSV form", e);
        }
    }

    private static Object known(Object cell) {
        return cell instanceof Double number && Double.isNaN(number) ? "" : cell;
    }

    /** A number as the table shows it. */
    public static String shown(double number) {
        return cell(number);
    }

    /** A cell as the table shows it. */
    static String cell(Object cell) {
        if (!(cell instanceof Double number)) {
            return cell.toString();
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e7) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        return Math.abs(number) >= 1 && Math.abs(number) < 1e7
                ? String.format(Locale.ROOT, "%.2f", number)
                : String.format(Locale.ROOT, "%.4g", number);
    }
}
