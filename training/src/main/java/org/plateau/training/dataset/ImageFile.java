package org.plateau.training.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;

/**
 * The pixels of one PNG, JPEG or TIFF file.
 *
 * <p>Samples are those of the file (0–255, 0–65535, floating point), without any conversion of colours. A palette is
 * looked up; transparency is left out.
 */
public final class ImageFile {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "tif", "tiff");

    private final Shape.Image shape;
    private final float[] pixels;

    private ImageFile(Shape.Image shape, float[] pixels) {
        this.shape = shape;
        this.pixels = pixels;
    }

    /** 1 channel for grey, 3 for red, green, blue. */
    public Shape.Image shape() {
        return shape;
    }

    /** Channel by channel and row by row; not a copy. */
    public float[] pixels() {
        return pixels;
    }

    /** Whether the name ends as an image's does. */
    public static boolean isImage(Path path) {
        String name = path.getFileName().toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * Reads a file.
     *
     * @throws DatasetException if it is truncated, no image, or has other channels than grey or red, green, blue
     */
    public static ImageFile read(Path path) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(path.toFile())) {
            if (stream == null) {
                throw new DatasetException("%s cannot be opened; expected a readable file".formatted(path));
            }
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new DatasetException(
                        "%s begins as no image does; expected a PNG, JPEG or TIFF file".formatted(path));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                List<String> cut = new ArrayList<>();
                reader.addIIOReadWarningListener((source, warning) -> {
                    // The JPEG reader fills the missing rest with grey and only warns.
                    if (warning.contains("remature end")) {
                        cut.add(warning);
                    }
                });
                BufferedImage image = reader.read(0);
                if (!cut.isEmpty()) {
                    throw new IIOException(cut.get(0));
                }
                return of(path, image);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // Readers meet a truncated file with any of these.
            throw new DatasetException(
                    "%s is truncated or damaged (%s); expected a whole PNG, JPEG or TIFF file".formatted(path, e), e);
        }
    }

    private static ImageFile of(Path path, BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return indexed(image.getRaster(), palette);
        }
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        // A second or fourth band is transparency.
        int channels = bands <= 2 ? 1 : 3;
        if (bands > 4 || ((bands == 4 || bands == 2) && !image.getColorModel().hasAlpha())) {
            throw new DatasetException("%s has %d channels; expected grey or red, green, blue".formatted(path, bands));
        }
        int size = raster.getWidth() * raster.getHeight();
        float[] pixels = new float[channels * size];
        float[] plane = new float[size];
        for (int channel = 0; channel < channels; channel++) {
            raster.getSamples(
                    raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), channel, plane);
            System.arraycopy(plane, 0, pixels, channel * size, size);
        }
        return new ImageFile(new Shape.Image(channels, raster.getHeight(), raster.getWidth()), pixels);
    }

    private static ImageFile indexed(Raster raster, IndexColorModel palette) {
        int size = raster.getWidth() * raster.getHeight();
        int[] indices = raster.getSamples(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), 0, (int[]) null);
        boolean grey = true;
        for (int i = 0; i < palette.getMapSize(); i++) {
            grey &= palette.getRed(i) == palette.getGreen(i) && palette.getRed(i) == palette.getBlue(i);
        }
        int channels = grey ? 1 : 3;
        float[] pixels = new float[channels * size];
        for (int i = 0; i < size; i++) {
            pixels[i] = palette.getRed(indices[i]);
            if (!grey) {
                pixels[size + i] = palette.getGreen(indices[i]);
                pixels[2 * size + i] = palette.getBlue(indices[i]);
            }
        }
        return new ImageFile(new Shape.Image(channels, raster.getHeight(), raster.getWidth()), pixels);
    }
}
