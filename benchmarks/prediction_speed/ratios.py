"""Prints the times of the sweep and of SciPy beside each other. Argument: the folder that run.sh filled."""
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
print("points  sweep µs       bytes   SciPy µs mean  median  failed   SciPy mean / sweep  median / sweep")
times = {}
for result in json.loads((folder / "sweep.json").read_text()):
    points = int(result["params"]["points"])
    score, error = result["primaryMetric"]["score"], result["primaryMetric"]["scoreError"]
    metrics = {name.lstrip("·"): value for name, value in result["secondaryMetrics"].items()}
    allocated = metrics["gc.alloc.rate.norm"]["score"]
    times[points] = score
    line = f"{points:6d}  {score:6.1f} ± {error:4.1f}  {allocated:7.0f}"
    fit = folder / f"scipy-{points}.json"
    if fit.exists():
        scipy = json.loads(fit.read_text())
        line += (
            f"   {scipy['mean']:13.0f}  {scipy['median']:6.0f}  {scipy['failed']:6.1%}"
            f"   {scipy['mean'] / score:18.0f}  {scipy['median'] / score:14.0f}"
        )
    print(line)
print(f"A curve of 200 points takes {times[200] / times[25]:.2f} times as long as one of 25.")
