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
     * All trainings of a file that are without fault. A faulty line is told, its training is left out, the rest is read.
     *
     * @param problems told of every faulty line
     * @throws CurveFileException if the file cannot be read at all, its header is unknown, or it ends in mid-stream
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
        } catch (EOFException cut) {
            throw new CurveFileException(file, line[0], "the gzip stream ends early, expected a whole file");
        } catch (ZipException corrupt) {
            throw new CurveFileException(file, line[0], "the gzip stream is corrupt: " + corrupt.getMessage());
        } catch (NoSuchFileException absent) {
            throw new CurveFileException(file, 0, "there is no such file");
        } catch (JsonProcessingException malformed) {
            throw new CurveFileException(file, line[0], malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new CurveFileException(file, line[0], "cannot be read: " + unreadable.getMessage());
        }
        return curves.result();
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
