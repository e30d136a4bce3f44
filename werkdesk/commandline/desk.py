"""``werkdesk desk``: the verbs of one desk. Names and options stand here; each verb has its own module."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from werkdesk.commandline.import_velden import VELDEN
from werkdesk.commandline.loading import load
from werkdesk.commandline.parser import AsWritten

_KINDS = (
    "meldingen", "klanten", "wachtrij", "brieven", "termijnen", "outbox", "medewerkers",
    "werkvoorraad", "bellijst", "voorschotten", "jongeren",
)  # fmt: skip


def add_parser(subparsers: Any) -> None:
    """Add ``desk`` and everything under it."""
    desk = subparsers.add_parser("desk", help="de balie", description="Werken aan een balie.")
    verbs = desk.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    _add(verbs, "open", "desk_open:run", "open het venster")
    _add_enrol(verbs)
    _add_colleague(verbs)
    _add(verbs, "status", "desk_state:show_status", "toon wat er wacht en hoe de lijn is")
    _add(verbs, "sync", "desk_state:sync", "verstuur en haal op, tot er niets meer wacht")
    _add_import(verbs)
    _add_reading(verbs)
    _add_letters(verbs)
    export = _add(verbs, "export-outbox", "desk_state:export_outbox", "bewaar onverzonden werk, verzegeld")
    export.add_argument("file", metavar="BESTAND", type=Path, help="nieuw bestand, voor de helpdesk")


def _add(verbs: Any, name: str, place: str, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=words, description=words.capitalize() + ".")
    parser.set_defaults(handler=lambda chosen: load(f"werkdesk.commandline.{place}")(chosen))
    parser.add_argument("--profile", metavar="MAP", type=Path, default=argparse.SUPPRESS,
                        help="gegevensmap (standaard: die van dit account)")  # fmt: skip
    parser.add_argument("--user", metavar="NAAM", help="aanmeldnaam (standaard: wie hier het laatst was)")
    parser.add_argument("--pin-file", metavar="BESTAND",
                        help="bestand met de pincode, of het nummer van een open bestand")  # fmt: skip
    parser.add_argument("--key-file", metavar="BESTAND", type=Path,
                        help="sleutelbestand (0600), alleen waar geen sleutelbos is")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="uitvoer als JSON, per regel een object")
    return parser


def _add_enrol(verbs: Any) -> None:
    enrol = _add(verbs, "enrol", "desk_enrol:enrol", "maak van dit apparaat een balie")
    enrol.add_argument("url", metavar="URL", help="adres van het register, https://...")
    enrol.add_argument("code", metavar="CODE", help="eenmalige code van de balie")
    enrol.add_argument("--user-code", metavar="CODE", help="eenmalige code van de medewerker")
    enrol.add_argument("--ca", metavar="BESTAND", type=Path,
                       help="certificaat (PEM) van het register; zonder dit geldt wat dit apparaat vertrouwt"
                       )  # fmt: skip


def _add_colleague(verbs: Any) -> None:
    add = _add(verbs, "add-user", "desk_enrol:add_user", "geef een collega toegang tot deze balie")
    add.add_argument("colleague", metavar="COLLEGA", help="aanmeldnaam van de collega")
    add.add_argument("--user-code", metavar="CODE", help="eenmalige code van de collega")
    add.add_argument("--new-pin-file", metavar="BESTAND", help="bestand met de pincode van de collega")


def _add_import(verbs: Any) -> None:
    words = "neem meldingen op van post, e-mail of papier: per regel een JSON-object"
    parser = _add(verbs, "import", "desk_import:run", words)
    parser.add_argument("file", metavar="BESTAND", help="bestand met regels, of - voor de standaardinvoer")
    parser.formatter_class = AsWritten
    parser.epilog = VELDEN


def _add_reading(verbs: Any) -> None:
    listing = _add(verbs, "list", "desk_reading:show_kind", "toon wat deze balie weet, verzonden of niet")
    listing.add_argument("kind", metavar="SOORT", choices=_KINDS, help=", ".join(_KINDS))
    listing.add_argument("--pending", action="store_true", help="alleen wat nog niet verzonden is")
    search = _add(verbs, "search", "desk_reading:search", "zoek zoals in het venster")
    search.add_argument("text", metavar="TEKST", help="naam, geboortedatum, postcode, telefoon, BSN, kenmerk")


def _add_letters(verbs: Any) -> None:
    letter = _add(verbs, "letter", "desk_letter:make", "maak de PDF die een klant zou krijgen")
    letter.add_argument("--out", metavar="BESTAND", type=Path, required=True, help="waar de PDF komt")
    paper = _add(verbs, "print", "desk_letter:print_out", "maak een brief, bewaar hem en druk hem af")
    paper.add_argument("--printer", metavar="NAAM", help="printer (standaard: die van dit apparaat)")
    paper.add_argument("--to-folder", metavar="MAP", type=Path, help="bewaar als PDF in een map")
    paper.add_argument("--copies", metavar="AANTAL", type=int, default=1, help="aantal exemplaren")
    proof = _add(verbs, "test-page", "desk_letter:proof", "druk een proefblad voor de vensterenvelop af")
    proof.add_argument("gemeente", metavar="GEMEENTE", help="vier cijfers: 0362")
    proof.add_argument("--out", metavar="BESTAND", type=Path, help="bewaar het blad en druk niet af")
    proof.add_argument("--printer", metavar="NAAM", help="printer (standaard: die van dit apparaat)")
    proof.add_argument("--to-folder", metavar="MAP", type=Path, help="bewaar als PDF in een map")
    for one in (letter, paper):
        one.add_argument("kenmerk", metavar="KENMERK", help="van de melding of de overeenkomst")
        one.add_argument("code", metavar="CODE", help="L01, L02, OPL of UIT")
        one.add_argument("--term", metavar="TERMIJN", help="de datum die UIT uitlegt: D06")
        one.add_argument("--appointment", metavar="MOMENT", help="gesprek voor L02: 2026-12-01 10:30")
        one.add_argument("--by-phone", action="store_true", help="het gesprek is per telefoon")
        one.add_argument("--place", metavar="PLEK", default="", help="waar het gesprek is")
