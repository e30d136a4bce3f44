"""Letters and agreements: made, kept, printed or put aside, and each of these written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.brief import BriefGegevens, GemaakteBrief
from werkdesk.domain.geheimhouding import AdresPlek, may_show_address
from werkdesk.domain.intake import Intake
from werkdesk.domain.kenmerk import KenmerkSoort, make_kenmerk
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.papier import Brief, OpleidingsVoorwaarden, Overeenkomst, termijn_merk
from werkdesk.domain.termijn import Termijn
from werkdesk.errors import Refused, Unavailable
from werkdesk.usecases.briefgegevens.feiten import Afspraak, BriefFeiten
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.ports import Blobs, Clock, NewId, Wie, Work

VERTROUWELIJK = "vertrouwelijk"
"""Behind the kenmerk in the printer's queue: this paper carries a secret address, fetch it at once."""


class Press(Protocol):
    """Makes PDF bytes; the same data gives the same bytes. Raises ``Refused('brief.*')``."""

    def make(self, gegevens: BriefGegevens) -> GemaakteBrief: ...


class Printer(Protocol):
    """Hands PDF bytes to a queue and returns the spooler's job id.

    ``titel`` is a kenmerk, never a name, with :data:`VERTROUWELIJK` behind it for a secret address. Raises
    ``Unavailable('printer.*')``.
    """

    def print_pdf(self, pdf: bytes, *, titel: str, exemplaren: int) -> str: ...

    @property
    def naam(self) -> str: ...


