package org.plateau.training.dataset;

import java.util.List;
import org.plateau.core.architecture.Shape;

/**
 * Where a loaded dataset's pixels go, so that they exist once, in the memory that is computed on. Called from one thread.
 */
public interface PixelStore {
    /**
     * Begins a part; called once for each part that has images, before its images come.
     *
     * @param labels class of every image of the part
     */
    void open(SplitPart part, Shape.Image shape, int[] labels);

    /**
     * Takes images of a part.
     *
     * @param first place of the first of them in the part
     * @param images their pixels, channel by channel and row by row
     */
    void put(SplitPart part, int first, List<float[]> images);

    /** Subtracts the mean of its channel from every pixel of every part and divides it by the spread. Called once, at the end. */
    void normalize(double[] mean, double[] spread);

    /** A store that forgets, for those who only want to know a dataset's properties. */
    static PixelStore none() {
        return new PixelStore() {
            @Override
            public void open(SplitPart part, Shape.Image shape, int[] labels) {}

            @Override
            public void put(SplitPart part, int first, List<float[]> images) {}

            @Override
            public void normalize(double[] mean, double[] spread) {}
        };
    }
}
