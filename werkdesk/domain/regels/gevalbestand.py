"""A file of rule cases, its answers, and whether they are what was expected (rule cases 1 and 2)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from werkdesk.domain.regels.gevallen import Evaluator
from werkdesk.domain.regels.uitleg import Antwoord
from werkdesk.errors import Refused

FORMAAT = 1
_FOUT_VELDEN = ("code", "veld")


@dataclass(frozen=True, slots=True)
class Uitslag:
    """One answer. ``klopt`` is ``None`` when the case expects nothing; ``uitleg_klopt`` likewise."""

    id: str
    antwoord: Antwoord | None
    fout: dict[str, str | None] | None
    klopt: bool | None
    uitleg_klopt: bool | None

    @property
    def wijkt_af(self) -> bool:
        """Whether anything differs from what was expected."""
        return self.klopt is False or self.uitleg_klopt is False

    @property
    def kern(self) -> Any:
        """The outcome, or the defect in the input: what a change of rules is measured on."""
        return {"fout": self.fout} if self.antwoord is None else {"uitkomst": self.antwoord.uitkomst}

    def as_json(self) -> dict[str, Any]:
        """The answer as the command prints it."""
        if self.antwoord is None:
            return {"id": self.id, "fout": self.fout, "klopt": self.klopt}
        uitleg = self.antwoord.uitleg
        shown: dict[str, Any] = {
            "id": self.id,
            "uitkomst": self.antwoord.uitkomst,
            "klopt": self.klopt,
            "uitleg": [regel.als_json for regel in uitleg.regels],
            "toelichting": uitleg.zinnen,
        }
        if self.uitleg_klopt is not None:
            shown["uitleg_klopt"] = self.uitleg_klopt
        return shown


def read_cases(content: bytes) -> list[dict[str, Any]]:
    """The cases of a file.

    Raises ``Refused``: ``gevallen.json`` (no JSON), ``gevallen.formaat`` (not format 1), ``gevallen.dubbel``.
    """
    try:
        document = json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refused("gevallen.json") from None
    if not isinstance(document, dict) or type(document.get("formaat")) is not int:
        raise Refused("gevallen.formaat")
    cases = document.get("gevallen")
    if document["formaat"] != FORMAAT or not isinstance(cases, list):
        raise Refused("gevallen.formaat")
    seen: set[str] = set()
    for case in cases:
        if not isinstance(case, dict) or not isinstance(case.get("id"), str):
            raise Refused("gevallen.formaat")
        if case["id"] in seen:
            raise Refused("gevallen.dubbel")
        seen.add(case["id"])
    return cases


def _no_constant(name: str) -> Any:
    """``NaN`` and ``Infinity`` are no JSON."""
    raise ValueError(name)


def answer_cases(cases: Iterable[dict[str, Any]], evaluator: Evaluator) -> list[Uitslag]:
    """Answer every case, in order. An outcome depends on ``soort`` and ``invoer`` alone."""
    return [_answer(case, evaluator) for case in cases]


def _answer(case: dict[str, Any], evaluator: Evaluator) -> Uitslag:
    expects = "verwacht" in case
    expected = case.get("verwacht")
    try:
        found = evaluator.beoordeel(case.get("soort"), case.get("invoer"))
    except Refused as refused:
        fout = {"code": refused.code, "veld": refused.field}
        return Uitslag(case["id"], None, fout, _fout_klopt(fout, expected) if expects else None, None)
    return Uitslag(
        case["id"],
        found,
        None,
        same_json(found.uitkomst, expected) if expects else None,
        _uitleg_klopt(found, case.get("uitleg_bevat")),
    )


def _fout_klopt(fout: dict[str, str | None], expected: Any) -> bool:
    wanted = expected.get("fout") if isinstance(expected, dict) else None
    return isinstance(wanted, dict) and all(wanted.get(name) == fout[name] for name in _FOUT_VELDEN)


def _uitleg_klopt(found: Antwoord, wanted: Any) -> bool | None:
    """Whether every wanted entry is part of an entry of the explanation."""
    if wanted is None:
        return None
    entries = [regel.als_json for regel in found.uitleg.regels]
    return isinstance(wanted, list) and all(
        isinstance(want, dict) and any(want.items() <= entry.items() for entry in entries) for want in wanted
    )


def same_json(one: Any, other: Any) -> bool:
    """Equal as JSON: same fields, same order in lists, same types (95 is not 95.0, 1 is not true)."""
    kind = type(one)
    if kind is not type(other) or one != other:
        return False
    # Equal for Python; what is left are numbers and yes/no inside that are equal but of another type.
    if kind is dict:
        return all(same_json(one[key], other[key]) for key in one)
    if kind is list:
        return all(map(same_json, one, other))
    return True
