"""The part above ``---``: what the letter is called, its version and its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from werkdesk.letters.template.blocks import Form
from werkdesk.letters.template.problems import TemplateProblem, nearest

KEYS = ("code", "titel", "versie", "taal", "vorm")
_END = "---"


def read_front_part(name: str, lines: Sequence[str]) -> tuple[Mapping[str, str], int, list[TemplateProblem]]:
    """The keys with their values, the index of the first line of the body, and what is wrong."""
    problems: list[TemplateProblem] = []
    values: dict[str, str] = {}

    def complain(code: str, line: int, found: str = "", meant: str = "") -> None:
        problems.append(TemplateProblem(code=code, name=name, line=line, found=found, meant=meant))

    end = next((at for at, line in enumerate(lines) if line.strip() == _END), None)
    if end is None:
        complain("sjabloon.kop_ontbreekt", 1, meant=_END)
        return values, len(lines), problems
    for number, line in enumerate(lines[:end], start=1):
        if not line.strip() or line.startswith("//"):
            continue
        key, colon, value = (part.strip() for part in line.partition(":"))
        if key not in KEYS or not colon:
            complain("sjabloon.sleutel_onbekend", number, key, nearest(key, KEYS))
        else:
            values[key] = value
    for key in KEYS:
        if not values.get(key):
            complain("sjabloon.sleutel_ontbreekt", end + 1, meant=key)
    if values.get("vorm") and values["vorm"] not in set(Form):
        complain(
            "sjabloon.vorm_onbekend", 1, values["vorm"], nearest(values["vorm"], set(Form)) or Form.LETTER
        )
    return values, end + 1, problems
