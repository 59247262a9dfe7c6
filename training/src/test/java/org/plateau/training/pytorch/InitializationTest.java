package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitializationTest {
    @Test
    void weightsAreUniformWithinOneOverTheRootOfTheirFanIn() {
        ParameterSlice slice = new ParameterSlice("w", new Shape(100, 25, 2, 2), 100);

        float[] values = Initialization.draw(slice, new Seeds(1).initialization());

        double sum = 0;
        double squares = 0;
        for (float value : values) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo(0.1f);
            sum += value;
            squares += (double) value * value;
        }
        // Of a uniform distribution in ±b: mean 0, variance b²/3; four standard errors.
        assertThat(sum / values.length).isCloseTo(0, within(4 * 0.0577 / 100));
        assertThat(squares / values.length).isCloseTo(0.01 / 3, within(1e-4));
    }

    @Test
    void batchNormBeginsAsIdentity() {
        FlatTensors tensors = new FlatTensors(List.of(
                new ParameterSlice("scale", new Shape(3), ParameterSlice.ONES),
                new ParameterSlice("shift", new Shape(2), ParameterSlice.ZEROS)));

        PyTorchEngine.load(1);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            assertThat(Initialization.draw(tensors, new Seeds(1).initialization(), manager)
                            .toFloatArray())
                    .containsExactly(1, 1, 1, 0, 0);
        }
    }
}
