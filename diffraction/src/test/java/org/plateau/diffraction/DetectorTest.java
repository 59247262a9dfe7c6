package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
    @ParameterizedTest
    @ValueSource(ints = {32, 48, 64, 127})
    void theDefaultDetectorSeesTheSamePlaneWithAnyNumberOfPixels(int pixels) {
        Detector detector = Detector.ofPixels(pixels);
        assertThat(detector.pixels() * detector.pixelSize()).isCloseTo(76.2, within(1e-9));
        assertThat(detector.edgeResolution()).isCloseTo(5.99, within(0.01));
        assertThat(detector.cornerResolution()).isCloseTo(4.62, within(0.01));
        assertThat(detector.stopRadius() / pixels).isCloseTo(16.0 / 127, within(1e-12));
    }

    @Test
    void theDefaultStopOf127PixelsHides797OfThem() {
        PixelGeometry geometry = new PixelGeometry(Detector.ofPixels(127));
        // 797 points of a square lattice lie within 16 of one of them (Gauss's circle problem).
        assertThat(DoubleStream.of(geometry.weight)
                        .filter(weight -> weight == 0)
                        .count())
                .isEqualTo(797);
        assertThat(geometry.weight[63 * 127 + 63 + 16]).isZero();
        assertThat(geometry.weight[63 * 127 + 63 + 17]).isPositive();
    }

    @Test
    void theSolidAnglesAddUpToThatOfTheSquare() {
        Detector detector = new Detector(200, 0.5, 60, 3, 0);
        PixelGeometry geometry = new PixelGeometry(detector);
        double sum = 0;
        for (int i = 0; i < geometry.size; i++) {
            double polarisation = 1 - Math.pow(geometry.qx[i] * detector.wavelength(), 2);
            sum += geometry.weight[i] / polarisation;
        }
        double half = 50;
        double square = 4 * Math.asin(half * half / (half * half + 60 * 60));
        assertThat(sum / Math.pow(PixelGeometry.ELECTRON_RADIUS, 2)).isCloseTo(square, within(1e-4 * square));
    }

    @Test
    void scatteringVectorsLieOnTheEwaldSphere() {
        Detector detector = Detector.ofPixels(32);
        PixelGeometry geometry = new PixelGeometry(detector);
        for (int i = 0; i < geometry.size; i++) {
            if (geometry.weight[i] > 0) {
                double z = geometry.qz[i] + 1 / detector.wavelength();
                double radius = Math.sqrt(Math.pow(geometry.qx[i], 2) + Math.pow(geometry.qy[i], 2) + z * z);
                assertThat(radius).isCloseTo(1 / detector.wavelength(), within(1e-12));
            }
        }
    }

    @Test
    void theBeamIsPolarisedAlongTheRows() {
        PixelGeometry geometry = new PixelGeometry(Detector.ofPixels(33));
        double right = geometry.weight[16 * 33 + 32];
        double below = geometry.weight[32 * 33 + 16];
        double sine = geometry.qx[16 * 33 + 32] * Detector.WAVELENGTH;
        assertThat(right / below).isCloseTo(1 - sine * sine, within(1e-12));
        assertThat(sine).isCloseTo(Math.sin(Math.toRadians(29.2)), within(0.01));
    }

    @Test
    void impossibleDetectorsAreRefusedWithTheValue() {
        assertThatThrownBy(() -> Detector.ofPixels(1))
                .hasMessageContaining("2 to 4096")
                .hasMessageContaining("had 1");
        assertThatThrownBy(() -> new Detector(32, 0, 66, 3, 4)).hasMessageContaining("pixel size (mm)");
        assertThatThrownBy(() -> new Detector(32, 1, Double.NaN, 3, 4)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Detector(32, 1, 66, -3, 4)).hasMessageContaining("-3.0");
        assertThatThrownBy(() -> new Detector(32, 1, 66, 3, 16)).hasMessageContaining("16.0");
    }
}
