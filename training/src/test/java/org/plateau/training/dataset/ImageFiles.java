package org.plateau.training.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Writes image files for tests. */
final class ImageFiles {
    private ImageFiles() {}

    /** An 8-bit grey image by a JDK writer: {@code png}, {@code jpg} or {@code tiff} by the name's end. */
    static Path grey(Path path, int width, int height, int... values) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, width, height, 0, values);
        return write(image, path);
    }

    /** A 16-bit grey image. */
    static Path deepGrey(Path path, int width, int height, int... values) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSamples(0, 0, width, height, 0, values);
        return write(image, path);
    }

    /** An image of any JDK type whose pixels all have one colour, 0xAARRGGBB. */
    static Path plain(Path path, int type, int width, int height, int colour) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, colour);
        }
        return write(image, path);
    }

    private static Path write(BufferedImage image, Path path) {
        String name = path.toString();
        try {
            Files.createDirectories(path.getParent());
            if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), path.toFile())) {
                throw new IllegalStateException("No writer for " + path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /** A 32-bit float TIFF, byte by byte: little-endian, one strip, samples interleaved. */
    static Path floatTiff(Path path, int width, int height, int samples, float... values) {
        int[][] fields = {
            {256, 4, 1, width},
            {257, 4, 1, height},
            {258, 3, 1, 32},
            {259, 3, 1, 1},
            {262, 3, 1, samples == 1 ? 1 : 2},
            {273, 4, 1, 0},
            {277, 3, 1, samples},
            {278, 4, 1, height},
            {279, 4, 1, 4 * values.length},
            {284, 3, 1, 1},
            {339, 3, 1, 3}
        };
        int directory = 2 + 12 * fields.length + 4;
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + directory + 16 + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        int perSample = 8 + directory;
        int pixels = perSample + 16;
        bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) fields.length);
        for (int[] field : fields) {
            int value = field[0] == 273 ? pixels : field[3];
            int count = field[0] == 258 || field[0] == 339 ? samples : field[2];
            if (count == 3) {
                value = perSample + (field[0] == 258 ? 0 : 8);
            }
            bytes.putShort((short) field[0])
                    .putShort((short) field[1])
                    .putInt(count)
                    .putInt(value);
        }
        bytes.putInt(0);
        for (int i = 0; i < 4; i++) {
            bytes.putShort((short) (i < 3 ? 32 : 0));
        }
        for (int i = 0; i < 4; i++) {
            bytes.putShort((short) (i < 3 ? 3 : 0));
        }
        for (float value : values) {
            bytes.putFloat(value);
        }
        try {
            Files.createDirectories(path.getParent());
            return Files.write(path, bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts a file to a share of its length. */
    static void truncate(Path path, double share) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            Files.write(path, Arrays.copyOf(bytes, (int) (bytes.length * share)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
