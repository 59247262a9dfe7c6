package org.plateau.prediction.fit;

import java.util.Arrays;

/**
 * The exact bounded least-squares fit of F(x) = a − b^(c−x), PENGUIN's function.
 *
 * <p>With r = ln b and K = b^c it reads a − K·e^(−r·x): for a given rate r the best a and K are the closed solution of a
 * two-dimensional bounded quadratic problem (variable projection), so that only r has to be searched. b ≥ 1 becomes
 * r ≥ 0, and c ≥ 0 becomes K ≥ 1.
 *
 * <p>The sum of squares over r often has several minima; the published presets start their search at a given b and end in
 * the valley below it. {@link #fit} does the same: it walks downhill from the start over a grid of rates and refines the
 * minimum that it reaches by golden section.
 *
 * @param lowest bound of a
 * @param highest bound of a
 * @param smallestAmplitude bound of K, 1 for c ≥ 0
 * @param startRate natural logarithm of b where the search starts
 */
public record ExponentialFit(double lowest, double highest, double smallestAmplitude, double startRate) {
    private static final double[] RATES = rates();
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int REFINEMENTS = 50;
    private static final double LARGEST = 1e100;

    /** The fitted a − K·e^(−r·x) with its sum of squared residuals. */
    public record Solution(double plateau, double amplitude, double rate, double squares) {
        /** F(x). */
        public double at(double x) {
            return plateau - (rate == 0 ? amplitude : amplitude * Math.exp(-rate * x));
        }
    }

    public ExponentialFit {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException(
                    "The bounds of the plateau must be increasing, but were [%s, %s]".formatted(lowest, highest));
        }
    }

    /**
     * The fit to points with finite coordinates.
     *
     * @param x increasing, ≥ 0
     * @param y as many values, at least one, none above 1e100 in size
     */
    public Solution fit(double[] x, double[] y) {
        double[] squares = new double[RATES.length];
        double[] decay = new double[x.length];
        for (int i = 0; i < RATES.length; i++) {
            squares[i] = project(x, y, RATES[i], decay).squares;
        }
        int valley = downhill(squares, nearest(startRate));
        return refine(
                x,
                y,
                decay,
                RATES[Math.max(valley - 1, 0)],
                RATES[Math.min(valley + 1, RATES.length - 1)],
                RATES[valley]);
    }

    /** Whether squares of the values cannot overflow. */
    public static boolean fits(double[] y) {
        return Arrays.stream(y).allMatch(value -> Math.abs(value) < LARGEST);
    }

    private static int nearest(double rate) {
        int index = Arrays.binarySearch(RATES, rate);
        if (index >= 0) {
            return index;
        }
        int above = -index - 1;
        if (above == 0 || above == RATES.length) {
            return above == 0 ? 0 : above - 1;
        }
        return RATES[above] - rate < rate - RATES[above - 1] ? above : above - 1;
    }

    private static int downhill(double[] squares, int from) {
        int here = from;
        while (true) {
            double left = here > 0 ? squares[here - 1] : Double.POSITIVE_INFINITY;
            double right = here < squares.length - 1 ? squares[here + 1] : Double.POSITIVE_INFINITY;
            if (right < squares[here] && right <= left) {
                here++;
            } else if (left < squares[here]) {
                here--;
            } else {
                return here;
            }
        }
    }

    private Solution refine(double[] x, double[] y, double[] decay, double from, double to, double gridBest) {
        double low = from;
        double high = to;
        double first = high - GOLDEN * (high - low);
        double second = low + GOLDEN * (high - low);
        Solution atFirst = project(x, y, first, decay);
        Solution atSecond = project(x, y, second, decay);
        for (int i = 0; i < REFINEMENTS; i++) {
            if (atFirst.squares < atSecond.squares) {
                high = second;
                second = first;
                atSecond = atFirst;
                first = high - GOLDEN * (high - low);
                atFirst = project(x, y, first, decay);
            } else {
                low = first;
                first = second;
                atFirst = atSecond;
                second = low + GOLDEN * (high - low);
                atSecond = project(x, y, second, decay);
            }
        }
        Solution best = atFirst.squares < atSecond.squares ? atFirst : atSecond;
        Solution grid = project(x, y, gridBest, decay);
        return grid.squares <= best.squares ? grid : best;
    }

    /** The best plateau and amplitude for a rate: inside their bounds if the free optimum is there, else on an edge. */
    private Solution project(double[] x, double[] y, double rate, double[] decay) {
        int n = x.length;
        double meanDecay = 0;
        double meanValue = 0;
        for (int i = 0; i < n; i++) {
            decay[i] = Math.exp(-rate * x[i]);
            meanDecay += decay[i] / n;
            meanValue += y[i] / n;
        }
        double decayDecay = 0;
        double decayValue = 0;
        for (int i = 0; i < n; i++) {
            decayDecay += (decay[i] - meanDecay) * (decay[i] - meanDecay);
            decayValue += (decay[i] - meanDecay) * (y[i] - meanValue);
        }
        if (decayDecay > 0) {
            double amplitude = -decayValue / decayDecay;
            double plateau = meanValue + amplitude * meanDecay;
            if (amplitude >= smallestAmplitude && plateau >= lowest && plateau <= highest) {
                return solution(plateau, amplitude, rate, decay, y);
            }
        }
        Solution best = solution(clamp(meanValue + smallestAmplitude * meanDecay), smallestAmplitude, rate, decay, y);
        for (double edge : new double[] {lowest, highest}) {
            if (Double.isFinite(edge)) {
                Solution onEdge = solution(edge, amplitudeFor(edge, decay, y), rate, decay, y);
                best = onEdge.squares < best.squares ? onEdge : best;
            }
        }
        return best;
    }

    private double amplitudeFor(double plateau, double[] decay, double[] y) {
        double product = 0;
        double square = 0;
        for (int i = 0; i < y.length; i++) {
            product += (plateau - y[i]) * decay[i];
            square += decay[i] * decay[i];
        }
        return square > 0 ? Math.max(smallestAmplitude, product / square) : smallestAmplitude;
    }

    private double clamp(double plateau) {
        return Math.min(highest, Math.max(lowest, plateau));
    }

    private static Solution solution(double plateau, double amplitude, double rate, double[] decay, double[] y) {
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            double residual = plateau - amplitude * decay[i] - y[i];
            squares += residual * residual;
        }
        return new Solution(plateau, amplitude, rate, squares);
    }

    /** Zero, then sixteen rates per decade from 1e-5 to past 60, where the decay is over within one epoch. */
    private static double[] rates() {
        double[] rates = new double[112];
        for (int i = 1; i < rates.length; i++) {
            rates[i] = 1e-5 * Math.pow(10, (i - 1) / 16.0);
        }
        return rates;
    }
}
