package org.plateau.training.dataset;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.plateau.core.dataset.DatasetException;

/**
 * One file of the IDX format (the MNIST family's): a magic number 00 00 08 n, n sizes of four bytes each, unsigned bytes.
 */
final class IdxFile {
    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int GZIP = 0x1f8b;

    private final Path path;
    private final int[] sizes;
    private final byte[] values;

    private IdxFile(Path path, int[] sizes, byte[] values) {
        this.path = path;
        this.sizes = sizes;
        this.values = values;
    }

    /**
     * Reads a plain or gzip file.
     *
     * @param setting that names it, for messages
     * @param fewest smallest and {@code most} largest number of dimensions
     */
    static IdxFile read(Path path, String setting, int fewest, int most) {
        if (!Files.isRegularFile(path)) {
            throw new DatasetException(
                    "Missing file %s: expected an IDX file, as the setting \"%s\" names it (Fashion-MNIST: Debian's package dataset-fashion-mnist puts the four files into /usr/share/datasets/fashion-mnist)"
                            .formatted(path, setting));
        }
        try (InputStream stream = open(path)) {
            int[] sizes = sizes(path, header(path, stream, 4).getInt(), stream, fewest, most);
            long length = 1;
            for (int size : sizes) {
                length *= size;
            }
            if (length > Integer.MAX_VALUE - 8) {
                throw new DatasetException("%s: its header announces %d bytes %s, more than the %d that can be read"
                        .formatted(path, length, Arrays.toString(sizes), Integer.MAX_VALUE - 8));
            }
            return new IdxFile(path, sizes, values(path, stream, (int) length, sizes));
        } catch (IOException e) {
            throw new DatasetException("%s cannot be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    Path path() {
        return path;
    }

    /** Number of dimensions. */
    int dimensions() {
        return sizes.length;
    }

    /** Size of a dimension; the first one counts items. */
    int size(int dimension) {
        return sizes[dimension];
    }

    /** One of the values, in the order of the file. */
    int value(int index) {
        return values[index] & 0xff;
    }

    /** Number of items. */
    int items() {
        return sizes[0];
    }

    private static int[] sizes(Path path, int magic, InputStream stream, int fewest, int most) throws IOException {
        int dimensions = magic & 0xff;
        if ((magic & 0xffffff00) != UNSIGNED_BYTES || dimensions < fewest || dimensions > most) {
            throw new DatasetException(
                    "%s: the magic number is 0x%08x, expected 0x%08x (unsigned bytes in %d dimensions)"
                            .formatted(path, magic, UNSIGNED_BYTES | fewest, fewest));
        }
        ByteBuffer header = header(path, stream, 4 * dimensions);
        int[] sizes = new int[dimensions];
        for (int i = 0; i < dimensions; i++) {
            sizes[i] = header.getInt();
            if (sizes[i] < 1) {
                throw new DatasetException(
                        "%s: the size of dimension %d is %d, expected at least 1".formatted(path, i + 1, sizes[i]));
            }
        }
        return sizes;
    }

    private static byte[] values(Path path, InputStream stream, int length, int[] sizes) throws IOException {
        long free = Runtime.getRuntime().maxMemory()
                - Runtime.getRuntime().totalMemory()
                + Runtime.getRuntime().freeMemory();
        if (length > free) {
            throw new DatasetException("%s holds %d MiB, but the JVM has %d MiB left for them; expected more (-Xmx)"
                    .formatted(path, length >> 20, free >> 20));
        }
        byte[] values = new byte[length];
        int read = fill(stream, values);
        if (read < length) {
            throw new DatasetException(
                    "%s is truncated: its header announces %d items, %d bytes, but it ends after %d items, %d bytes"
                            .formatted(path, sizes[0], length, read / (length / sizes[0]), read));
        }
        if (stream.read() >= 0) {
            throw new DatasetException("%s is longer than the %d items, %d bytes, that its header announces"
                    .formatted(path, sizes[0], length));
        }
        return values;
    }

    private static ByteBuffer header(Path path, InputStream stream, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = fill(stream, bytes);
        if (read < length) {
            throw new DatasetException(
                    "%s is truncated: it ends inside the header, after %d of %d bytes".formatted(path, read, length));
        }
        return ByteBuffer.wrap(bytes);
    }

    /** Bytes read before the end, which in a gzip file may also come as an exception. */
    private static int fill(InputStream stream, byte[] target) throws IOException {
        int read = 0;
        try {
            while (read < target.length) {
                int more = stream.read(target, read, target.length - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
        } catch (EOFException e) {
            return read;
        }
        return read;
    }

    private static InputStream open(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        file.mark(2);
        int magic = file.read() << 8 | file.read();
        file.reset();
        return magic == GZIP ? new GZIPInputStream(file, 1 << 16) : file;
    }
}
