"""Prints the figures of the prediction engine beside their targets, as Markdown. Argument: the folder that run.sh filled."""
import pathlib
import sys

import pairs
from measured import (ALL, ALONE, HISTORY, LARGE, WITH_HISTORY, by_group, by_source, down, geometric, group, mark, number,
                      percent, ranks, read, table, up)

BEAMS = {"xfel_1e14": "low", "xfel_1e15": "medium"}


def alone(forecasts):
    rows = [row for row in forecasts if row["predictor"] not in WITH_HISTORY]
    errors = by_source(rows, "mae")
    names = list(dict.fromkeys(row["predictor"] for row in rows))
    places = {name: [] for name in names}
    for means in errors.values():
        for name, rank in ranks({name: means.get(name, float("inf")) for name in names}).items():
            places[name].append(rank)
    shares = sorted({share for _, share in errors})
    ratio = {
        (name, share): geometric(
            means[name] / means["last"] for (_, at), means in errors.items() if at == share and name in means)
        for name in names for share in shares
    }
    mean = {name: sum(place) / len(place) for name, place in places.items()}
    best = sorted(names, key=mean.get)
    yield "### The fitness series alone, no history"
    yield from table(
        ["predictor", "mean rank of %d" % len(names), *(f"error : `last`, {percent(share)}" for share in shares)],
        [[name, number(mean[name]), *(number(ratio[name, share], 3) for share in shares)] for name in best[:6]
         + [name for name in ("median of functions", "last", "best") if name not in best[:6]]])
    yield f"- Best mean rank: {mark(best[0] == ALONE)}."
    for share, most in ((0.25, 0.80), (0.5, 0.90)):
        found = ratio[ALONE, share]
        yield (f"- Geometric mean of the error at {percent(share)} at most {most:.2f} × `last`: {up(found, 3)}, "
               f"{mark(found <= most)}.")
    yield ""
    yield from table(["source", "share", "`plateau without history`", "last", "best", "median of functions"], [
        [source, percent(share), *(number(means.get(name)) for name in (ALONE, "last", "best", "median of functions"))]
        for (source, share), means in sorted(errors.items())])


def learned(forecasts, searches):
    large = {group(row) for row in searches if row["curves"] >= LARGE}
    rows = [row for row in forecasts if group(row) in large]
    errors, orders = by_source(rows, "mae"), by_source(rows, "kendall")
    yield f"### The fitness series alone, with history (groups of {LARGE} curves and more; error / τ)"

    def line(source, share):
        error, order = errors[source, share], orders[source, share]
        better = all(error[HISTORY] < error[other] and order[HISTORY] > order[other] for other in ("nearest", "best"))
        figures = (f"{error[name]:.3f} / {order[name]:.3f}" for name in (HISTORY, "nearest", "best"))
        return [source, percent(share), *figures, mark(better)]

    yield from table(["source", "share", "`plateau with history`", "nearest", "best", "better than both, on both"],
                     [line(*key) for key in sorted(errors)])


def early(forecasts):
    rows = by_group(forecasts, "predictor")
    yield "### All series, A4NN's full trainings, at 25 % of the epochs, ten finished first"
    lines = []
    for (_, dataset, _), row in sorted(rows.items()):
        most, least = {"low": (0.30, 0.83), "medium": (0.15, 0.80)}[BEAMS[dataset]]
        error, tau = row[ALL]["mae"], row[ALL]["kendall"]
        lines.append([BEAMS[dataset], up(error, 3), f"≤ {most:.2f}: {mark(error <= most)}",
                      down(tau, 3), f"≥ {least:.2f}: {mark(tau >= least)}",
                      *(f"{row[name]['mae']:.2f} / {row[name]['kendall']:.2f}" for name in ("linear", "nearest", "best"))])
    yield from table(["beam", "error", "target", "τ", "target", "linear", "nearest", "best"], lines)


