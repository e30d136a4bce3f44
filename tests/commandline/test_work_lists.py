"""``werkdesk desk list`` for the work lists: complete rows, one object a line."""

from __future__ import annotations

import pytest

from tests.commandline.test_desk import Verbs, bare, verbs  # noqa: F401 - fixtures by name

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("cheap_pins")]


def test_a_melding_from_paper_stands_on_the_lists_at_once(verbs: Verbs) -> None:  # noqa: F811 - a fixture
    line = {"naam": "Verzonnen", "geboortedatum": "2004-03-12", "telefoon": "0612345678", "gemeente": "0362"}
    code, said = verbs.take_in(line)
    assert code == 0, said
    kenmerk = said[0].split()[1]
    [row] = verbs.json("desk", "list", "werkvoorraad")
    assert (row["kenmerk"], row["stap"], row["eigenaar"], row["dagen"]) == (kenmerk, "bellen", "f.balie", 0)
    [call] = verbs.json("desk", "list", "bellijst")
    assert (call["kenmerk"], call["telefoon"], call["stand"]["gemist"]) == (kenmerk, ["06-12 34 56 78"], 0)
    [young] = verbs.json("desk", "list", "jongeren", "--pending")
    assert [one["code"] for one in young["kaart"]["gronden"]][:2] == ["pro_vso", "lks_doelgroep"]
    assert verbs.json("desk", "list", "voorschotten") == []
