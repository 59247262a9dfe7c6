package org.plateau.prediction.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.FittedFunction;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.sweep.Sweep;
import org.plateau.prediction.sweep.SweptFit;
import org.plateau.prediction.sweep.SweptFits;

/**
 * Forecasts a fitness at a horizon from its curve alone: where the curve stands now, and from there on what the functions
 * of an index gain.
 *
 * <p>Every function is fitted to the values and to the best so far. What it gains from its own value now to its value at
 * the horizon is put on the {@linkplain LevelSettings level}, so that a function that misses the last points still tells
 * how it goes on. The gains are averaged with weights 1/(e + e₀), e being the mean error of what the function would have
 * said earlier about the points that came then, e₀ the smallest of these (forecasts combined by their past errors: Bates
 * and Granger, Operational Research Quarterly 20, 1969). With G the mean and t the share of the horizon that has passed, the forecast is
 * level + (1 − shrinkage · t) · G, within the measure's bounds.
 *
 * <p>The track takes the weights of now for the earlier epochs. Immutable; keeps nothing from curve to curve, and may be
 * used by several threads at once.
 */
public final class CurveForecaster {
    private static final double SHARE_WITHIN = 0.8;
    private static final double SHARE_WITHIN_WIDE = 0.95;

    /** With fewer points no function can have been wrong. */
    private static final int JUDGED = 3;

    private final Sweep sweep;
    private final CurveSettings settings;

    private CurveForecaster(Sweep sweep, CurveSettings settings) {
        this.sweep = sweep;
        this.settings = settings;
    }

    /** A forecaster with all functions of an index. */
    public static CurveForecaster of(FunctionIndex index, CurveSettings settings) {
        return of(index.all(), settings);
    }

    static CurveForecaster of(List<ParametricFunction> functions, CurveSettings settings) {
        return new CurveForecaster(Sweep.of(functions, settings.sweep()), settings);
    }

    /**
     * What the curve says of the measure at the horizon; a value or the reason why there is none.
     *
     * @param curve any values: those that are no numbers are left out
     * @param measure of the values, for its direction and bounds
     * @param horizon epoch to predict; points after it are not looked at
     * @throws IllegalArgumentException if the horizon is not a finite number over 0
     */
    public CurveForecast forecast(LearningCurve curve, FitnessMeasure measure, double horizon) {
        if (!(horizon > 0) || Double.isInfinite(horizon)) {
            throw new IllegalArgumentException("A horizon must be a finite number > 0, but was " + horizon);
        }
        LearningCurve seen = curve.isEmpty() || curve.lastEpoch() <= horizon ? curve : curve.upTo(horizon);
        SeenValues values = new SeenValues(seen, measure);
        if (values.count() == 0) {
            return CurveForecast.none("No value measured up to epoch %s is a number".formatted(number(horizon)));
        }
        SweptFits swept = sweep.fit(seen, measure.direction(), horizon);
        return forecast(values, swept, horizon);
    }

    private CurveForecast forecast(SeenValues values, SweptFits swept, double horizon) {
        int n = values.count();
        Voices voices = new Voices(swept, values, settings.raw());
        Gains gains = new Gains(voices, values, settings);
        Level level = new Level(values, settings.level());
        double epoch = values.epoch(n - 1);
        boolean reached = epoch >= horizon;
        double share = voices.any() && !reached ? gainShare(epoch, horizon) : 0;
        double stands = values.within(reached ? values.value(n - 1) : level.after(n));
        double value = stands + share * (gains.mean(stands, epoch) - stands);
        double bestSeen = values.best(n - 1);
        double best = values.direction().best(value, bestSeen + share * (gains.best(bestSeen, epoch) - bestSeen));
        double half = reached ? 0 : half(values, share > 0 ? gains.spread(stands, epoch, value) : 0);
        double told = values.unscaled(value);
        return new CurveForecast(
                told,
                values.unscaled(reached ? bestSeen : best),
                List.of(
                        interval(SHARE_WITHIN, values, value, half),
                        interval(
                                SHARE_WITHIN_WIDE,
                                values,
                                value,
                                half * settings.width().wide())),
                functions(voices, values, share),
                1 - share,
                track(values, level, gains, horizon, told),
                note(n, voices, share, reached));
    }

    private double gainShare(double epoch, double horizon) {
        return 1 - settings.shrinkage() * Math.min(1, epoch / horizon);
    }

    private double half(SeenValues values, double spread) {
        WidthSettings width = settings.width();
        int n = values.count();
        if (n < JUDGED) {
            return width.unjudged() * values.possible();
        }
        double noise = values.range(Math.max(0, n - settings.level().recent()), n);
        return Math.hypot(width.spread() * spread, width.noise() * noise);
    }

    private static Interval interval(double level, SeenValues values, double value, double half) {
        return new Interval(level, values.unscaled(value - half), values.unscaled(value + half));
    }

    private static List<FittedFunction> functions(Voices voices, SeenValues values, double share) {
        List<FittedFunction> functions = new ArrayList<>();
        for (int i = 0; i < voices.size(); i++) {
            double weight = share * voices.weight(i);
            if (weight > 0) {
                SweptFit fit = voices.fit(i);
                double prediction = values.unscaled(values.scaled(fit.prediction()));
                functions.add(new FittedFunction(fit.function().name(), fit.coefficients(), weight, prediction));
            }
        }
        return functions;
    }

    private List<Forecast.Past> track(SeenValues values, Level level, Gains gains, double horizon, double told) {
        int n = values.count();
        List<Forecast.Past> track = new ArrayList<>();
        for (int seen = Math.max(1, n - settings.sweep().memory() + 1); seen < n; seen++) {
            double epoch = values.epoch(seen - 1);
            double stood = values.within(level.after(seen));
            double value = stood + gainShare(epoch, horizon) * (gains.mean(stood, epoch) - stood);
            track.add(new Forecast.Past(epoch, values.unscaled(value)));
        }
        track.add(new Forecast.Past(values.epoch(n - 1), told));
        return track;
    }

    private static String note(int points, Voices voices, double share, boolean reached) {
        if (reached) {
            return "The horizon is reached: the last value stands";
        }
        if (!voices.any()) {
            return "No function can be judged by %d %s: the level of the last and the best values stands"
                    .formatted(points, points == 1 ? "point" : "points");
        }
        return String.format(
                Locale.ROOT,
                "%d fits weigh %.0f %%, the level of the last and the best values %.0f %%",
                voices.heard(),
                100 * share,
                100 * (1 - share));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
