"""``werkdesk register rules``: the rule tables of an office, from proposal to desk."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

_VERBS = "werkdesk.commandline.register_rules_verbs:"

AddVerb = Callable[[Any, str, str, str], argparse.ArgumentParser]
"""Adds one verb: where, its name, ``module:function`` that does it, what it does."""


def add_rules(group: Any, add: AddVerb) -> None:
    """Fill the group ``rules``. Two persons publish: who proposes never approves."""
    proposing = add(group, "propose", f"{_VERBS}propose_tables", "stel eigen regels voor, met proef")
    proposing.add_argument("files", metavar="BESTAND", nargs="+", type=Path, help="regelbestand (TOML)")
    _user(proposing, "wie het voorstelt (functioneel_beheerder)")
    proposing.add_argument("--cases", metavar="BESTAND", type=Path, help="gevallen van de jurist (JSON)")
    proposing.add_argument(
        "--accept", action="store_true", help="ook als gevallen een andere uitkomst krijgen"
    )
    proposing.add_argument("--from", dest="from_day", metavar="DATUM",
                           help="eerste dag, jjjj-mm-dd (standaard: de dag van vaststellen)")  # fmt: skip
    proposing.add_argument("--note", metavar="TEKST", default="", help="waarom")
    proposing.add_argument("--replace", action="store_true", help="laat de eigen regels weg die nu gelden")
    approving = add(group, "approve", f"{_VERBS}approve_version", "stel een voorstel van een ander vast")
    _version(approving)
    _user(approving, "wie het vaststelt (een ander dan wie het voorstelde)")
    withdrawing = add(group, "withdraw", f"{_VERBS}withdraw_version", "trek een versie in")
    _version(withdrawing)
    _user(withdrawing, "wie dat doet")
    withdrawing.add_argument(
        "--reason", metavar="TEKST", default="", help="waarom; wie het voorstelde leest dit"
    )
    _office(add(group, "list", f"{_VERBS}show_versions", "toon de versies van een kantoor"))
    showing = add(group, "show", f"{_VERBS}show_version", "toon een versie met haar regels en gevolgen")
    _version(showing)
    showing.add_argument("--out", metavar="MAP", type=Path, help="zet de regelbestanden in deze map")


def _user(parser: argparse.ArgumentParser, words: str) -> None:
    parser.add_argument("--user", metavar="GEBRUIKER", required=True, help=words)
    _office(parser)


def _version(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="VERSIE", type=int, help="nummer van de versie")
    if parser.prog.endswith("show"):
        _office(parser)


def _office(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--office", metavar="CODE", help="kantoor (niet nodig als er maar één is)")
