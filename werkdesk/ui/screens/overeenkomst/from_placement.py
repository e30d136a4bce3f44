"""What a placement already says, so that nothing of it is typed again in an agreement. No Qt."""

from __future__ import annotations

from werkdesk.ui.screens.overeenkomst.form import Typed
from werkdesk.ui.teksten.plaatsing import toets_in_woorden
from werkdesk.usecases.overzichten import KlantDossier


def begun_with(empty: Typed, dossier: KlantDossier) -> Typed:
    """The empty form with the employer and the displacement test of the newest placement that counts."""
    here = next((one for one in dossier.plaatsingen if one.telt and one.einde is None), None)
    if here is None:
        return empty
    employer = here.feiten.werkgever
    texts = {**empty.terms, "werkgever": employer.naam, "werkgever_kvk": str(employer.kvk)}
    if here.toets is not None:
        texts["verdringing"] = toets_in_woorden(here.toets, None if here.tweede is None else here.tweede.mag)
    return Typed(texts, empty.years, empty.payments)
