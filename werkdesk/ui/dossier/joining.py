"""How newer facts join what is being typed, and what a draft remembers for it. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WAS = "was."
"""A draft keeps what stood in a field before it was typed in, as ``was.<field>``."""

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Newer facts beside what is being typed.

    ``texts``: what the form shows now. ``renewed``: fields nobody was typing in, that changed. ``clashing``:
    field -> what a colleague wrote there, while it differs from what stands here.
    """

    texts: Texts
    renewed: tuple[str, ...]
    clashing: Texts


def join(fields: Iterable[str], was: Texts, typed: Texts, newer: Texts) -> Joined:
    """Three ways: what was shown at first, what stands there, what the dossier says now."""
    texts, renewed, clashing = {}, [], {}
    for field in fields:
        first, mine, theirs = was.get(field, ""), typed.get(field, ""), newer.get(field, "")
        texts[field] = mine
        if theirs in (first, mine):
            continue
        if mine == first:
            texts[field] = theirs
            renewed.append(field)
        else:
            clashing[field] = theirs
    return Joined(texts=texts, renewed=tuple(renewed), clashing=clashing)


def draft_of(touched: Texts, *bases: Texts) -> dict[str, str]:
    """What is typed, each with what stood there; the first of ``bases`` that knows a field tells it."""
    was = {WAS + name: next((base[name] for base in bases if name in base), "") for name in touched}
    return {**touched, **was}


def join_draft(fields: Iterable[str], draft: Texts, now: Texts) -> Joined:
    """A draft on top of what the dossier says now. Without what stood there, nothing newer is known of."""
    names = tuple(fields)
    base = {**now, **{name: draft[WAS + name] for name in names if WAS + name in draft}}
    typed = {**now, **{name: draft[name] for name in names if name in draft}}
    return join(names, base, typed, now)
