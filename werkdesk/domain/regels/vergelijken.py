"""Who would be treated differently: the same cases under two sets of rules (domain facts 2.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from werkdesk.domain.regels.gevalbestand import answer_cases, same_json
from werkdesk.domain.regels.gevallen import Evaluator
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """One case with another outcome. ``nu`` and ``straks``: outcome or defect, as ``Uitslag.kern`` gives it.

    ``verwacht``: whether the outcome to come is what the case itself expects; ``None`` when it expects
    nothing.
    """

    id: str
    gemeente: str
    nu: Any
    straks: Any
    verwacht: bool | None

    def as_json(self) -> dict[str, Any]:
        """For output and storage."""
        return {
            "id": self.id,
            "gemeente": self.gemeente,
            "nu": self.nu,
            "straks": self.straks,
            "verwacht": self.verwacht,
        }


def vergelijk(
    cases: Sequence[dict[str, Any]],
    nu: RegelSet,
    straks: RegelSet,
    gemeenten: Iterable[str] = (ALLE_GEMEENTEN,),
) -> tuple[Verschil, ...]:
    """Every case whose outcome changes, per gemeente, in the order of the file."""
    found = []
    for gemeente in gemeenten:
        before = answer_cases(cases, Evaluator(nu, gemeente))
        after = answer_cases(cases, Evaluator(straks, gemeente))
        found += [
            Verschil(id=old.id, gemeente=gemeente, nu=old.kern, straks=new.kern, verwacht=new.klopt)
            for old, new in zip(before, after, strict=True)
            if not same_json(old.kern, new.kern)
        ]
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One record that a set adds (``nieuw``), drops (``weg``) or changes (``anders``)."""

    soort: str
    regel: str
    gemeente: str
    versie: str

    def as_json(self) -> dict[str, str]:
        """For output and storage."""
        return {
            "soort": self.soort, "regel": self.regel, "gemeente": self.gemeente, "versie": self.versie,
        }  # fmt: skip


def wijzigingen(nu: RegelSet, straks: RegelSet) -> tuple[Wijziging, ...]:
    """Which records differ between two sets, by id, gemeente and first day."""
    before = {(r.id, r.gemeente, r.versie): r for r in nu.regels}
    after = {(r.id, r.gemeente, r.versie): r for r in straks.regels}
    return tuple(
        Wijziging(
            soort="nieuw" if key not in before else "weg" if key not in after else "anders",
            regel=key[0],
            gemeente=key[1],
            versie=key[2],
        )
        for key in sorted(before.keys() | after.keys())
        if before.get(key) != after.get(key)
    )
