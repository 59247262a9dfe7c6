"""Times scipy.optimize.curve_fit of a - b^(c-x) within the published bounds over curves, one a line, from the default start."""
import json
import sys
import time
import warnings

import numpy
import scipy
from scipy.optimize import curve_fit

BOUNDS = ([0.5, 1, 0], [200, numpy.inf, numpy.inf])
ROUNDS = 4


def plateau(x, a, b, c):
    return a - b ** (c - x)


def main():
    warnings.filterwarnings("ignore")
    curves = numpy.loadtxt(sys.argv[1], delimiter=",")
    x = numpy.arange(1.0, curves.shape[1] + 1)
    seconds, failed = [], 0
    for round in range(ROUNDS):
        for y in curves:
            begin = time.perf_counter()
            try:
                curve_fit(plateau, x, y, bounds=BOUNDS)
            except RuntimeError:
                failed += round > 0
            if round > 0:  # the first one warms up
                seconds.append(time.perf_counter() - begin)
    print(json.dumps({
        "scipy": scipy.__version__,
        "mean": 1e6 * numpy.mean(seconds),
        "median": 1e6 * numpy.median(seconds),
        "failed": failed / len(seconds),
    }))


main()
