"""Names in lists: ``Berg, J.P. van der``, sorted the Dutch way (domain facts 3.1.5)."""

from __future__ import annotations

from collections.abc import Iterable

from werkdesk.domain.namen.persoonsnaam import NaamPersoon, known
from werkdesk.domain.namen.voorletters import voorletters
from werkdesk.domain.namen.vouwen import vouw


def lijstnaam(persoon: NaamPersoon) -> str | None:
    """Own surname, initials and prefix; ``None`` when the surname is unknown."""
    surname = known(persoon.geslachtsnaam)
    if surname is None:
        return None
    behind = " ".join(part for part in (voorletters(persoon.voornamen), known(persoon.voorvoegsel)) if part)
    return f"{surname}, {behind}" if behind else surname


def sorteersleutel(persoon: NaamPersoon) -> tuple[str, str, str]:
    """Folded surname without prefix, then initials, then prefix."""
    return (
        vouw(known(persoon.geslachtsnaam) or ""),
        vouw(voorletters(persoon.voornamen) or ""),
        vouw(known(persoon.voorvoegsel) or ""),
    )


def lijst(personen: Iterable[NaamPersoon]) -> list[str | None]:
    """The list names of ``personen`` in sorted order; equal ones keep their order."""
    return [lijstnaam(persoon) for persoon in sorted(personen, key=sorteersleutel)]
