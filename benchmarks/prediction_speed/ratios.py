"""Prints the times of the sweep and of SciPy beside each other. Argument: the folder that run.sh filled."""
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
times = {}
print("curves, points   sweep µs      bytes     SciPy's call  mean µs  /sweep  median µs  /sweep")
for file in sorted(folder.glob("*.json")):
    result = json.loads(file.read_text())[0]
    score, error = result["primaryMetric"]["score"], result["primaryMetric"]["scoreError"]
    metrics = {name.lstrip("·"): value["score"] for name, value in result["secondaryMetrics"].items()}
    times[file.stem] = score
    print(f"{file.stem:15}  {score:6.1f} ± {error:4.1f}  {metrics['gc.alloc.rate.norm']:7.0f}")
    scipy = file.with_suffix(".scipy").read_text()
    for call, took in json.loads(scipy or "{}").items():
        mean, median = took["mean"], took["median"]
        print(f"{call:>53}  {mean:7.0f}  {mean / score:6.0f}  {median:9.0f}  {median / score:6.0f}")
print(f"A curve of 200 points takes {times['generated-200'] / times['generated-25']:.2f} times as long as one of 25.")
