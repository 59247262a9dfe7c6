package org.plateau.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Shape;

class PixelNoiseTest {
    private static final Shape.Image SHAPE = new Shape.Image(2, 40, 30);

    @Test
    void gaussianNoiseOnASlopeIsMeasured() {
        Random random = new Random(1);
        PixelNoise noise = new PixelNoise(SHAPE);
        for (int image = 0; image < 20; image++) {
            float[] pixels = new float[(int) SHAPE.elements()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) (0.3 * (i % 30) + 0.1 * Math.floorDiv(i, 30) + 0.7 * random.nextGaussian());
            }
            noise.add(pixels);
        }
        assertThat(noise.against(1).orElseThrow()).isCloseTo(0.7, within(0.02));
        assertThat(noise.against(2).orElseThrow()).isCloseTo(0.35, within(0.01));
    }

    @Test
    void aSlopeAloneHasNone() {
        float[] pixels = new float[(int) SHAPE.elements()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 30;
        }
        PixelNoise noise = new PixelNoise(SHAPE);
        noise.add(pixels);
        assertThat(noise.against(1)).contains(0.0);
    }

    @Test
    void nothingIsSaidOfImagesThatAreTooSmallOrAllTheSame() {
        PixelNoise small = new PixelNoise(new Shape.Image(1, 2, 9));
        small.add(new float[18]);
        assertThat(small.against(1)).isEmpty();
        PixelNoise flat = new PixelNoise(SHAPE);
        flat.add(new float[(int) SHAPE.elements()]);
        assertThat(flat.against(0)).isEmpty();
    }
}
