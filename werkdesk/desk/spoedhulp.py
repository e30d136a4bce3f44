"""The offers for who cannot wait, as they came with the program for this gemeente."""

from __future__ import annotations

from werkdesk.usecases.spoedhulp import Spoedhulp, offers_for, read_spoedhulp
from werkdesk.workstation.folders import resources_folder


def urgent_offers(gemeente: str, nood: str) -> tuple[Spoedhulp, ...]:
    """What this gemeente (CBS code) offers today; a gemeente without a file offers nothing here.

    Raises ``Refused('spoedhulp.ongeldig')``.
    """
    path = resources_folder() / "spoed" / f"{gemeente}.toml"
    return offers_for(read_spoedhulp(path.read_text(encoding="utf-8")), nood) if path.is_file() else ()
