"""The melding: saved with a surname and nothing else if need be; its kenmerk and dates appear at once."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.intake import Antwoord, Intake
from werkdesk.domain.kenmerk import KenmerkSoort, make_kenmerk
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding, MeldingFeiten, MeldingStatus
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.regels.verschuiving import behoud_verschuiving
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.volledigheid import gaps
from werkdesk.domain.voorschot import Voorschotzaak
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.klanten import record_klant_change
from werkdesk.usecases.ports import Cache, Clock, NewId, Wie, Work
from werkdesk.usecases.rekenaar import facts_changed, is_not_computed


class Rekenaar(Protocol):
    """The rule tables, asked which dates a melding sets and in which state the case starts."""

    def __call__(
        self,
        klant: Klant,
        feiten: MeldingFeiten,
        moment: datetime,
        voorschot: Voorschotzaak | None = None,
        /,
    ) -> tuple[MeldingStatus, tuple[Termijn, ...]]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMelding:
    """A melding as the form gives it. ``klant_velden`` are the facts of the person typed on the same form."""

    klant: UUID
    feiten: MeldingFeiten
    bezoek: UUID | None = None
    klant_feiten: KlantFeiten | None = None
    klant_velden: tuple[str, ...] = ()
    externe_ref: str | None = None
    moment: datetime | None = None
    concept: str | None = None


@dataclass(frozen=True, slots=True)
class MeldingSaved:
    """What the screen shows at once."""

    changes: Changes
    melding: Melding


def record_melding(
    command: NewMelding, *, wie: Wie, work: Work, clock: Clock, new_id: NewId, rekenaar: Rekenaar
) -> MeldingSaved:
    """Save a melding, with the changed facts of the person, in one unit.

    Raises ``Refused('klant.onbekend')``; ``Refused('moment.toekomst')`` when a melding from post or e-mail
    carries a moment after now; ``Refused('ref.te_lang')`` above 64 characters.
    """
    with work(wie) as cache:
        melding = file_melding(cache, command, wie=wie, now=clock(), rid=new_id(), rekenaar=rekenaar)
        return MeldingSaved(cache.commit(), melding)


def file_melding(
    cache: Cache, command: NewMelding, *, wie: Wie, now: datetime, rid: UUID, rekenaar: Rekenaar
) -> Melding:
    """Record a melding inside a unit of work. Raises as :func:`record_melding`."""
    moment = command.moment or now
    if moment > now:
        raise Refused("moment.toekomst", field="moment")
    if command.externe_ref is not None and len(command.externe_ref) > 64:
        raise Refused("ref.te_lang", field="externe_ref")
    if command.klant_feiten is not None:
        record_klant_change(cache, command.klant, command.klant_feiten, command.klant_velden)
    klant = cache.get(Klant, command.klant)
    if klant is None:
        raise Refused("klant.onbekend")
    status, termijnen = rekenaar(klant, command.feiten, moment)
    kenmerk = make_kenmerk(KenmerkSoort.MELDING, wie.balie, cache.next_teller("kenmerk.M"))
    cache.record(
        g.MeldingGedaan(
            id=rid,
            kenmerk=kenmerk,
            klant=command.klant,
            moment=moment,
            feiten=command.feiten,
            status=status,
            medewerker=wie.medewerker,
            balie=wie.balie,
            bezoek=command.bezoek,
            ontbreekt=gaps(klant, command.feiten),
            termijnen=termijnen,
            externe_ref=command.externe_ref,
        )
    )
    if command.concept is not None:
        cache.drop_concept(command.concept)
    melding = cache.get(Melding, rid)
    assert melding is not None  # noqa: S101 - recorded three lines up, in this very unit of work
    return melding


def change_melding(
    rid: UUID,
    wordt: MeldingFeiten,
    velden: tuple[str, ...],
    *,
    klant_feiten: KlantFeiten | None = None,
    klant_velden: tuple[str, ...] = (),
    concept: str | None = None,
    wie: Wie,
    work: Work,
    rekenaar: Rekenaar,
) -> MeldingSaved:
    """Set fields of a melding. The dates are computed anew only when a fact that decides them changed.

    Raises as :func:`record_facts`.
    """
    with work(wie) as cache:
        if klant_feiten is not None:
            record_klant_change(cache, open_melding(cache, rid).klant, klant_feiten, klant_velden)
        record_facts(cache, rid, wordt, velden, rekenaar)
        if concept is not None:
            cache.drop_concept(concept)
        return committed(cache, rid)


def open_melding(cache: Cache, rid: UUID) -> Melding:
    """A melding that still runs. Raises ``Refused``: ``melding.onbekend``, ``melding.gesloten``."""
    melding = cache.get(Melding, rid)
    if melding is None:
        raise Refused("melding.onbekend")
    if not melding.is_open:
        raise Refused("melding.gesloten")
    return melding


def record_facts(
    cache: Cache, rid: UUID, wordt: MeldingFeiten, velden: tuple[str, ...], rekenaar: Rekenaar
) -> None:
    """Set fields of a melding inside a unit of work, with the dates that follow.

    Raises ``Refused``: as :func:`open_melding`, ``klant.onbekend``, ``veld.onbekend``.
    """
    melding = open_melding(cache, rid)
    klant = cache.get(Klant, melding.klant)
    if klant is None:
        raise Refused("klant.onbekend")
    differing = tuple(v for v in velden if getattr(melding.feiten, v) != getattr(wordt, v))
    feiten = replace(melding.feiten, **{v: getattr(wordt, v) for v in differing})
    missing = gaps(klant, feiten)
    if differing or missing != melding.ontbreekt:
        cache.record(
            g.MeldingGewijzigd(
                id=rid,
                velden=differing,
                was=_only(melding.feiten, differing),
                wordt=_only(feiten, differing),
                ontbreekt=missing,
            )
        )
    if facts_changed(klant, feiten, melding.moment, melding.termijnen, melding.voorschot):
        record_new_terms(cache, klant, replace(melding, feiten=feiten), "feiten gewijzigd", rekenaar)


def committed(cache: Cache, rid: UUID) -> MeldingSaved:
    """End the unit of work, and say how the melding stands after it."""
    after = cache.get(Melding, rid)
    assert after is not None  # noqa: S101 - read in this very unit of work
    return MeldingSaved(cache.commit(), after)


def record_new_terms(cache: Cache, klant: Klant, melding: Melding, reden: str, rekenaar: Rekenaar) -> bool:
    """Compute the dates of a melding anew, inside a unit of work; whether anything changed.

    A date that people moved by decision stays at least as late (``domain.regels.verschuiving``). A case that
    went on past the first states keeps its state.
    """
    status, termijnen = rekenaar(klant, melding.feiten, melding.moment, melding.voorschot)
    termijnen = behoud_verschuiving(melding.termijnen, termijnen)
    if melding.status is MeldingStatus.GESLOTEN or is_not_computed(termijnen):
        status = melding.status
    if (status, termijnen) == (melding.status, melding.termijnen):
        return False
    cache.record(g.TermijnenHerrekend(id=melding.id, termijnen=termijnen, status=status, reden=reden))
    return True


def answer_intake(melding: UUID, vraag: str, antwoord: Antwoord, *, wie: Wie, work: Work) -> Changes:
    """Answer one question of the intake. Raises ``Refused('melding.onbekend')``, ``('tekst.te_lang')``."""
    if antwoord.tekst is not None and len(antwoord.tekst) > 300:
        raise Refused("tekst.te_lang", field=vraag, hoogstens=300)
    with work(wie) as cache:
        if cache.get(Melding, melding) is None:
            raise Refused("melding.onbekend")
        intake = cache.get(Intake, melding)
        was = intake.antwoorden.get(vraag) if intake else None
        if was == antwoord:
            return Changes()
        cache.record(g.IntakeBeantwoord(id=melding, vraag=vraag, was=was, wordt=antwoord))
        return cache.commit()


def _only(feiten: MeldingFeiten, velden: tuple[str, ...]) -> MeldingFeiten:
    unknown = set(velden) - {f.name for f in fields(MeldingFeiten)}
    if unknown:
        raise Refused("veld.onbekend")
    return replace(MeldingFeiten(), **{v: getattr(feiten, v) for v in velden})
