package org.plateau.training.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;

/**
 * One image as it is read: its transformed pixels and what they add to the dataset's fingerprint and statistics.
 */
final class PixelReading {
    /** Transformed, channel by channel and row by row. */
    final float[] pixels;

    /** SHA-256 of the pixels as they are in the file, little-endian 32-bit floats. */
    final byte[] digest;

    /** Of the transformed pixels, one for each channel. */
    final double[] sums;

    /** Sums of their squares. */
    final double[] squares;

    private PixelReading(float[] pixels, byte[] digest, double[] sums, double[] squares) {
        this.pixels = pixels;
        this.digest = digest;
        this.sums = sums;
        this.squares = squares;
    }

    static PixelReading of(ImageCollection images, int image, PixelTransform transform) {
        float[] pixels = images.read(image);
        byte[] digest = digest(pixels);
        transform(pixels, transform, images, image);
        Shape.Image shape = images.shape();
        int plane = shape.height() * shape.width();
        double[] sums = new double[shape.channels()];
        double[] squares = new double[shape.channels()];
        for (int channel = 0; channel < sums.length; channel++) {
            for (int i = channel * plane; i < (channel + 1) * plane; i++) {
                double value = pixels[i];
                sums[channel] += value;
                squares[channel] += value * value;
            }
        }
        return new PixelReading(pixels, digest, sums, squares);
    }

    private static void transform(float[] pixels, PixelTransform transform, ImageCollection images, int image) {
        for (int i = 0; i < pixels.length; i++) {
            float value = pixels[i];
            if (!Float.isFinite(value)) {
                throw new DatasetException(
                        "%s: pixel %d is %s; expected finite numbers".formatted(images.name(image), i, value));
            }
            if (transform == PixelTransform.LOG1P && value != 0) {
                if (value <= -1) {
                    throw new DatasetException("%s: pixel %d is %s; the transform LOG1P takes values above −1"
                            .formatted(images.name(image), i, value));
                }
                // In double precision the plain logarithm is exact enough for a float, and far faster than log1p.
                pixels[i] = (float) Math.log(1.0 + value);
            }
        }
    }

    private static byte[] digest(float[] pixels) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(pixels);
        return sha256().digest(bytes.array());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
