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
    """What one question brought. ``alike``: look-alikes, asked only when nothing was found."""

    text: str
    hits: tuple[KlantHit, ...]
    alike: tuple[KlantHit, ...]
    facts: TypedFacts


def ask(actions: ZoekActions, text: str) -> Answer:
    """Answer one question, on a worker."""
    hits = actions.search(text)
    facts = actions.read_facts(text)
    return Answer(text, hits, () if hits else actions.look_alikes(facts), facts)
