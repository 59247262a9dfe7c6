package org.plateau.onnx;

import java.util.List;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;

/**
 * What happens to pixels, as they are in their files, before a network sees them: a transform of each, then every channel is moved
 * and scaled by the mean and spread of the training split.
 *
 * @param transform of each pixel
 * @param mean subtracted, one for each channel
 * @param spread divided by, one for each channel, all &gt; 0
 */
public record Preparation(PixelTransform transform, List<Double> mean, List<Double> spread) {
    public Preparation {
        mean = List.copyOf(mean);
        spread = List.copyOf(spread);
        if (mean.size() != spread.size() || !spread.stream().allMatch(value -> value > 0)) {
            throw new OnnxException(
                    "Pixels need as many means as spreads, and spreads > 0, but had %s and %s".formatted(mean, spread));
        }
    }

    /** As the trainer prepares a dataset; a channel without any spread is not scaled. */
    public static Preparation of(PixelTransform transform, DatasetProperties dataset) {
        return new Preparation(
                transform,
                dataset.mean(),
                dataset.spread().stream()
                        .map(spread -> spread > 0 ? spread : 1.0)
                        .toList());
    }
}
