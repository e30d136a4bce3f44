"""The proof sheet for window envelopes: about nobody, so nothing is kept and nothing is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkdesk.domain.brief import BriefGegevens, GemaakteBrief, Ondertekenaar
from werkdesk.errors import Unavailable
from werkdesk.usecases.papieren import Press, Printer
from werkdesk.usecases.ports import Clock, Wie

PROEF = "PROEF"
ADRES = (
    "Mevrouw A. Verzonnen-van der Voorbeeld",
    "Burgemeester van Fictiestraat 1234 bis",
    "1181 AA  AMSTELVEEN",
)
"""Nobody's: as long as most addresses are."""


def kenmerk(gemeente: str) -> str:
    """``Proefblad-0362``: what the printer's list shows."""
    return f"Proefblad-{gemeente}"


@dataclass(frozen=True, slots=True)
class ProofPrinted:
    """``later``: code of why no printer took it, or ``None``. A proof sheet does not wait: ask again."""

    bladen: int
    later: str | None


def proof_sheet(gemeente: str, datum: date) -> BriefGegevens:
    """What the sheet of a gemeente says; ``gemeente`` chooses the window side."""
    return BriefGegevens(
        soort=PROEF,
        gemeente=gemeente,
        datum=datum,
        kenmerk=kenmerk(gemeente),
        ondertekenaar=Ondertekenaar(naam="Werkdesk", functie="proefblad"),
        adresregels=ADRES,
    )


def make_proof(gemeente: str, *, clock: Clock, press: Press) -> GemaakteBrief:
    """The PDF. Raises ``Refused('brief.huisstijl_onbekend')`` and what the press refuses."""
    return press.make(proof_sheet(gemeente, clock().date()))


def print_proofs(*, wie: Wie, clock: Clock, press: Press, printer: Printer) -> ProofPrinted:
    """One sheet for each gemeente of the office, for its windows may be on another side."""
    made = [(kenmerk(one), make_proof(one, clock=clock, press=press)) for one in wie.gemeenten]
    for done, (title, sheet) in enumerate(made):
        try:
            printer.print_pdf(sheet.pdf, titel=title, exemplaren=1)
        except Unavailable as error:
            return ProofPrinted(done, error.code)
    return ProofPrinted(len(made), None)
