package org.plateau.charts;

/**
 * A drawing that can be written as one SVG document.
 *
 * <p>The document stands alone: no script, no font file, no request, no identifier that could clash when several are put
 * into one page. The same figure gives the same characters on every machine, because nothing is measured with the
 * machine's fonts.
 */
public sealed interface Figure
        permits FunctionChart, LearningCurvesChart, ParetoFrontChart, SearchFigure, TradeOffFigure {
    /**
     * The whole SVG document.
     *
     * @param width in pixels, at least 320
     * @param height in pixels, at least 240
     * @throws IllegalArgumentException if the size is too small for axes and legend
     */
    String svg(int width, int height, Theme theme);
}
