package org.plateau.training.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files for tests. */
public final class IdxFiles {
    private IdxFiles() {}

    /** Writes unsigned bytes with the sizes of their dimensions; gzip where the name ends in {@code .gz}. */
    public static Path write(Path path, int[] sizes, byte[] values) {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * sizes.length);
        header.putInt(0x0800 | sizes.length);
        for (int size : sizes) {
            header.putInt(size);
        }
        try (OutputStream file = Files.newOutputStream(path);
                OutputStream stream = path.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file) {
            stream.write(header.array());
            stream.write(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /** Square images of noise; every class has its own bright quarter, so that they can be told apart. */
    public static byte[] learnable(int images, int side, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] values = new byte[images * side * side];
        for (int i = 0; i < values.length; i++) {
            int image = i / (side * side);
            int row = i / side % side;
            int column = i % side;
            int quarter = (row < side / 2 ? 0 : 2) + (column < side / 2 ? 0 : 1);
            values[i] = (byte) (random.nextInt(120) + (quarter == image % classes ? 60 : 0));
        }
        return values;
    }

    /** Classes 0, 1, … in turn. */
    public static byte[] labels(int images, int classes) {
        byte[] labels = new byte[images];
        for (int i = 0; i < images; i++) {
            labels[i] = (byte) (i % classes);
        }
        return labels;
    }
}
