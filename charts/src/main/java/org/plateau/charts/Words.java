package org.plateau.charts;

import java.util.Locale;
import org.plateau.core.fitness.FitnessMeasure;

/** Words on a drawing: what a measure is called, how wide a text is at most, how a value reads. */
final class Words {
    private Words() {}

    /** A measure's name and unit as an axis title. */
    static String axisTitle(FitnessMeasure measure) {
        String[] parts = measure.name().split("_", 2);
        String split =
                switch (parts.length == 1 ? "" : parts[0]) {
                    case "train" -> "Training ";
                    case "val" -> "Validation ";
                    case "test" -> "Test ";
                    default -> "";
                };
        String kind = split.isEmpty() ? measure.name() : parts[1];
        String words = split
                + switch (kind) {
                    case "accuracy", "error" -> kind + " (%)";
                    case "f1", "auc", "mse", "mae" -> kind.toUpperCase(Locale.ROOT);
                    case "iou" -> "IoU";
                    case "r2" -> "R²";
                    case "mflops" -> "compute (MFLOPs)";
                    case "seconds" -> "time (s)";
                    case "joules" -> "energy (J)";
                    default -> kind.replace('_', ' ');
                };
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A value in at most five significant digits. */
    static String value(double value) {
        String digits = String.format(Locale.ROOT, "%.5g", value);
        return digits.contains("e") || !digits.contains(".") ? digits : digits.replaceFirst("\\.?0+$", "");
    }

    /**
     * How wide a text is at most, in pixels. The reader's sans-serif is unknown; this is DejaVu Sans, the widest of the
     * usual ones, by classes of characters.
     */
    static double width(String text, double fontSize) {
        return fontSize * text.codePoints().mapToDouble(Words::em).sum();
    }

    private static double em(int character) {
        if ("ijlI|.,:;'!()[] ".indexOf(character) >= 0) {
            return 0.36;
        }
        if ("rtf-/".indexOf(character) >= 0) {
            return 0.41;
        }
        if ("mwMW%@…—−".indexOf(character) >= 0 || character > 0x2E80) {
            return 1;
        }
        return Character.isUpperCase(character) ? 0.79 : 0.64;
    }

    /** The text, or as much of its beginning as fits, with an ellipsis. */
    static String fitting(String text, double fontSize, double available) {
        if (width(text, fontSize) <= available) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        int kept = characters.length;
        while (kept > 0 && width(new String(characters, 0, kept) + "…", fontSize) > available) {
            kept--;
        }
        return new String(characters, 0, kept).stripTrailing() + "…";
    }
}
