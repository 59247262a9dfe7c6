package org.plateau.diffraction;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jtransforms.fft.DoubleFFT_3D;
import pl.edu.icm.jlargearrays.ConcurrencyUtils;

/**
 * Makes a {@link FourierGrid}: one fast Fourier transform for each element of the molecule.
 *
 * <p>An atom is laid on the real-space grid as a Gaussian of its own B factor plus a common {@link #blur}, which is
 * wide enough for the grid; the transform is then multiplied by the element's form factor, and the blur is undone where
 * the grid is read.
 * Form factors are applied in reciprocal space because their narrow Gaussians and the constant (nitrogen's 12.2 and
 * −11.5 nearly cancel) have no grid of any sensible spacing in real space. This is L. F. Ten Eyck's method (Acta
 * Crystallographica A33 (1977), 486–492) with an artificial temperature factor.
 *
 * <p>The Gaussians are divided by the B-spline's own transform sinc⁴ before, so that reading the grid with that spline
 * gives the amplitude itself (gridding, as in non-uniform fast Fourier transforms).
 */
final class FourierTransform {
    /** Points of the real-space grid along one side, at most: about 1 GiB while the transform runs. */
    static final int MOST_POINTS = 400;

    /** The period of the real-space grid in diameters of the molecule; the grid's step is its inverse. */
    private static final double OVERSAMPLING = 2.5;

    /** The real-space grid resolves this multiple of the longest scattering vector. */
    private static final double HEADROOM = 1.25;

    /** The blur times the squared longest scattering vector; with {@link #HEADROOM}, aliases are under 1e-4. */
    private static final double BLUR = 30;

    private final Molecule molecule;
    private final double largestQ;
    private final double step;
    private final double blur;
    private final int points;
    private final int reach;
    private final float[] amplitudes;

    FourierTransform(Molecule molecule, double largestQ) {
        this.molecule = molecule;
        this.largestQ = largestQ;
        blur = BLUR / (largestQ * largestQ);
        double widest = molecule.atoms().stream()
                        .mapToDouble(Atom::temperatureFactor)
                        .max()
                        .orElseThrow()
                + blur;
        // Half a period must hold the molecule and the tail of its outermost atom.
        double radius = Math.max(molecule.radius(), GaussianLine.extent(widest) / (OVERSAMPLING - 1));
        step = 1 / (2 * OVERSAMPLING * radius);
        double wanted = Math.ceil(2 * HEADROOM * largestQ / step);
        if (wanted > MOST_POINTS) {
            throw new GridTooLargeException(radius, largestQ, (long) wanted, MOST_POINTS);
        }
        points = smooth((int) wanted);
        reach = (int) Math.ceil(largestQ / step) + 2;
        int size = 2 * reach + 1;
        amplitudes = new float[2 * size * size * size];
    }

    FourierGrid grid() {
        Map<Element, List<Atom>> elements = molecule.atoms().stream()
                .collect(Collectors.groupingBy(
                        Atom::element, () -> new EnumMap<>(Element.class), Collectors.toUnmodifiableList()));
        double[] density = new double[2 * points * points * points];
        // One thread: the library's own would keep the virtual machine alive for a minute after the last transform.
        ConcurrencyUtils.setNumberOfThreads(1);
        var transform = new DoubleFFT_3D(points, points, points);
        for (var element : elements.entrySet()) {
            Arrays.fill(density, 0);
            element.getValue().forEach(atom -> lay(atom, density));
            transform.complexForward(density);
            add(element.getKey(), density);
        }
        return new FourierGrid(largestQ, blur, step, reach, amplitudes);
    }

    /** Adds the atom's Gaussian to the density. The grid is periodic, its origin is the molecule's. */
    private void lay(Atom atom, double[] density) {
        double width = atom.temperatureFactor() + blur;
        var x = new GaussianLine(atom.x(), width, points, step);
        var y = new GaussianLine(atom.y(), width, points, step);
        var z = new GaussianLine(atom.z(), width, points, step);
        for (int i = x.first(); i <= x.last(); i++) {
            int plane = Math.floorMod(i, points) * points;
            for (int j = y.first(); j <= y.last(); j++) {
                int row = (plane + Math.floorMod(j, points)) * points;
                double weight = x.weight(i) * y.weight(j);
                for (int k = z.first(); k <= z.last(); k++) {
                    density[2 * (row + Math.floorMod(k, points))] += weight * z.weight(k);
                }
            }
        }
    }

    /** Adds the element's share to the amplitudes, within the sphere that the spline can ask for. */
    private void add(Element element, double[] transform) {
        double[] factors = factors(element);
        int target = 0;
        for (int i = -reach; i <= reach; i++) {
            int plane = Math.floorMod(i, points) * points;
            for (int j = -reach; j <= reach; j++) {
                int row = (plane + Math.floorMod(j, points)) * points;
                for (int k = -reach; k <= reach; k++, target += 2) {
                    int squared = i * i + j * j + k * k;
                    if (squared < factors.length) {
                        int source = 2 * (row + Math.floorMod(k, points));
                        amplitudes[target] += (float) (factors[squared] * transform[source]);
                        amplitudes[target + 1] += (float) (factors[squared] * transform[source + 1]);
                    }
                }
            }
        }
    }

    /** The element's form factor by the squared distance from the origin in grid steps. */
    private double[] factors(Element element) {
        double[] factors = new double[(int) Math.pow(largestQ / step + 2 * Math.sqrt(3), 2) + 1];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = element.formFactor(i * step * step);
        }
        return factors;
    }

    /** The next even number whose only prime factors are 2, 3 and 5. */
    private static int smooth(int wanted) {
        for (int candidate = wanted + wanted % 2; ; candidate += 2) {
            int rest = candidate;
            for (int prime : new int[] {2, 3, 5}) {
                while (rest % prime == 0) {
                    rest /= prime;
                }
            }
            if (rest == 1) {
                return candidate;
            }
        }
    }
}
