"""Prints the times of forecasts with finished trainings. Argument: the results of HistorySpeed."""
import json
import pathlib
import sys

print("finished  benchmark                             µs       bytes")
for result in json.loads(pathlib.Path(sys.argv[1]).read_text()):
    name = result["benchmark"].split(".")[-1]
    metrics = {key.lstrip("·"): value["score"] for key, value in result["secondaryMetrics"].items()}
    score, error = result["primaryMetric"]["score"], result["primaryMetric"]["scoreError"]
    print(f"{result['params']['finished']:>8}  {name:30}  {score:8.1f} ± {error:6.1f}  {metrics['gc.alloc.rate.norm']:9.0f}")
