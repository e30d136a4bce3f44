"""``werkdesk register``: the verbs of the central service. What they do stands in ``register_verbs``."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import Any

from werkdesk.commandline.loading import load
from werkdesk.commandline.register_audit import add_audit
from werkdesk.commandline.register_rules import add_rules
from werkdesk.commandline.register_sentences import sentence
from werkdesk.commandline.rules_refusal import located
from werkdesk.domain.regels.rollen import ROLLEN
from werkdesk.errors import Locked, Unavailable, WerkdeskError

_VERBS = "werkdesk.commandline.register_verbs:"
_DEFAULT_LISTEN = "127.0.0.1:8443"
_KINDS = (
    "meldingen", "klanten", "bezoeken", "intakes", "brieven", "overeenkomsten", "balies", "medewerkers",
    "plaatsingen", "mutaties", "botsingen", "afdoeningen", "verwijzingen",
)  # fmt: skip

Verbs = Any  # argparse gives the object that add_subparsers returns no public name


def add_parser(subparsers: Verbs) -> None:
    """Add ``register`` and everything under it. Each verb sets ``handler``: arguments in, exit code out."""
    register = subparsers.add_parser("register", help="het centrale register: draaien en beheren")
    verbs = register.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    shared = _shared()
    _add(verbs, shared, "init", "init", "maak een register in de gegevensmap (nog eens mag altijd)")
    _add_serve(verbs, shared)
    _add(verbs, shared, "check", "check", "kijk of het register in orde is")
    _add(verbs, shared, "upgrade", "upgrade", "breng de databank naar de nieuwste versie")
    backup = _add(verbs, shared, "backup", "back_up", "maak een reservekopie van alles in één bestand")
    backup.add_argument("file", metavar="BESTAND", type=Path, help="nieuw bestand; bewaar het veilig")
    restore = _add(verbs, shared, "restore", "put_back", "zet een reservekopie terug in een leeg register")
    restore.add_argument("file", metavar="BESTAND", type=Path, help="reservekopie")
    _add_office(verbs, shared)
    _add_desk(verbs, shared)
    _add_user(verbs, shared)
    add_rules(_group(verbs, "rules", "eigen rekenregels van een kantoor"), partial(_add_under, shared))
    add_audit(_group(verbs, "audit", "het inzagelog: wie keek in welk dossier"), partial(_add_under, shared))
    listing = _add(verbs, shared, "list", "show_kind", "toon wat het register heeft, één per regel")
    listing.add_argument("kind", metavar="SOORT", choices=_KINDS, help=", ".join(_KINDS))
    _office_option(listing)
    loading = _add(
        verbs, shared, "load-test-persons", "load_test_persons", "laad verzonnen testpersonen uit een bestand"
    )
    loading.add_argument("file", metavar="BESTAND", type=Path, help="JSON met testpersonen van de BRP")
    _office_option(loading)


def run(arguments: argparse.Namespace) -> int:
    """Run the chosen verb; foreseen failures become a sentence and an exit code (decisions 17)."""
    try:
        place = arguments.verb if ":" in arguments.verb else _VERBS + arguments.verb
        code: int = load(place)(arguments)
    except WerkdeskError as error:
        sys.stderr.write(f"{located(error, sentence(error))}\n")
        if isinstance(error, Unavailable):
            return 3
        return 4 if isinstance(error, Locked) else 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return code


def _shared() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    # SUPPRESS: an option given before the verb is not overwritten by the verb's default.
    shared.add_argument(
        "--profile", metavar="MAP", type=Path, default=argparse.SUPPRESS,
        help="gegevensmap (standaard: die van dit account)",
    )  # fmt: skip
    shared.add_argument(
        "--database", metavar="URL", default=argparse.SUPPRESS,
        help="PostgreSQL 15 of later, in plaats van de ingebouwde; ook uit WERKDESK_DATABASE",
    )  # fmt: skip
    shared.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="uitvoer als JSON, per regel een object",
    )
    return shared


def _add(
    verbs: Verbs, shared: argparse.ArgumentParser, name: str, verb: str, words: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, parents=[shared], help=words, description=words)
    parser.set_defaults(handler=run, verb=verb)
    return parser


def _add_under(
    shared: argparse.ArgumentParser, verbs: Verbs, name: str, verb: str, words: str
) -> argparse.ArgumentParser:
    return _add(verbs, shared, name, verb, words)


def _group(verbs: Verbs, name: str, words: str) -> Verbs:
    parser = verbs.add_parser(name, help=words, description=words)
    return parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)


def _office_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--office", metavar="CODE", help="kantoor (niet nodig als er maar één is)")


def _add_serve(verbs: Verbs, shared: argparse.ArgumentParser) -> None:
    serve = _add(verbs, shared, "serve", "run_service", "beantwoord de balies, tot een stopsignaal")
    serve.add_argument(
        "--listen", metavar="HOST:POORT", default=_DEFAULT_LISTEN,
        help=f"adres om op te luisteren; poort 0 kiest zelf (standaard {_DEFAULT_LISTEN})",
    )  # fmt: skip
    serve.add_argument(
        "--ready-file",
        metavar="BESTAND",
        type=Path,
        help="krijgt het adres zodra het register antwoordt",
    )
    serve.add_argument(
        "--tls", choices=("own", "none", "files"), default="own",
        help="own: eigen certificaat (standaard); files: van de gemeente; none: alleen op dit apparaat",
    )  # fmt: skip
    serve.add_argument("--tls-cert", metavar="BESTAND", type=Path, help="certificaat met keten (--tls files)")
    serve.add_argument("--tls-key", metavar="BESTAND", type=Path, help="sleutel (--tls files)")


def _add_office(verbs: Verbs, shared: argparse.ArgumentParser) -> None:
    office = _group(verbs, "office", "kantoren")
    add = _add(office, shared, "add", "add_office", "maak een kantoor")
    add.add_argument("code", metavar="CODE", help="korte naam, zoals werkplein-aa")
    add.add_argument("--name", metavar="NAAM", required=True, help="naam zoals op brieven")
    add.add_argument(
        "--gemeente",
        metavar="CODE",
        action="append",
        required=True,
        help="gemeentecode; mag vaker, eerste is de eigen",
    )
    add.add_argument(
        "--location", metavar="PLEK", action="append", required=True, help="waar balies staan; mag vaker"
    )
    _add(office, shared, "list", "show_offices", "toon de kantoren")
    revoke = _add(office, shared, "revoke", "close_office", "sluit een kantoor en al zijn balies buiten")
    revoke.add_argument("code", metavar="CODE", help="korte naam")


def _add_desk(verbs: Verbs, shared: argparse.ArgumentParser) -> None:
    desk = _group(verbs, "desk", "balies")
    add = _add(desk, shared, "add", "add_desk", "maak een balie en een code om haar aan te melden")
    add.add_argument("--location", metavar="PLEK", help="waar ze staat (standaard: de eerste plek)")
    add.add_argument("--number", metavar="NUMMER", type=int, help="balienummer (standaard: het volgende)")
    _office_option(add)
    listing = _add(desk, shared, "list", "show_desks", "toon de balies")
    _office_option(listing)
    revoke = _add(desk, shared, "revoke", "revoke_desk", "sluit een balie buiten; haar nummer blijft bezet")
    revoke.add_argument("number", metavar="NUMMER", type=int, help="balienummer")
    _office_option(revoke)


def _add_user(verbs: Verbs, shared: argparse.ArgumentParser) -> None:
    user = _group(verbs, "user", "medewerkers")
    add = _add(user, shared, "add", "add_user", "maak een medewerker en een code voor de eerste balie")
    add.add_argument("user", metavar="GEBRUIKER", help="aanmeldnaam, zoals f.balie")
    add.add_argument("--name", metavar="NAAM", required=True, help="naam zoals collega's die zien")
    add.add_argument("--role", metavar="ROL", action="append", help="rol; mag vaker (standaard: balie)")
    _office_option(add)
    code = _add(user, shared, "code", "new_user_code", "geef een code voor nog een balie")
    code.add_argument("user", metavar="GEBRUIKER", help="aanmeldnaam")
    _office_option(code)
    listing = _add(user, shared, "list", "show_users", "toon de medewerkers")
    _office_option(listing)
    roles = _add(user, shared, "role", "change_roles", "geef een medewerker rollen, of neem ze weg")
    roles.add_argument("user", metavar="GEBRUIKER", help="aanmeldnaam")
    roles.add_argument(
        "--add", metavar="ROL", action="append", default=[], help="rol erbij; mag vaker: " + ", ".join(ROLLEN)
    )
    roles.add_argument("--remove", metavar="ROL", action="append", default=[], help="rol eraf; mag vaker")
    _office_option(roles)
    history = _add(user, shared, "history", "show_staff_history", "toon wat een medewerker wanneer mocht")
    history.add_argument("user", metavar="GEBRUIKER", help="aanmeldnaam")
    _office_option(history)
    back = _add(user, shared, "restore", "restore_user", "laat een medewerker weer toe")
    back.add_argument("user", metavar="GEBRUIKER", help="aanmeldnaam")
    _office_option(back)
    revoke = _add(user, shared, "revoke", "revoke_user", "sluit een medewerker buiten")
    revoke.add_argument("user", metavar="GEBRUIKER", help="aanmeldnaam")
    _office_option(revoke)
