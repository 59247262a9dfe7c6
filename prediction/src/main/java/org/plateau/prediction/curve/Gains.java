package org.plateau.prediction.curve;

import org.plateau.prediction.sweep.PastForecast;
import org.plateau.prediction.sweep.Series;

/** What the functions say is still to come after a level: scaled values for the horizon, with their mean and spread. */
final class Gains {
    private final Voices voices;
    private final SeenValues values;
    private final double farthest;

    Gains(Voices voices, SeenValues values, CurveSettings settings) {
        this.voices = voices;
        this.values = values;
        farthest = settings.farthest() * values.range();
    }

    /** The mean value for the horizon as of an epoch seen, the level where nobody had anything to say. */
    double mean(double level, double epoch) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < voices.size(); i++) {
            double weight = voices.weight(i);
            if (weight > 0) {
                double said = said(i, level, epoch);
                if (!Double.isNaN(said)) {
                    sum += weight * said;
                    weights += weight;
                }
            }
        }
        return weights > 0 ? sum / weights : level;
    }

    /** Root of the weighted mean square of the distances of what the functions say from a value. */
    double spread(double level, double epoch, double around) {
        double squares = 0;
        for (int i = 0; i < voices.size(); i++) {
            double weight = voices.weight(i);
            if (weight > 0) {
                double distance = said(i, level, epoch) - around;
                squares += weight * distance * distance;
            }
        }
        return Math.sqrt(squares);
    }

    /** The mean of those who know the best so far, from the best so far. */
    double best(double best, double epoch) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < voices.size(); i++) {
            double weight = voices.weight(i);
            if (weight > 0 && voices.fit(i).series() == Series.BEST) {
                sum += weight * values.direction().best(best, said(i, best, epoch));
                weights += weight;
            }
        }
        return weights > 0 ? sum / weights : best;
    }

    /** NaN if it had nothing to say as of this epoch. */
    private double said(int index, double level, double epoch) {
        var past = voices.fit(index).past();
        for (int i = past.size() - 1; i >= 0; i--) {
            PastForecast then = past.get(i);
            if (then.epoch() == epoch) {
                double gain = values.scaled(then.prediction()) - values.scaled(then.there());
                return values.within(level + Math.max(-farthest, Math.min(farthest, gain)));
            }
        }
        return Double.NaN;
    }
}
