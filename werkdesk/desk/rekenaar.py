"""The rule tables that came with the program, read once, bound to what asks them."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from werkdesk.domain.brief import BriefGegevens
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import MeldingFeiten, MeldingStatus
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.termijn import Termijn
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.briefgegevens.vertellen import tell
from werkdesk.usecases.rekenaar import compute_terms
from werkdesk.workstation.folders import resources_folder


@cache
def shipped_rules() -> RegelSet:
    """The tables in ``resources/regels``; read and checked at first use. Raises ``Refused('regels.*')``."""
    folder = resources_folder() / "regels"
    return load_tables({path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))})


def rekenaar(
    klant: Klant, feiten: MeldingFeiten, moment: datetime
) -> tuple[MeldingStatus, tuple[Termijn, ...]]:
    """Fulfils ``usecases.meldingen.Rekenaar``."""
    return compute_terms(klant, feiten, moment, regels=shipped_rules())


def verteller(feiten: BriefFeiten) -> BriefGegevens:
    """Fulfils ``usecases.papieren.Verteller``."""
    return tell(feiten, shipped_rules())
