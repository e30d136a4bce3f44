"""The rule tables that came with the program, read once."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import MeldingFeiten, MeldingStatus
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.voorschot import Voorschotzaak
from werkdesk.usecases.rekenaar import compute_terms
from werkdesk.workstation.folders import resources_folder


@cache
def shipped_rules() -> RegelSet:
    """The tables in ``resources/regels``; read and checked at first use. Raises ``Refused('regels.*')``."""
    folder = resources_folder() / "regels"
    return load_tables({path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))})


def rekenaar(
    klant: Klant, feiten: MeldingFeiten, moment: datetime, voorschot: Voorschotzaak | None = None
) -> tuple[MeldingStatus, tuple[Termijn, ...]]:
    """The dates by the tables of the program alone: for fictitious people, before there is a desk."""
    return compute_terms(klant, feiten, moment, voorschot, regels=shipped_rules())
