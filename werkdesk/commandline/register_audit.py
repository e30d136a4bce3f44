"""``werkdesk register audit``: the access log, for a controller. The work: ``register_audit_verbs``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

_VERBS = "werkdesk.commandline.register_audit_verbs:"

AddVerb = Callable[[Any, str, str, str], argparse.ArgumentParser]
"""Adds one verb: where, its name, ``module:function`` that does it, what it does."""


def add_audit(group: Any, add: AddVerb) -> None:
    """Fill the group ``audit``."""
    verify = add(group, "verify", f"{_VERBS}verify_log", "kijk of er niets aan het inzagelog is veranderd")
    _office(verify)
    verify.add_argument(
        "--head", metavar="NUMMER:HASH",
        help="kop van het log die een balie (`desk status`) of een eerder verslag noemt; met --office",
    )  # fmt: skip
    export = add(group, "export", f"{_VERBS}export_log", "geef het inzagelog, per regel een JSON-object")
    _office(export)
    export.add_argument("--klant", metavar="ID", help="alleen wie naar deze klant keek")
    export.add_argument("--user", metavar="GEBRUIKER", default="", help="alleen wat deze medewerker zag")
    export.add_argument("--from", dest="from_day", metavar="DATUM", help="eerste dag, jjjj-mm-dd")
    export.add_argument("--until", dest="until_day", metavar="DATUM", help="laatste dag, jjjj-mm-dd")


def _office(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--office", metavar="CODE", help="kantoor (standaard: alle kantoren)")
