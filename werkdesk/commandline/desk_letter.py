"""``werkdesk desk letter`` and ``print``: the paper a person would get, and the paper they do get."""

from __future__ import annotations

import argparse
import os
from datetime import datetime
from pathlib import Path

from werkdesk.commandline.output import DONE, UNREACHABLE, complain, write_json, write_line
from werkdesk.commandline.signing_in import reading, signed_in
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.papers import ChosenPrinter, LazyPress, this_pc
from werkdesk.desk.session import DeskSession
from werkdesk.domain.inzage import InzageReden, VanzelfReden
from werkdesk.domain.kenmerk import Kenmerk
from werkdesk.errors import Refused, Unavailable
from werkdesk.ui.texts import explain_code
from werkdesk.usecases.briefgegevens.feiten import Afspraak
from werkdesk.usecases.inzage import Kijkreden
from werkdesk.usecases.papieren import LetterPreview, LetterWanted
from werkdesk.usecases.proefblad import kenmerk, make_proof
from werkdesk.workstation.printing.file_printer import FilePrinter


def make(chosen: argparse.Namespace) -> int:
    """Write the PDF; no act is recorded, as with a preview: only that it was seen."""
    with reading(chosen) as session:
        preview = _preview(session, chosen)
    _save(chosen.out, preview.brief.pdf)
    if chosen.json:
        write_json(_facts(preview) | {"file": str(chosen.out)})
    else:
        write_line(f"{preview.brief.onderwerp} ({preview.kenmerk}), {preview.brief.bladzijden} bladzijde(n).")
    return DONE


def print_out(chosen: argparse.Namespace) -> int:
    """Keep the letter and hand it to the printer; 3 when it has to wait for one in "later afdrukken"."""
    printer = _printer(chosen)
    with signed_in(chosen, printer) as (_, session):
        preview = _preview(session, chosen)
        printed = session.actions.papier.print(preview, chosen.copies)
    if chosen.json:
        write_json(
            _facts(preview) | {"letter": str(printed.brief), "printer": printer.naam, "later": printed.later}
        )
    elif printed.later is None:
        write_line(f"Naar printer {printer.naam}: {preview.brief.onderwerp} ({preview.kenmerk}).")
    if printed.later is not None:
        complain(f"{printed.later}: {explain_code(printed.later)}")
        return UNREACHABLE
    return DONE


def proof(chosen: argparse.Namespace) -> int:
    """The sheet by which a printer is set for window envelopes. About nobody: no PIN, no record."""
    made = make_proof(chosen.gemeente, clock=DeskClock(), press=LazyPress())
    if chosen.out is not None:
        _save(chosen.out, made.pdf)
        where = str(chosen.out)
    else:
        printer = _printer(chosen)
        printer.print_pdf(made.pdf, titel=kenmerk(chosen.gemeente), exemplaren=1)
        where = printer.naam
    if chosen.json:
        write_json({"to": where, "pages": made.bladzijden, "sha256": made.sha256, "template": made.sjabloon})
    else:
        write_line(f"Proefblad voor {chosen.gemeente}: {where}.")
    return DONE


def _printer(chosen: argparse.Namespace) -> ChosenPrinter:
    folder: Path | None = chosen.to_folder
    return ChosenPrinter(this_pc if folder is None else lambda: FilePrinter(folder), lambda: chosen.printer)


def _preview(session: DeskSession, chosen: argparse.Namespace) -> LetterPreview:
    """What somebody reads of a klant outside the window is a look too."""
    why = Kijkreden(InzageReden(VanzelfReden.OPDRACHT.value))
    return session.actions.inzage.preview(session.actions.papier.preview, _wanted(session, chosen), why=why)


def _wanted(session: DeskSession, chosen: argparse.Namespace) -> LetterWanted:
    kenmerk = Kenmerk(chosen.kenmerk)
    code = chosen.code.upper()
    lees = session.actions.lees
    melding = lees.melding_bij_kenmerk(kenmerk)
    if melding is not None and code != "OPL":
        return LetterWanted(
            code=code, klant=melding.klant, melding=melding.id, afspraak=_appointment(session, chosen),
            termijn=chosen.term.upper() if chosen.term and code == "UIT" else None,
        )  # fmt: skip
    agreement = lees.overeenkomst_bij_nummer(kenmerk)
    if agreement is None:
        raise Refused("kenmerk.onbekend", field="kenmerk")
    return LetterWanted(
        code=code, klant=agreement.klant, melding=agreement.melding, overeenkomst=agreement.id
    )


def _appointment(session: DeskSession, chosen: argparse.Namespace) -> Afspraak | None:
    if chosen.appointment is None:
        return None
    try:
        moment = datetime.fromisoformat(chosen.appointment)
    except ValueError:
        raise Refused("moment.vorm", field="appointment") from None
    zone = session.actions.clock().tzinfo
    local = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
    return Afspraak(moment=local, telefonisch=chosen.by_phone, plaats=chosen.place)


def _facts(preview: LetterPreview) -> dict[str, object]:
    return {
        "kenmerk": preview.kenmerk,
        "code": preview.wanted.code,
        "pages": preview.brief.bladzijden,
        "sha256": preview.brief.sha256,
        "template": preview.brief.sjabloon,
    }


def _save(path: Path, pdf: bytes) -> None:
    """Readable by this account alone: it is somebody's letter. Raises ``Unavailable``."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(pdf)
    except OSError:
        raise Unavailable("bestand.onschrijfbaar", field="out") from None
