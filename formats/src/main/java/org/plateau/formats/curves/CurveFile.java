package org.plateau.formats.curves;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads files of learning curves, plain or gzip: Plateau's curve CSV ({@code source,curve_id,dataset,architecture,metric,
 * epoch,value}), A4NN's CSV and PENGUIN's text. Which one it is, the header tells. Names of measures and the count of
 * epochs come out in Plateau's terms: {@code valid_} becomes {@code val_}, epochs are completed ones.
 *
 * <p>A file is read line by line; only the numbers stay in memory.
 */
public final class CurveFile {
    private CurveFile() {}

    /**
     * All trainings of a file in the order in which they first appear.
     *
     * @throws CurveFileException at the first thing that is wrong
     */
    public static List<RecordedCurves> read(Path file) {
        return read(file, problem -> {
            throw problem;
        });
    }

    /**
     * All trainings of a file that are without fault. A faulty line is told, its training is left out, the rest is read. A
     * measure that is unknown is told once, and its values are left out. Where a file breaks off or cannot be read on, what
     * came before is kept, but for the training that breaks off.
     *
     * @param problems told of every fault
     * @throws CurveFileException if the file cannot be read at all, or its header is unknown
     */
    public static List<RecordedCurves> read(Path file, Consumer<CurveFileException> problems) {
        CurveCollector curves = new CurveCollector();
        long[] line = {0};
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            line[0] = 1;
            if (header == null) {
                throw new CurveFileException(file, 0, "the file is empty, expected a header and curves");
            }
            CurveFormat format = CurveFormat.of(file, header.strip());
            readRows(file, format, header.strip(), reader, curves, problems, line);
        } catch (NoSuchFileException absent) {
            throw new CurveFileException(file, 0, "there is no such file");
        } catch (IOException broken) {
            CurveFileException problem = new CurveFileException(file, line[0], reason(broken));
            if (line[0] == 0) {
                throw problem;
            }
            curves.discardSelected();
            problems.accept(problem);
        }
        return curves.result();
    }

    private static String reason(IOException broken) {
        if (broken instanceof EOFException) {
            return "the gzip stream ends early, expected a whole file";
        }
        if (broken instanceof ZipException) {
            return "the gzip stream is corrupt: " + broken.getMessage();
        }
        return broken instanceof JsonProcessingException malformed
                ? malformed.getOriginalMessage()
                : "cannot be read: " + broken.getMessage();
    }

    private static void readRows(
            Path file,
            CurveFormat format,
            String header,
            BufferedReader reader,
            CurveCollector curves,
            Consumer<CurveFileException> problems,
            long[] line)
            throws IOException {
        Map<String, Integer> columns = new HashMap<>();
        for (String column : header.split(String.valueOf(format.separator()), -1)) {
            columns.putIfAbsent(column.strip(), columns.size());
        }
        CsvFactory factory = new CsvFactory();
        factory.configure(JsonParser.Feature.AUTO_CLOSE_SOURCE, false);
        try (CsvParser parser = factory.createParser(reader)) {
            parser.enable(CsvParser.Feature.WRAP_AS_ARRAY);
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(format.separator()));
            List<String> fields = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    if (fields.isEmpty()) {
                        line[0] = 1L + parser.currentTokenLocation().getLineNr();
                    }
                    fields.add(parser.getText());
                } else if (token == JsonToken.END_ARRAY && !fields.isEmpty()) {
                    Row row = new Row(file, line[0], columns, List.copyOf(fields));
                    fields.clear();
                    if (row.blank()) {
                        continue;
                    }
                    try {
                        format.read(row, curves);
                    } catch (UnknownMeasureException problem) {
                        problems.accept(problem);
                    } catch (CurveFileException problem) {
                        curves.discardSelected();
                        problems.accept(problem);
                    }
                }
            }
        }
    }

    /** The file's bytes, unpacked where they begin as gzip does. */
    private static InputStream open(Path file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return packed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}
