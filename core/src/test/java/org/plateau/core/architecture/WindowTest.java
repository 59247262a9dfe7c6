package org.plateau.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void anImageHasAsManyPlacesAsTheWindowCanBePutAt() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 2000; trial++) {
            int kernel = random.nextInt(1, 8);
            int stride = random.nextInt(1, 4);
            int padding = random.nextInt(0, 4);
            int dilation = random.nextInt(1, 4);
            int height = random.nextInt(1, 40);
            int width = random.nextInt(1, 40);
            Window window = new Window(kernel, 1, stride, padding, 0, dilation);
            int rows = places(height, kernel, stride, padding, dilation);
            int columns = places(width, 1, stride, 0, dilation);
            Shape.Image image = new Shape.Image(3, height, width);
            if (rows > 0) {
                assertThat(window.over(image, 5))
                        .as("%s over %s", window, image)
                        .isEqualTo(new Shape.Image(5, rows, columns));
            } else {
                assertThatThrownBy(() -> window.over(image, 5))
                        .as("%s over %s", window, image)
                        .isInstanceOf(ArchitectureException.class);
            }
        }
    }

    /** Slides the window from the first padded pixel on while its last tap is still on the padded image. */
    private static int places(int size, int kernel, int stride, int padding, int dilation) {
        int places = 0;
        for (int first = -padding; first + (kernel - 1) * dilation < size + padding; first += stride) {
            places++;
        }
        return places;
    }
}
