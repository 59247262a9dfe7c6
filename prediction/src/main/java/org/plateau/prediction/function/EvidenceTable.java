package org.plateau.prediction.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plateau.prediction.shape.CurveShape;

/**
 * Evidence on all functions. It is a CSV file with the columns {@code function,shape,curves,wins,median_error}; no cell
 * has a comma or a quotation mark.
 *
 * @param rows of the table in their order
 */
public record EvidenceTable(List<Evidence> rows) {
    /** Where Plateau keeps what was measured on public curves. */
    static final String RESOURCE = "evidence.csv";

    private static final String HEADER = "function,shape,curves,wins,median_error";

    public EvidenceTable {
        rows = List.copyOf(rows);
    }

    /** What was measured on public curves; empty where Plateau was built without it. */
    public static EvidenceTable standard() {
        try (InputStream stream = EvidenceTable.class.getResourceAsStream(RESOURCE)) {
            return stream == null
                    ? new EvidenceTable(List.of())
                    : read(new InputStreamReader(stream, StandardCharsets.UTF_8), RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    /**
     * Reads a table.
     *
     * @param name of the file in messages
     * @throws EvidenceFormatException if it is none; the message names the line
     */
    public static EvidenceTable read(Reader reader, String name) {
        List<String> lines = new BufferedReader(reader).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new EvidenceFormatException(
                    name, 1, lines.stream().findFirst().orElse(""), HEADER);
        }
        List<Evidence> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(name, i + 1, lines.get(i)));
        }
        return new EvidenceTable(rows);
    }

    private static Evidence row(String name, int line, String text) {
        String[] cells = text.split(",", -1);
        try {
            if (cells.length == 5) {
                return new Evidence(
                        cells[0],
                        CurveShape.named(cells[1]),
                        Integer.parseInt(cells[2]),
                        Integer.parseInt(cells[3]),
                        Double.parseDouble(cells[4]));
            }
        } catch (IllegalArgumentException e) {
            throw new EvidenceFormatException(name, line, text, String.valueOf(e.getMessage()), e);
        }
        throw new EvidenceFormatException(name, line, text, "five cells");
    }

    /** The table as {@link #read} reads it. */
    public String csv() {
        return Stream.concat(Stream.of(HEADER), rows.stream().map(row -> "%s,%s,%d,%d,%s"
                        .formatted(row.function(), row.shape().word(), row.curves(), row.wins(), row.medianError())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The rows of a function. */
    public List<Evidence> of(ParametricFunction function) {
        return rows.stream()
                .filter(row -> row.function().equals(function.name()))
                .toList();
    }
}
