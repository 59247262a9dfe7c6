"""Plateau's tolerance swept against every other row: is there, where it saves as much, one that errs no more?"""
from measured import LARGE, by_group, number, table

FIGURES = (("mae", 1, "error"), ("regret1", 1, "regret"), ("kendall", -1, "τ"))
EQUAL = 1e-9


def better(ours, theirs, figure, sign):
    """Whether a figure is at least as good; one that the other row does not have cannot be lost."""
    return theirs[figure] is None or (
        ours[figure] is not None and sign * ours[figure] <= sign * theirs[figure] + EQUAL)


def compared(searches):
    """(group, row, result) of every pair; the result says of each figure whether it is won, and of all three together."""
    for group, rows in sorted(by_group(searches, "rule").items()):
        swept = [row for name, row in rows.items() if name == "plateau" or name.startswith("plateau@")]
        for name, row in rows.items():
            if name.startswith("plateau") or row["saved"] is None:
                continue
            enough = [one for one in swept if one["saved"] >= row["saved"] - EQUAL]
            won = {word: any(better(one, row, figure, sign) for one in enough) for figure, sign, word in FIGURES}
            won["all at one tolerance"] = any(
                all(better(one, row, figure, sign) for figure, sign, _ in FIGURES) for one in enough)
            won["each at some tolerance"] = all(won[word] for _, _, word in FIGURES)
            won["saves as much"] = bool(enough)
            yield group, row, won


def summary(searches):
    results = list(compared(searches))
    yield "### The tolerance swept: shares of the (group, row) pairs that are won"
    chosen = {
        "all groups": results,
        f"groups of {LARGE} curves and more": [result for result in results if result[1]["curves"] >= LARGE],
        f"groups of fewer": [result for result in results if result[1]["curves"] < LARGE],
    }
    words = ["saves as much", "error", "regret", "τ", "each at some tolerance", "all at one tolerance"]
    lines = []
    for name, part in chosen.items():
        shares = []
        for word in words:
            # A row that stopped nobody has no error to be compared with.
            figure = next((figure for figure, _, of in FIGURES if of == word), "saved")
            counted = [won[word] for _, row, won in part if row[figure] is not None]
            shares.append(f"{100 * sum(counted) / len(counted):.1f} %")
        lines.append([name, str(len(part)), *shares])
    yield from table(["", "pairs", *words], lines)
    lost = [(group, row, won) for group, row, won in results if not won["each at some tolerance"]]
    yield "<details><summary>The %d pairs lost</summary>" % len(lost)
    yield ""
    yield from table(["source", "dataset", "measure", "curves", "row", "saved", "error", "regret", "τ", "lost"], [
        [*group, str(row["curves"]), row["rule"], number(row["saved"], 3), number(row["mae"]), number(row["regret1"]),
         number(row["kendall"]),
         ", ".join(word for word in ("error", "regret", "τ") if not won[word]) if won["saves as much"] else "saves more"]
        for group, row, won in lost])
    yield "</details>"
    yield ""
