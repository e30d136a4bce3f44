"""On a screen for staff "u" is the colleague; what is said to the client is a quotation."""

from __future__ import annotations

from datetime import date

from werkdesk.domain.regels.jongerenloket import Bewijsstuk
from werkdesk.domain.termijn import Termijn
from werkdesk.ui.teksten import jongeren
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.ui.teksten.aan_klant import voor_collega

COUNTED = "Vier weken na 3 november 2026 is dinsdag 1 december 2026."
SAID = "U krijgt het eerste voorschot binnen vier weken."


def test_a_sentence_to_the_client_is_quoted_and_a_fact_is_not() -> None:
    assert voor_collega(SAID) == f"Tegen de klant: “{SAID}”"
    assert voor_collega(COUNTED) == COUNTED
    assert voor_collega("Bijvoorbeeld sollicitaties, met de datum.").startswith("Bijvoorbeeld")


def test_a_date_is_told_in_the_order_of_time() -> None:
    term = Termijn(
        code="D05", naam="Eerste voorschot", uitleg=(COUNTED, SAID), begin=date(2026, 11, 3),
        uiterste_datum=date(2026, 12, 1),
    )  # fmt: skip
    told = tt.uitleg(term, date(2026, 11, 4))
    places = [told.index(words) for words in ("De termijn begint op", SAID, COUNTED, "De dag is")]
    assert places == sorted(places)


def test_papers_of_a_young_person_are_named_for_the_colleague() -> None:
    piece = Bewijsstuk(code="werk_gezocht", naam="Wat u deed om werk te vinden", tekst="", gezien=False)
    assert jongeren.stuk(piece) == "Wat de klant deed om werk te vinden"
