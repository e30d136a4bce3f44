"""What a functional administrator is working on: changed rules in one set, kept as a draft until proposed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.domain.regels.waarde_tekst import toon_waarde

Plaats = tuple[str, str, str]
"""Id of the rule, gemeente (empty for all) and first day, ``jjjj-mm-dd``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweVersie:
    """One new period of a rule as it was typed. Dates ``jjjj-mm-dd``; empty is absent.

    ``gemeente``: four digits, empty for every gemeente. ``waarde``: as ``domain.regels.waarde_tekst`` reads.
    """

    regel: str
    gemeente: str = ""
    waarde: str = ""
    eenheid: str = ""
    vanaf: str = ""
    tot: str = ""
    wet: str = ""
    artikel: str = ""
    lid: str = ""
    onderdeel: str = ""
    zekerheid: str = ""
    tekst: str = ""

    @property
    def plaats(self) -> Plaats:
        """What tells it from the other changes in a concept."""
        return self.regel, self.gemeente, self.vanaf


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelConcept:
    """Changed rules that go together. ``id``: another one after every change, so that sending twice is once.

    ``gaat_in``: first day on which desks compute with it, ``jjjj-mm-dd``; empty is the day of approval.
    ``gevallen``: path of the case file it is tried on. ``bezig``: a form that was begun and not finished.
    """

    id: str = ""
    wijzigingen: tuple[NieuweVersie, ...] = ()
    gaat_in: str = ""
    toelichting: str = ""
    gevallen: str = ""
    bezig: NieuweVersie | None = None

    @property
    def is_leeg(self) -> bool:
        """Whether there is nothing to keep."""
        return not (self.wijzigingen or self.toelichting.strip() or self.gaat_in or self.bezig)

    @property
    def merk(self) -> str:
        """Changes when a trial of it is out of date: its rules, or the cases it is tried on."""
        return hashlib.sha256(msgspec.json.encode((self.wijzigingen, self.gevallen))).hexdigest()


def met_wijziging(concept: RegelConcept, nieuw: NieuweVersie, was: Plaats | None = None) -> RegelConcept:
    """The concept with this change; it takes the place of ``was`` and of one with the same place."""
    gone = {nieuw.plaats} | ({was} if was is not None else set())
    kept = [one for one in concept.wijzigingen if one.plaats not in gone]
    return replace(concept, wijzigingen=tuple(sorted([*kept, nieuw], key=lambda one: one.plaats)))


def zonder_wijziging(concept: RegelConcept, plaats: Plaats) -> RegelConcept:
    """The concept without this change."""
    return replace(concept, wijzigingen=tuple(one for one in concept.wijzigingen if one.plaats != plaats))


def naar_velden(concept: RegelConcept) -> dict[str, str]:
    """As drafts are kept (``usecases.ports.Concepten``)."""
    return {
        "id": concept.id,
        "wijzigingen": msgspec.json.encode(concept.wijzigingen).decode(),
        "gaat_in": concept.gaat_in,
        "toelichting": concept.toelichting,
        "gevallen": concept.gevallen,
        "bezig": msgspec.json.encode(concept.bezig).decode(),
    }


def uit_velden(velden: Mapping[str, str] | None) -> RegelConcept:
    """What was kept; an empty concept when there is nothing, or nothing that this program can read."""
    if not velden:
        return RegelConcept()
    try:
        changes = msgspec.json.decode(velden.get("wijzigingen", "[]"), type=tuple[NieuweVersie, ...])
        bezig = msgspec.json.decode(velden.get("bezig", "null"), type=NieuweVersie | None)
    except msgspec.MsgspecError:
        return RegelConcept()
    return RegelConcept(
        id=velden.get("id", ""),
        wijzigingen=changes,
        gaat_in=velden.get("gaat_in", ""),
        toelichting=velden.get("toelichting", ""),
        gevallen=velden.get("gevallen", ""),
        bezig=bezig,
    )


def begin_bij(regel: Regel) -> NieuweVersie:
    """A form filled with a record that exists: all but its first day and how sure its author is of it."""
    bron = regel.bron
    return NieuweVersie(
        regel=regel.id,
        gemeente="" if regel.gemeente == ALLE_GEMEENTEN else regel.gemeente,
        waarde=toon_waarde(regel.eenheid, regel.waarde),
        eenheid=regel.eenheid,
        vanaf="",
        tot=regel.geldig_tot.isoformat() if regel.geldig_tot is not None else "",
        wet=bron.wet,
        artikel=bron.artikel or "",
        lid=bron.lid or "",
        onderdeel=bron.onderdeel or "",
        tekst=regel.tekst,
    )
