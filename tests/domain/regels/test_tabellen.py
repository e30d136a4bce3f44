"""Rule tables: what is refused, with line and reason, and what a change of one changes."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.regels.catalogus import FAMILIES, PARAMETERS
from werkdesk.domain.regels.gevallen import Evaluator
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regel import Zekerheid
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.errors import Refused

HEAD = 'tabel = "proef"\nversie = 2026-12-01\n\n'
D01 = """[[regel]]
id = "D01"
naam = "Zoektermijn"
waarde = 2
eenheid = "weken"
geldig_vanaf = 2015-01-01
peildatum = "meldingsdatum"
bron = { wet = "Pw", artikel = "41", lid = "4" }
zekerheid = "aanname"
"""


def _refused(table: str, regels: RegelSet) -> Refused:
    with pytest.raises(Refused) as refused:
        load_tables({"proef.toml": (HEAD + table).encode()}, basis=regels)
    assert refused.value.details["bestand"] == "proef.toml"
    return refused.value


@pytest.mark.parametrize(
    ("change", "code", "line", "reason"),
    [
        (("waarde = 2", "waarde = "), "regels.toml", 7, "Invalid value"),
        (("waarde = 2", 'waarde = "2"'), "regels.waarde", 7, "een heel getal"),
        (("waarde = 2", "waarde = -2"), "regels.waarde", 7, "een heel getal"),
        (("waarde = 2\n", ""), "regels.veld", 4, "waarde ontbreekt"),
        (('"weken"', '"wekn"'), "regels.eenheid", 8, "eenheid wekn"),
        (('"weken"', '"procent"'), "regels.eenheid", 8, "verwacht: dagen"),
        (('id = "D01"', 'id = "D1"'), "regels.onbekend", 5, "onbekende regel D1"),
        (("zekerheid", "zekerhied"), "regels.veld", 12, "onbekend veld zekerhied"),
        (('"aanname"', '"zeker"'), "regels.veld", 12, "geverifieerd"),
        (("2015-01-01", '"2015-01-01"'), "regels.veld", 9, "een datum"),
        (('"meldingsdatum"', '"aanvraagdatum"'), "regels.veld", 10, "verwacht: meldingsdatum"),
        (("lid =", "lied ="), "regels.veld", 11, "onbekend veld lied"),
        (('wet = "Pw"', "wet = 5"), "regels.veld", 11, "bron"),
        (("zekerheid =", 'gemeente = "362"\nzekerheid ='), "regels.veld", 12, "gemeentecode"),
        (("zekerheid =", "geldig_tot = 2014-12-31\nzekerheid ="), "regels.periode", 4, "voor geldig_vanaf"),
    ],
)
def test_a_bad_record_is_refused_with_its_line_and_the_reason(
    change: tuple[str, str], code: str, line: int, reason: str, regels: RegelSet
) -> None:
    refused = _refused(D01.replace(*change), regels)
    assert (refused.code, refused.details["regelnummer"]) == (code, line)
    assert reason in str(refused.details["reden"])


def test_a_gap_between_two_periods_is_refused(regels: RegelSet) -> None:
    first = D01.replace("peildatum", "geldig_tot = 2026-12-31\npeildatum")
    second = D01.replace("2015-01-01", "2027-01-02")
    refused = _refused(first + second, regels)
    assert (refused.code, refused.details["regelnummer"]) == ("regels.gat", 14)


@pytest.mark.parametrize("until", ["", "geldig_tot = 2027-01-01\n"])
def test_an_overlap_of_two_periods_is_refused(until: str, regels: RegelSet) -> None:
    first = D01.replace("peildatum", f"{until}peildatum")
    second = D01.replace("2015-01-01", "2027-01-01")
    assert _refused(first + second, regels).code == "regels.overlap"


def test_a_table_without_periods_takes_one_record(regels: RegelSet) -> None:
    record = D01.replace('"D01"', '"regels.houdbaar"').replace('"weken"', '"dagen"')
    record = record.replace('peildatum = "meldingsdatum"\n', "")
    twice = record.replace("geldig_vanaf", "geldig_tot = 2020-01-01\ngeldig_vanaf") + record.replace(
        "2015", "2021"
    )
    assert _refused(twice, regels).code == "regels.overlap"


@pytest.mark.parametrize("id_", sorted(PARAMETERS))
def test_no_parameter_can_be_forgotten(id_: str, tabellen: dict[str, bytes]) -> None:
    name, text = next(
        (name, text.decode()) for name, text in tabellen.items() if f'id = "{id_}"\n' in text.decode()
    )
    kept = [part for part in re.split(r"(?=\[\[regel\]\])", text) if f'id = "{id_}"\n' not in part]
    with pytest.raises(Refused) as refused:
        load_tables({**tabellen, name: "".join(kept).encode()})
    assert (refused.value.code, refused.value.details["reden"]) == (
        "regels.ontbreekt",
        f"geen record voor {id_}",
    )


@pytest.mark.parametrize(
    "content", [b"\xff", b'tabel = "x"\nversie = "2026"\n', b"versie = 2026-01-01\nregels = []\n"]
)
def test_a_file_that_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match=r"regels\.(toml|veld)"):
        load_tables({"proef.toml": content})


def test_every_shipped_record_has_its_source_and_a_sentence(regels: RegelSet) -> None:
    for regel in regels.regels:
        assert regel.tekst.endswith("."), regel.id
        assert regel.bron.tekst, regel.id
        if regel.zekerheid is Zekerheid.GEVERIFIEERD and regel.bron.wet in ("Pw", "Awb", "Atw", "WID"):
            assert regel.bron.vindplaats, regel.id
    assert all(any(id_.startswith(prefix) for id_ in regels.ids()) for prefix in FAMILIES)


def test_the_fingerprint_follows_the_content_and_not_the_order(
    tabellen: dict[str, bytes], regels: RegelSet
) -> None:
    again = load_tables(dict(reversed(tabellen.items())))
    changed = load_tables({"proef.toml": (HEAD + D01).encode()}, basis=regels)
    assert again.vingerafdruk == regels.vingerafdruk
    assert changed.vingerafdruk != regels.vingerafdruk
    assert changed.versie == "2026-12-01"


def test_a_set_grows_too_old_to_compute_with(regels: RegelSet) -> None:
    newest = date.fromisoformat(regels.versie)
    assert not regels.is_te_oud(newest + timedelta(days=210))
    assert regels.is_te_oud(newest + timedelta(days=211))


def _zoektermijn(regels: RegelSet, gemeente: str, melding: date) -> object:
    invoer = {"meldingsdatum": melding.isoformat(), "personen": [{"geboortedatum": "20040101"}]}
    return Evaluator(regels, gemeente).beoordeel("zoektermijn", invoer).uitkomst["eerste_aanvraagdatum"]


def test_a_table_for_one_gemeente_changes_only_that_gemeente_from_its_day(regels: RegelSet) -> None:
    own = D01.replace("2015-01-01", '2027-01-01\ngemeente = "0362"')
    with_own = load_tables({"proef.toml": (HEAD + own).encode()}, basis=regels)
    assert _zoektermijn(with_own, "0362", date(2027, 1, 1)) == "2027-01-15"
    assert _zoektermijn(with_own, "0362", date(2026, 12, 31)) == "2027-01-28"
    assert _zoektermijn(with_own, "0358", date(2027, 1, 1)) == "2027-01-29"
    assert _zoektermijn(regels, "0362", date(2027, 1, 1)) == "2027-01-29"


@given(
    moved=st.dates(min_value=date(2025, 1, 1), max_value=date(2027, 12, 31)),
    peildatum=st.dates(min_value=date(2024, 6, 1), max_value=date(2028, 6, 30)),
)
def test_moving_the_first_day_of_a_rule_changes_exactly_the_cases_between(
    moved: date, peildatum: date, tabellen: dict[str, bytes], regels: RegelSet
) -> None:
    text = tabellen["geld.toml"].decode()
    start = date(2026, 1, 1)
    records = [part for part in re.split(r"(?=\[\[regel\]\])", text) if "percentage_minimum" in part]
    changed = "".join(records).replace("geldig_tot = 2025-12-31", f"geldig_tot = {moved - timedelta(days=1)}")
    changed = changed.replace("geldig_vanaf = 2026-01-01", f"geldig_vanaf = {moved}")
    other = load_tables({"proef.toml": (HEAD + changed).encode()}, basis=regels)
    invoer = {"aanvraagdatum": peildatum.isoformat(), "norm": "1000.00"}
    now = Evaluator(regels).beoordeel("voorschot", invoer)
    then = Evaluator(other).beoordeel("voorschot", invoer)
    between = min(start, moved) <= peildatum < max(start, moved)
    assert (now.uitkomst != then.uitkomst) == between
    assert then.uitleg.regels[0].versie == (moved.isoformat() if peildatum >= moved else "2015-01-01")
