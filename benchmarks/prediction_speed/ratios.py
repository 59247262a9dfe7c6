"""Prints the times of the forecast, of the sweep in it and of SciPy beside each other. Argument: the folder that run.sh filled."""
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
times = {}
print("curves, points      forecast µs    bytes  sweep µs  SciPy's call  mean µs  /forecast  median µs  /forecast")
for file in sorted(folder.glob("*.json")):
    results = {one["benchmark"].split(".")[-2]: one for one in json.loads(file.read_text())}
    result = results["ForecastSpeed"]
    score, error = result["primaryMetric"]["score"], result["primaryMetric"]["scoreError"]
    metrics = {name.lstrip("·"): value["score"] for name, value in result["secondaryMetrics"].items()}
    sweep = results["SweepSpeed"]["primaryMetric"]["score"]
    times[file.stem] = score
    print(f"{file.stem:17}  {score:6.1f} ± {error:4.1f}  {metrics['gc.alloc.rate.norm']:7.0f}  {sweep:8.1f}")
    scipy = file.with_suffix(".scipy").read_text()
    for call, took in json.loads(scipy or "{}").items():
        mean, median = took["mean"], took["median"]
        print(f"{call:>60}  {mean:7.0f}  {mean / score:9.0f}  {median:9.0f}  {median / score:9.0f}")
print(f"A curve of 200 points takes {times['generated-200'] / times['generated-25']:.2f} times as long as one of 25.")
