"""Every code that can be raised has a sentence, and every act has words."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from werkdesk.domain import gebeurtenissen
from werkdesk.domain.bezoek import BezoekReden, Uitkomst
from werkdesk.domain.melding import MeldingStatus
from werkdesk.errors import Conflict, Defect, Locked, Refused, Unavailable
from werkdesk.ui import texts
from werkdesk.ui.teksten import woorden

PACKAGE = Path(texts.__file__).parents[1]
FAILURES = {"Refused", "Unavailable", "Conflict", "Locked", "Defect"}
NOT_AT_A_DESK = {"register", "commandline", "bench", "demo", "fictief"}
"""Packages whose failures end in the command line or on the wire, never in this window."""


@cache
def raised() -> tuple[tuple[str, str], ...]:
    """Read once: parsing the package takes seconds."""
    return tuple(read_codes())


def read_codes() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] in NOT_AT_A_DESK or path.name == "gallery.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAILURES:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value, str(path.relative_to(PACKAGE))


def test_every_code_has_a_sentence() -> None:
    missing = sorted({(code, where) for code, where in raised() if code not in texts.SENTENCES})
    assert missing == []


def test_codes_are_found_at_all() -> None:
    assert len({code for code, _ in raised()}) > 60


@pytest.mark.parametrize("code", sorted(texts.SENTENCES))
def test_a_sentence_reads_well(code: str) -> None:
    sentence = texts.explain(Refused(code))
    assert "{" not in sentence
    assert sentence[-1] in ".?"
    assert sentence[0].isupper() or sentence.startswith("…")
    assert code not in sentence


@pytest.mark.parametrize("error", [Refused("x.y"), Unavailable("x.y"), Conflict("x.y"), Locked("x.y")])
def test_an_unknown_code_still_gives_a_sentence_with_the_code(error: Refused) -> None:
    assert "x.y" in texts.explain(error)


def test_a_defect_names_its_number_and_never_a_code() -> None:
    assert "D-123" in texts.explain(Defect("defect", nummer="D-123"))
    assert "defect" not in texts.explain(Defect("defect"))


def test_every_act_has_words() -> None:
    acts = {
        name
        for name, kind in inspect.getmembers(gebeurtenissen, inspect.isclass)
        if kind.__module__ == gebeurtenissen.__name__ and name == kind.__name__ and "betreft" in vars(kind)
    }
    assert len(acts) > 20
    assert acts - set(woorden.HANDELINGEN) == set()


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (woorden.REDENEN, BezoekReden),
        (woorden.UITKOMSTEN, Uitkomst),
        (woorden.MELDING_STATUS, MeldingStatus),
    ],
)
def test_every_code_of_the_work_has_words(words: dict[object, str], codes: type) -> None:
    assert set(words) == set(codes)
