"""Reads the lines that both sides print and prints medians and ratios. An epoch's time is the median over a run's epochs
without the first; the ratio is that of the medians over the rounds."""
import json
import statistics
import sys


def typical(run, key):
    return statistics.median(run[key][1:])


runs = {}
for line in sys.stdin:
    run = json.loads(line)
    runs.setdefault(run["engine"], []).append(run)
medians = {}
for engine, rounds in sorted(runs.items()):
    medians[engine] = {key: statistics.median(typical(run, key) for run in rounds) for key in ("seconds", "cpu_seconds")}
    clock = " ".join("%.2f" % typical(run, "seconds") for run in rounds)
    peak = statistics.median(run["peak_mib"] for run in rounds)
    print("  %-28s seconds an epoch %.3f (%s), of CPU %.3f, peak %d MiB"
          % (engine, medians[engine]["seconds"], clock, medians[engine]["cpu_seconds"], peak))
plateau, python = (next(v for k, v in medians.items() if k.startswith(side)) for side in ("plateau", "python"))
print("  Plateau / Python: seconds %.3f, seconds of CPU %.3f"
      % tuple(plateau[key] / python[key] for key in ("seconds", "cpu_seconds")))
