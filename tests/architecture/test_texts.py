"""Every code that the package can raise has a sentence somewhere, and every sentence a code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from werkdesk.commandline import register_sentences
from werkdesk.messages import problems
from werkdesk.transport import failures
from werkdesk.ui import texts

PACKAGE = Path(texts.__file__).parents[1]
FAILURES = {"Refused", "Unavailable", "Conflict", "Locked", "Defect"}
WIRE = {value for name, value in vars(problems).items() if name.isupper()}
"""Words of the protocol: they are translated at the edge and never shown."""
BY_PROGRAMS = {"meting.mislukt", "code.ongeldig", "verzegeling.ongeldig"}
"""Never shown as a sentence: a failed measurement is told by number, a wrong code becomes wrong_code."""


@dataclass(frozen=True, slots=True)
class Module:
    """What one module says. ``raised``: codes of failures that it makes; ``words``: every text in it."""

    path: Path
    raised: tuple[str, ...]
    words: frozenset[str]


@cache
def modules() -> tuple[Module, ...]:
    """Read once: parsing the package takes seconds."""
    return tuple(read_module(path) for path in sorted(PACKAGE.rglob("*.py")))


def read_module(path: Path) -> Module:
    codes: list[str] = []
    words: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words.add(node.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAILURES:
            codes += codes_in(node.args[0]) if node.args else ()
    return Module(path, tuple(codes), frozenset(words))


def codes_in(node: ast.expr) -> Iterator[str]:
    """Text of a first argument; of a choice or a default, each possibility."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from codes_in(node.body)
        yield from codes_in(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from codes_in(value)


def raised() -> dict[str, str]:
    found = {code: "transport" for code in failures.REFUSALS.values()}
    for module in modules():
        if not module.path.name.startswith("gallery"):
            for code in module.raised:
                found.setdefault(code, str(module.path.relative_to(PACKAGE)))
    return found


def test_every_code_has_a_sentence() -> None:
    known = set(texts.SENTENCES) | set(register_sentences.SENTENCES) | WIRE | BY_PROGRAMS
    assert {code: where for code, where in raised().items() if code not in known} == {}


def test_the_search_for_codes_finds_them() -> None:
    found = raised()
    assert len(found) > 150
    assert {"pin.onjuist", "register.gekloond", "naam.ontbreekt", "geboortedatum.vorm"} <= set(found)


WORLD = re.compile(
    r"(sleutelbos|sleutelbestand|pin|slot|cache|schijf|journaal|printer|profiel|register|bericht)\.[a-z_]+"
)
NOT_CODES = {"cache.db", "register.log", *WIRE}


def test_a_code_that_is_chosen_first_and_raised_later_has_a_sentence_too() -> None:
    written = {word for module in modules() for word in module.words if WORLD.fullmatch(word)}
    assert {"sleutelbos.op_slot", "bericht.eenheid"} <= written
    assert written - NOT_CODES - set(texts.SENTENCES) - set(register_sentences.SENTENCES) == set()


@pytest.mark.parametrize("sentences", [texts.SENTENCES, register_sentences.SENTENCES])
def test_every_sentence_has_a_code(sentences: dict[str, str]) -> None:
    texts_of = {PACKAGE / "ui" / "teksten", PACKAGE / "ui" / "texts.py"}
    written: set[str] = set()
    for module in modules():
        path = module.path
        if path not in texts_of and path.parent not in texts_of and path.name != "register_sentences.py":
            written |= module.words
    assert sorted(set(sentences) - written) == []
