"""Times scipy.optimize.curve_fit of a - b^(c-x) within the published bounds over curves, one a line, in two dialects."""
import json
import sys
import time
import warnings

import numpy
from scipy.optimize import curve_fit

BOUNDS = ([0.5, 1, 0], [200, numpy.inf, numpy.inf])
DIALECTS = {"A4NN": (0.0, None), "PENGUIN": (1.0, (10, 1.001, 100))}  # first x, start
ROUNDS = 4


def plateau(x, a, b, c):
    return a - b ** (c - x)


def seconds(curves, first, start):
    x = first + numpy.arange(curves.shape[1])
    for y in curves:
        begin = time.perf_counter()
        try:
            curve_fit(plateau, x, y, p0=start, bounds=BOUNDS)
        except RuntimeError:
            pass  # a search that gave up took its time all the same
        yield time.perf_counter() - begin


def main():
    warnings.filterwarnings("ignore")
    curves = numpy.loadtxt(sys.argv[1], delimiter=",")
    results = {}
    for dialect, (first, start) in DIALECTS.items():
        list(seconds(curves, first, start))  # warms up
        times = [1e6 * one for _ in range(ROUNDS) for one in seconds(curves, first, start)]
        results[dialect] = {"mean": numpy.mean(times), "median": numpy.median(times)}
    print(json.dumps(results))


main()
