"""How wide the columns of a table are."""

from __future__ import annotations

from werkdesk.letters.document import Grid, Runs
from werkdesk.letters.layout.lines import natural_width, widest_word
from werkdesk.letters.layout.measures import Style

# One endless word may not push the other columns off the sheet.
_LARGEST_SHARE = 0.45


def column_widths(grid: Grid, head: Style, cell: Style, width: float, padding: float) -> tuple[float, ...]:
    """Widths that add up to ``width``.

    Every column has room for its widest word, the rest goes where text is.
    """
    least: list[float] = []
    wanted: list[float] = []
    for column, header in enumerate(grid.header):
        texts: list[tuple[Runs, Style]] = [(header, head)] + [(row[column], cell) for row in grid.rows]
        word = max(widest_word(runs, style) for runs, style in texts) + 2 * padding
        least.append(min(word, width * _LARGEST_SHARE))
        wanted.append(max(natural_width(runs, style) for runs, style in texts) + 2 * padding)
    return _share(least, wanted, width)


def _share(least: list[float], wanted: list[float], width: float) -> tuple[float, ...]:
    if sum(wanted) <= width:
        spare = width - sum(wanted)
        return tuple(want + spare * want / sum(wanted) for want in wanted)
    if sum(least) >= width:
        return tuple(part * width / sum(least) for part in least)
    spare = width - sum(least)
    hunger = [max(0.0, want - part) for want, part in zip(wanted, least, strict=True)]
    # The square root keeps one column of long sentences from starving the others.
    weights = [part**0.7 for part in hunger]
    return tuple(part + spare * weight / sum(weights) for part, weight in zip(least, weights, strict=True))