Verteller = Callable[[BriefFeiten], BriefGegevens]
"""Gathers what a letter says. Raises what :func:`briefgegevens.vertellen.tell` refuses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWanted:
    """Which letter, for whom, about what. ``afspraak``: the talk that L02 invites to.

    ``termijn``: code of the date of the melding that UIT explains.
    """

    code: str
    klant: UUID
    melding: UUID | None = None
    overeenkomst: UUID | None = None
    afspraak: Afspraak | None = None
    termijn: str | None = None


@dataclass(frozen=True, slots=True)
class LetterPreview:
    """A letter that may be looked at. Nothing is recorded: a preview is a pure view.

    ``over``: the date that it explains, as ``termijn_merk`` writes it.
    """

    wanted: LetterWanted
    kenmerk: str
    datum: date
    brief: GemaakteBrief
    over: str | None = None


@dataclass(frozen=True, slots=True)
class LetterPrinted:
    """``later`` is the code of why it waits in "later afdrukken", or ``None`` when a printer took it."""

    changes: Changes
    brief: UUID
    kenmerk: str
    later: str | None


@dataclass(frozen=True, slots=True)
class AgreementSaved:
    """A new agreement."""

    changes: Changes
    overeenkomst: Overeenkomst


def preview_letter(
    wanted: LetterWanted, *, wie: Wie, work: Work, clock: Clock, press: Press, verteller: Verteller
) -> LetterPreview:
    """Make the PDF a person would get.

    Raises ``Refused``: ``klant.onbekend``, ``termijn.onbekend``, and what the press refuses.
    """
    day = clock().date()
    with work(wie) as cache:
        klant = cache.get(Klant, wanted.klant)
        melding = cache.get(Melding, wanted.melding) if wanted.melding else None
        intake = cache.get(Intake, wanted.melding) if wanted.melding else None
        overeenkomst = cache.get(Overeenkomst, wanted.overeenkomst) if wanted.overeenkomst else None
    if klant is None:
        raise Refused("klant.onbekend")
    kenmerk = str(overeenkomst.nummer if overeenkomst else melding.kenmerk if melding else "")
    facts = BriefFeiten(
        code=wanted.code,
        klant=klant,
        datum=day,
        kenmerk=kenmerk,
        wie=wie,
        melding=melding,
        intake=intake,
        overeenkomst=overeenkomst,
        afspraak=wanted.afspraak,
        termijn=_term(melding, wanted.termijn),
    )
    over = termijn_merk(facts.termijn) if facts.termijn is not None else None
    return LetterPreview(wanted, kenmerk, day, _make(press, verteller(facts)), over)


def _term(melding: Melding | None, code: str | None) -> Termijn | None:
    if code is None:
        return None
    found = next((one for one in melding.termijnen if one.code == code), None) if melding else None
    if found is None:
        raise Refused("termijn.onbekend", field="termijn")
    return found


def _make(press: Press, gegevens: BriefGegevens) -> GemaakteBrief:
    """A letter whose address does not fit the window is made to be handed over: it says so, with the name."""
    try:
        return press.make(gegevens)
    except Refused as error:
        if error.code != "brief.adres_past_niet" or gegevens.uitreiken:
            raise
    return press.make(replace(gegevens, uitreiken=True, adresregels=gegevens.adresregels[:1]))


def print_letter(
    preview: LetterPreview, exemplaren: int = 1, *,
    wie: Wie, work: Work, clock: Clock, new_id: NewId, printer: Printer,
) -> LetterPrinted:  # fmt: skip
    """Keep the letter, then hand it to the printer; without a printer it waits in "later afdrukken".

    The letter is in the dossier before any spooler hears of it: nothing leaves the printer that is not there.
    """
    rid = new_id()
    wanted, brief = preview.wanted, preview.brief
    with work(wie) as cache:
        cache.keep_blob(brief.sha256, brief.pdf)
        cache.record(
            g.BriefOpgemaakt(
                id=rid, code=wanted.code, kenmerk=preview.kenmerk, klant=wanted.klant, sha256=brief.sha256,
                bladzijden=brief.bladzijden, sjabloon=brief.sjabloon, datum=preview.datum,
                melding=wanted.melding, overeenkomst=wanted.overeenkomst, over=preview.over,
            )
        )  # fmt: skip
        titel = _job_title(preview.kenmerk, cache.get(Klant, wanted.klant))
        changes = cache.commit()
    return _hand_over(rid, brief.pdf, preview.kenmerk, titel, exemplaren, changes, wie, work, clock, printer)


def print_again(
    rid: UUID, exemplaren: int = 1, *, wie: Wie, work: Work, clock: Clock, printer: Printer, blobs: Blobs
) -> LetterPrinted:
    """Print a kept letter, byte for byte the one that was kept (F89); also for "later afdrukken"."""
    with work(wie) as cache:
        brief = cache.get(Brief, rid)
        titel = _job_title(brief.kenmerk, cache.get(Klant, brief.klant)) if brief else ""
    pdf = blobs.read_blob(brief.sha256) if brief else None
    if brief is None or pdf is None:
        raise Refused("brief.onbekend")
    return _hand_over(rid, pdf, brief.kenmerk, titel, exemplaren, Changes(), wie, work, clock, printer)


def _job_title(kenmerk: str, klant: Klant | None) -> str:
    """What stands in the queue. A secret address marks the job (domain 3.1.13)."""
    is_secret = klant is not None and not may_show_address(klant.feiten, AdresPlek.SCHERM)
    return f"{kenmerk}/{VERTROUWELIJK}" if is_secret else kenmerk


def _hand_over(
    rid: UUID, pdf: bytes, kenmerk: str, titel: str, exemplaren: int, changes: Changes,
    wie: Wie, work: Work, clock: Clock, printer: Printer,
) -> LetterPrinted:  # fmt: skip
    later: str | None = None
    act: g.BriefAangeboden | g.BriefUitgesteld
    try:
        job = printer.print_pdf(pdf, titel=titel, exemplaren=exemplaren)
        act = g.BriefAangeboden(
            id=rid, printer=printer.naam, opdracht=job, exemplaren=exemplaren, moment=clock(),
            medewerker=wie.medewerker, balie=wie.balie,
        )  # fmt: skip
    except Unavailable as error:
        later = error.code
        act = g.BriefUitgesteld(id=rid, reden=error.code, moment=clock())
    with work(wie) as cache:
        cache.record(act)
        return LetterPrinted(changes | cache.commit(), rid, kenmerk, later)


def record_agreement(
    klant: UUID, gemeente: str, voorwaarden: OpleidingsVoorwaarden, melding: UUID | None = None,
    concept: str | None = None, *,
    wie: Wie, work: Work, clock: Clock, new_id: NewId,
) -> AgreementSaved:  # fmt: skip
    """Draw up a training agreement.

    Raises ``Refused``: ``overeenkomst.einde`` (ends before it begins), ``overeenkomst.mijlpaal`` (outside the
    term), ``overeenkomst.vraag`` (no evidence of demand: it can only be kept as a wish, F22).
    """
    if voorwaarden.einde <= voorwaarden.begin:
        raise Refused("overeenkomst.einde", field="einde")
    for number, stone in enumerate(voorwaarden.mijlpalen):
        if not voorwaarden.begin <= stone.uiterlijk <= voorwaarden.einde:
            raise Refused("overeenkomst.mijlpaal", field=f"mijlpalen[{number}].uiterlijk")
    if not (voorwaarden.vraag_arbeidsmarkt or "").strip():
        raise Refused("overeenkomst.vraag", field="vraag_arbeidsmarkt")
    rid = new_id()
    with work(wie) as cache:
        if cache.get(Klant, klant) is None:
            raise Refused("klant.onbekend")
        nummer = make_kenmerk(KenmerkSoort.OVEREENKOMST, wie.balie, cache.next_teller("kenmerk.O"))
        cache.record(
            g.OvereenkomstOpgesteld(
                id=rid, nummer=nummer, klant=klant, gemeente=gemeente, voorwaarden=voorwaarden,
                moment=clock(), medewerker=wie.medewerker, melding=melding,
            )
        )  # fmt: skip
        if concept is not None:
            cache.drop_concept(concept)
        overeenkomst = cache.get(Overeenkomst, rid)
        assert overeenkomst is not None  # noqa: S101 - recorded in this very unit of work
        return AgreementSaved(cache.commit(), overeenkomst)
