package org.plateau.training.dataset;

import java.util.Optional;
import org.plateau.core.architecture.Shape;

/**
 * How noisy images are, after Immerkær (1996), "Fast noise variance estimation", Computer Vision and Image Understanding
 * 64(2), doi 10.1006/cviu.1996.0060: the mean absolute response to the difference of two Laplacians, which structure hardly
 * passes, times √(π/2)/6 is the standard deviation of Gaussian noise. The first images are enough.
 */
final class PixelNoise {
    private static final int MOST = 500;

    private final Shape.Image shape;
    private double sum;
    private long responses;
    private int images;

    PixelNoise(Shape.Image shape) {
        this.shape = shape;
    }

    /** Looks at an image: channels × height × width. */
    void add(float[] pixels) {
        if (images == MOST) {
            return;
        }
        images++;
        int width = shape.width();
        for (int channel = 0; channel < shape.channels(); channel++) {
            int plane = channel * shape.height() * width;
            for (int y = 1; y < shape.height() - 1; y++) {
                for (int x = 1; x < width - 1; x++) {
                    sum += Math.abs(response(pixels, plane + y * width + x, width));
                    responses++;
                }
            }
        }
    }

    private static double response(float[] p, int i, int width) {
        double corners = p[i - width - 1] + p[i - width + 1] + p[i + width - 1] + p[i + width + 1];
        double edges = p[i - width] + p[i + width] + p[i - 1] + p[i + 1];
        return corners - 2 * edges + 4 * p[i];
    }

    /** Its standard deviation in units of a spread, empty where the images are too small or all the same. */
    Optional<Double> against(double spread) {
        return responses == 0 || spread == 0
                ? Optional.empty()
                : Optional.of(Math.sqrt(Math.PI / 2) / 6 * sum / responses / spread);
    }
}
