package org.plateau.formats.curves;

/** A series has a name that says nothing of what it measures; it is left out of its trainings. */
final class UnknownMeasureException extends CurveFileException {
    private static final long serialVersionUID = 1L;

    UnknownMeasureException(Row row, String series) {
        super(
                row.file(),
                row.line(),
                ("the measure \"%s\" is unknown, expected train_, val_ or test_ with a measure such as accuracy, loss, error,"
                                + " f1, auc, iou, map, ssim, r2, bleu, wer, perplexity, mse, rmse or mae, or seconds; its"
                                + " values are left out")
                        .formatted(series));
    }
}
