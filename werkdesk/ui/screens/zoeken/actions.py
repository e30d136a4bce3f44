"""Everything searching needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from werkdesk.ui.frame.opening import TypedFacts
from werkdesk.usecases.overzichten import KlantHit


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoekActions:
    """``search``, ``look_alikes`` and ``read_facts`` run on lane ``cache``, one question at a time.

    ``read_facts``: what the typed text says (name, birth date, postcode and number, phone, BSN).
    """

    search: Callable[[str], tuple[KlantHit, ...]]
    look_alikes: Callable[[TypedFacts], tuple[KlantHit, ...]]
    read_facts: Callable[[str], TypedFacts]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question brought. ``hits`` are those who match, ``alike`` those who only look alike."""

    text: str
    hits: tuple[KlantHit, ...]
    alike: tuple[KlantHit, ...]
    facts: TypedFacts


def ask(actions: ZoekActions, text: str) -> Answer:
    """Answer one question, on a worker. Look-alikes are asked for only when nobody at all was found."""
    found = actions.search(text)
    facts = actions.read_facts(text)
    hits = tuple(hit for hit in found if hit.waarom is None)
    alike = tuple(hit for hit in found if hit.waarom is not None)
    return Answer(text, hits, alike or (() if hits else actions.look_alikes(facts)), facts)
