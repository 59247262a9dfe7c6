package org.plateau.formats.curves;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of file that hold learning curves, told apart by their header. */
enum CurveFormat {
    /** One value a line, any source. */
    PLATEAU(',', "source,curve_id,dataset,architecture,metric,epoch,value") {
        @Override
        void read(Row row, CurveCollector curves) {
            if (row.fields().size() != row.columns().size()) {
                // Whose line it is can be told if only the end is missing.
                curves.selectNothing();
            }
            row.requireNoMore();
            curves.select(row, row.text("source"), row.text("curve_id"), row.text("dataset"), row.text("architecture"));
            String metric = row.text("metric");
            if (metric.isEmpty()) {
                throw row.wrong("metric", metric, "the name of a measure");
            }
            curves.add(metric.replaceFirst("^valid_", "val_"), "epoch", row.number("epoch"), "value");
        }
    },

    /** One epoch of one network a line; epochs are counted from 0, so that its epoch e has completed e + 1. */
    A4NN(',', "epoch,train_accs,val_accs,genome,arch") {
        @Override
        void read(Row row, CurveCollector curves) {
            String stem = row.file().getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
            Matcher beam = BEAM.matcher(stem);
            String dataset = beam.find() ? "xfel_" + beam.group() : stem;
            curves.select(row, "a4nn", stem + "_arch" + row.text("arch"), dataset, "nsganet_" + row.text("genome"));
            double epoch = row.number("epoch") + 1;
            curves.add("train_accuracy", "epoch", epoch, "train_accs");
            curves.add("val_accuracy", "epoch", epoch, "val_accs");
            if (row.has("epoch_times")) {
                curves.add("seconds", "epoch", epoch, "epoch_times");
            }
        }
    },

    /** One sample of one network a line, often two an epoch; what does not change is on the first line only. */
    PENGUIN(' ', "epochs trainLoss valLoss valAcc") {
        @Override
        void read(Row row, CurveCollector curves) {
            if (curves.nothingSelected()) {
                String id = row.has("ID")
                        ? row.text("ID")
                        : row.file().getFileName().toString();
                String dataset = row.has("dataset") ? row.text("dataset").toLowerCase(Locale.ROOT) : "";
                String layers = row.has("layer_types") ? "layers_" + row.text("layer_types") : "";
                curves.select(row, "penguin", id, dataset, layers);
            } else {
                curves.selectAgain(row);
            }
            double epoch = row.number("epochs");
            curves.add("train_loss", "epochs", epoch, "trainLoss");
            curves.add("val_loss", "epochs", epoch, "valLoss");
            curves.add("val_accuracy", "epochs", epoch, "valAcc");
        }
    };

    private static final Pattern BEAM = Pattern.compile("1e\\d+");

    private final char separator;
    private final String required;

    CurveFormat(char separator, String required) {
        this.separator = separator;
        this.required = required;
    }

    char separator() {
        return separator;
    }

    private List<String> columns(String header) {
        return Arrays.asList(header.split(Pattern.quote(String.valueOf(separator))));
    }

    abstract void read(Row row, CurveCollector curves);

    /** The format whose columns the header has; fails with what was found and what would have been understood. */
    static CurveFormat of(Path file, String header) {
        Optional<CurveFormat> format = Arrays.stream(values())
                .filter(candidate -> candidate.columns(header).containsAll(candidate.columns(candidate.required)))
                .findFirst();
        return format.orElseThrow(() -> new CurveFileException(
                file,
                1,
                "the header is \"%s\", expected the columns of Plateau's curves (%s), A4NN's (%s) or PENGUIN's (%s)"
                        .formatted(
                                header.length() > 120 ? header.substring(0, 120) + "…" : header,
                                PLATEAU.required,
                                A4NN.required,
                                PENGUIN.required)));
    }
}
