"""A new period in the series of a rule: the period it falls in ends the day before, and nothing overlaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from werkdesk.domain.regels.regel import Regel

_DAG = timedelta(days=1)


def voeg_in(reeks: Iterable[Regel], nieuw: Regel) -> tuple[Regel, ...]:
    """The series of one rule and gemeente with ``nieuw`` in it, oldest first.

    Where ``nieuw`` ends before the period it falls in, that period goes on the day after. A rule without
    periods (no ``peildatum``) has one record only: the new one.
    """
    if nieuw.peildatum is None:
        return (nieuw,)
    last = nieuw.geldig_tot or date.max
    kept = []
    for regel in reeks:
        end = regel.geldig_tot or date.max
        if end < nieuw.geldig_vanaf or regel.geldig_vanaf > last:
            kept.append(regel)
            continue
        if regel.geldig_vanaf < nieuw.geldig_vanaf:
            kept.append(replace(regel, geldig_tot=nieuw.geldig_vanaf - _DAG))
        if end > last:
            kept.append(replace(regel, geldig_vanaf=last + _DAG))
    return tuple(sorted([*kept, nieuw], key=lambda regel: regel.geldig_vanaf))
