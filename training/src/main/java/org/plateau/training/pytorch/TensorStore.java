package org.plateau.training.pytorch;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.training.dataset.PixelStore;
import org.plateau.training.dataset.SplitPart;

/** Takes a dataset's pixels straight to the memory of the device. */
final class TensorStore implements PixelStore {
    private final NDManager manager;
    private final Map<SplitPart, ImageTensors> parts = new EnumMap<>(SplitPart.class);

    TensorStore(NDManager manager) {
        this.manager = manager;
    }

    /** A part, empty where the split has none. */
    Optional<ImageTensors> part(SplitPart part) {
        return Optional.ofNullable(parts.get(part));
    }

    @Override
    public void open(SplitPart part, org.plateau.core.architecture.Shape.Image shape, int[] labels) {
        Shape all = new Shape(labels.length, shape.channels(), shape.height(), shape.width());
        long[] classes = Arrays.stream(labels).asLongStream().toArray();
        parts.put(
                part,
                new ImageTensors(
                        (PtNDArray) manager.create(all, DataType.FLOAT32),
                        (PtNDArray) manager.create(classes, new Shape(labels.length, 1)),
                        labels.clone()));
    }

    @Override
    public void put(SplitPart part, int first, List<float[]> images) {
        PtNDArray all = part(part).orElseThrow().images();
        int length = images.get(0).length;
        ByteBuffer pixels = ByteBuffer.allocateDirect(Math.multiplyExact(4 * images.size(), length))
                .order(ByteOrder.nativeOrder());
        FloatBuffer values = pixels.asFloatBuffer();
        images.forEach(values::put);
        Shape shape = all.getShape();
        try (NDManager block = manager.newSubManager()) {
            // A direct buffer is used as it is, without a copy.
            Shape some = new Shape(images.size(), shape.get(1), shape.get(2), shape.get(3));
            all.set(
                    new NDIndex().addSliceDim(first, first + images.size()),
                    block.create(pixels, some, DataType.FLOAT32));
        }
    }

    @Override
    public void normalize(double[] mean, double[] spread) {
        try (NDManager block = manager.newSubManager()) {
            Shape shape = new Shape(1, mean.length, 1, 1);
            PtNDArray means = (PtNDArray) block.create(floats(mean), shape);
            PtNDArray spreads = (PtNDArray) block.create(floats(spread), shape);
            parts.values().forEach(part -> part.images().subi(means).divi(spreads));
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
