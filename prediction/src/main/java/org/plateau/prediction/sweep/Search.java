package org.plateau.prediction.sweep;

import org.plateau.prediction.function.SeparableFunction;

/**
 * The search for the best shape of a function.
 *
 * @param function which one
 * @param grid of its shapes
 * @param first index of the first point that it may be used at
 * @param linear the best α and β of a shape
 */
record Search(SeparableFunction function, Grid grid, int first, LinearPart linear) {}
