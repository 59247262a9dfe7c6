package org.plateau.diffraction;

import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferFloat;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A square image as an uncompressed TIFF of one channel of 32-bit floats, by the JDK's own writer. */
final class FloatTiff {
    private FloatTiff() {}

    /** The file's bytes of an image given row by row. */
    static byte[] encode(float[] image, int side) {
        var samples = new BandedSampleModel(DataBuffer.TYPE_FLOAT, side, side, 1);
        var raster = Raster.createWritableRaster(samples, new DataBufferFloat(image, image.length), null);
        var colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_FLOAT);
        var bytes = new ByteArrayOutputStream(4 * image.length + 1024);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(new IIOImage(new BufferedImage(colours, raster, false, null), null, null));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