def termination(searches):
    yield "### Stopping on the same"
    names = {}
    lines = []
    for (_, dataset, _), rows in sorted(by_group(searches, "rule").items()):
        beam = BEAMS[dataset]
        # The tightest tolerance that saves as much.
        at = min((name for name in rows if name.startswith("plateau@") and rows[name]["saved"] >= 0.8),
                 key=lambda name: float(name.partition("@")[2]))
        low = beam == "low"
        wanted = {
            ALL: (0.85, 0.50 if low else 0.20, 0.79 if low else 0.76, 0.05),
            at: (0, 0.40 if low else 0.15, 0.82 if low else 0.78, float("inf")),
        }
        for name in (ALL, at, "linear-2", "linear-1", "stop-all-1", "nearest", "penguin", "converged"):
            if name not in rows:
                continue
            row = rows[name]
            marks = "–"
            if name in wanted:
                saved, error, tau, regret = wanted[name]
                missed = [text for text, ok in (
                    (f"saved ≥ {saved}", row["saved"] >= saved), (f"error ≤ {error:.2f}", row["mae"] <= error),
                    (f"τ ≥ {tau}", row["kendall"] >= tau), (f"regret ≤ {regret}", row["regret1"] <= regret)) if not ok]
                marks = "met" if not missed else "**missed**: " + ", ".join(missed)
            lines.append([beam, name, down(100 * row["saved"], 1) + " %", up(row["mae"], 3), down(row["kendall"], 3),
                          up(row["regret1"], 3), marks])
    yield from table(["beam", "row", "saved", "error of the stopped", "τ", "top-1 regret", "target"], lines)


def intervals(forecasts):
    coverage, scores = by_source(forecasts, "coverage80"), by_source(forecasts, "interval_score")
    plain = "last with past residuals"
    curves = {}
    for row in forecasts:
        if row["predictor"] == ALL:
            curves[row["source"], row["at"]] = curves.get((row["source"], row["at"]), 0) + row["curves"]
    yield "### Intervals of 80 %, thirty finished trainings and more (coverage, score)"
    lines = []
    for key in sorted(coverage):
        line = [key[0], percent(key[1]), str(curves[key])]
        for name in (ALL, HISTORY, plain):
            line.append(f"{100 * coverage[key][name]:.1f} %, {scores[key][name]:.2f}")
        held = 0.75 <= coverage[key][ALL] <= 0.85
        line += [mark(held), mark(scores[key][ALL] < scores[key][plain])]
        lines.append(line)
    yield from table(["source", "share", "curves", "`plateau`", "`plateau with history`", f"`{plain}`", "75–85 % held",
                      "better score"], lines)


def intervals_alone(forecasts):
    coverage, scores = by_source(forecasts, "coverage80"), by_source(forecasts, "interval_score")
    shares = sorted({share for _, share in coverage})
    yield "### Intervals of 80 % without history (coverage, score; no target)"
    yield from table(["source", *(percent(share) for share in shares)], [
        [source, *(f"{100 * coverage[source, share][ALONE]:.0f} %, {scores[source, share][ALONE]:.2f}" for share in shares)]
        for source in sorted({source for source, _ in coverage})])


def charged(searches):
    yield "### What the default saves, all sources"
    lines = []
    for (source, dataset, metric), rows in sorted(by_group(searches, "rule").items()):
        row = rows[ALL]
        lines.append([source, dataset, metric, str(row["curves"]), down(100 * row["saved"], 1) + " %", number(row["mae"]),
                      number(row["kendall"]), number(row["regret1"])])
    yield from table(["source", "dataset", "measure", "curves", "saved", "error of the stopped", "τ", "top-1 regret"], lines)


def time(folder):
    began, ended, load = folder.joinpath("thousand.time").read_text().split()
    seconds = float(ended) - float(began)
    yield "### Time"
    yield (f"All rows but those of the published engines on 1,000 curves of 50 points: {seconds:.1f} s (load before {load}); "
           f"at most 60: {mark(seconds <= 60)}.")
    yield ""


def main(folder):
    forecasts, searches = read(folder / "forecasts.json"), read(folder / "searches.json")
    for part in (
            alone(forecasts), learned(forecasts, searches), early(read(folder / "a4nn-forecasts.json")),
            termination(read(folder / "a4nn.json")), charged(searches), pairs.summary(searches),
            intervals(read(folder / "intervals.json")), intervals_alone(read(folder / "intervals-alone.json")), time(folder)):
        print("\n".join(part))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
