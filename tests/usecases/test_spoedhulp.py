"""What can be done today for who cannot wait: the files of the gemeenten, and what is wrong with a file."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from werkdesk.domain.intake import VRAGEN, Antwoord, Intake, spoed_van
from werkdesk.errors import Refused
from werkdesk.usecases.spoedhulp import offers_for, read_spoedhulp

FILES = sorted((Path(__file__).parents[2] / "resources/spoed").glob("*.toml"))
NEEDS = VRAGEN[0].opties[1:]
RID = UUID(int=1)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("need", NEEDS)
def test_every_need_has_somebody_to_call_and_says_that_it_is_an_example(path: Path, need: str) -> None:
    offers = offers_for(read_spoedhulp(path.read_text(encoding="utf-8")), need)
    assert offers
    assert all(one.telefoon and one.doe and one.voorbeeld for one in offers)


def test_there_is_a_file_for_both_gemeenten() -> None:
    assert [path.stem for path in FILES] == ["0358", "0362"]


@pytest.mark.parametrize("text", ["geen toml", 'code = "0362"', 'code = "0362"\nvoorbeeld = true\nhulp = 3'])
def test_a_file_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"spoedhulp\.ongeldig"):
        read_spoedhulp(text)


@pytest.mark.parametrize(
    ("intake", "need"),
    [
        (None, None),
        (Intake(id=RID), None),
        (Intake(id=RID, antwoorden={"spoed": Antwoord(keuzes=("geen",))}), None),
        (Intake(id=RID, antwoorden={"spoed": Antwoord(keuzes=())}), None),
        (Intake(id=RID, antwoorden={"spoed": Antwoord(keuzes=("geen_eten",))}), "geen_eten"),
    ],
)
def test_only_an_answer_that_says_so_is_urgent(intake: Intake | None, need: str | None) -> None:
    assert spoed_van(intake) == need
