"""Whether the line on the screen says by itself why somebody was found."""

from __future__ import annotations

from collections.abc import Sequence

from werkdesk.storage.search.keys import without_prefixes, words


def says_why(typed: Sequence[str], naam: str) -> bool:
    """Whether a folded word of ``typed`` begins the surname in the line, or the surname with its prefixes.

    ``naam``: as lists write it, ``Berg, J. van den``. Who was found by the name of a partner only does not.
    """
    surname, _, rest = naam.partition(",")
    parts = words(surname)
    prefixes = [word for piece in rest.split() if not piece.endswith(".") for word in words(piece)]
    ways = [*parts, "".join(parts), "".join([*prefixes, *parts])]
    return any(way.startswith(word) for word in without_prefixes(list(typed)) for way in ways)
