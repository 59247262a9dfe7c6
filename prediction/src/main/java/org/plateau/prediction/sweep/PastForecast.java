package org.plateau.prediction.sweep;

/**
 * What a function said when fewer epochs had been seen.
 *
 * @param epoch the last one that it saw
 * @param prediction for the horizon
 * @param there its value then at {@code epoch}
 * @param now what it said then for the last epoch seen now
 * @param error root mean square of its errors since: on the points after {@code epoch} up to now; 0 where {@code epoch}
 *     is the last one
 */
public record PastForecast(double epoch, double prediction, double there, double now, double error) {
    boolean finite() {
        return Double.isFinite(prediction) && Double.isFinite(there) && Double.isFinite(now) && Double.isFinite(error);
    }
}
