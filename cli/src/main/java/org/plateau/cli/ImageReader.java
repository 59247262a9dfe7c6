package org.plateau.cli;

import java.nio.file.Path;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.training.dataset.ImageFile;

/**
 * Reads images for a network, as those that it was trained on were read.
 *
 * @param network what to call it in messages
 * @param shape that it takes
 * @param transform that its pixels go through
 */
record ImageReader(String network, Shape.Image shape, PixelTransform transform) {
    /**
     * The pixels of a file.
     *
     * @throws DatasetException if it cannot be read, has another shape, or pixels that the network cannot be asked about
     */
    float[] read(Path file) {
        ImageFile image = ImageFile.read(file);
        if (!image.shape().equals(shape)) {
            throw new DatasetException("%s is %s, but %s takes images of %s (channels×height×width)"
                    .formatted(file, image.shape(), network, shape));
        }
        for (float pixel : image.pixels()) {
            if (!Float.isFinite(pixel) || (transform == PixelTransform.LOG1P && pixel <= -1)) {
                throw new DatasetException("%s has a pixel of %s; expected finite numbers%s"
                        .formatted(file, pixel, transform == PixelTransform.LOG1P ? " above −1" : ""));
            }
        }
        return image.pixels();
    }
}
