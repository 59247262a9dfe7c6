"""Results of plateau evaluate, read and averaged."""
import json
import math

ALONE, HISTORY, ALL = "plateau without history", "plateau with history", "plateau"
WITH_HISTORY = {HISTORY, ALL, "linear", "nearest", "last with past residuals"}
LARGE = 60


def read(file):
    return json.loads(file.read_text())


def group(row):
    return row["source"], row["dataset"], row["metric"]


def by_group(rows, name):
    """The rows of every group by their name."""
    groups = {}
    for row in rows:
        groups.setdefault(group(row), {})[row[name]] = row
    return groups


def by_source(rows, figure):
    """Means over a source's groups, weighted by their curves: {(source, share): {predictor: mean}}."""
    sums = {}
    for row in rows:
        value = row[figure]
        if value is not None and row["curves"] > 0:
            means = sums.setdefault((row["source"], row["at"]), {})
            weighted, weight = means.get(row["predictor"], (0, 0))
            means[row["predictor"]] = (weighted + row["curves"] * value, weight + row["curves"])
    return {key: {name: a / b for name, (a, b) in means.items()} for key, means in sums.items()}


def geometric(values):
    values = list(values)
    return math.exp(sum(map(math.log, values)) / len(values))


def ranks(errors):
    """Rank of each name, 1 for the least error; equal errors share the mean of their ranks."""
    return {
        name: 1 + sum(other < error for other in errors.values())
        + (sum(other == error for other in errors.values()) - 1) / 2
        for name, error in errors.items()
    }


def number(value, digits=2):
    return "–" if value is None else f"{value:.{digits}f}"


def down(value, digits):
    """Cut off, not rounded: what misses its target by little must not look met."""
    return number(math.floor(value * 10 ** digits + 1e-9) / 10 ** digits, digits)


def up(value, digits):
    """The same for figures that are better the smaller they are."""
    return number(math.ceil(value * 10 ** digits - 1e-9) / 10 ** digits, digits)


def percent(share):
    return f"{100 * share:.0f} %"


def mark(met):
    return "met" if met else "**missed**"


def table(head, rows):
    yield "| " + " | ".join(head) + " |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""
