"""``werkdesk rules`` as a jurist runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from werkdesk.commandline import rules

ROOT = Path(__file__).parents[2]
GEVAL: dict[str, object] = {"id": "a", "soort": "waarde", "invoer": {"type": "kvk", "tekst": "90001234"}}
GOED = {"geldig": True, "genormaliseerd": "90001234", "weergave": "90001234", "waarschuwing": None}
ZOEK: dict[str, object] = {
    "id": "z",
    "soort": "zoektermijn",
    "invoer": {"meldingsdatum": "2027-02-01", "personen": [{"geboortedatum": "20040101"}]},
}
TABEL = """tabel = "proef"
versie = 2026-12-01

[[regel]]
id = "D01"
naam = "Zoektermijn"
waarde = 2
eenheid = "weken"
geldig_vanaf = 2015-01-01
gemeente = "0362"
peildatum = "meldingsdatum"
bron = { wet = "Pw", artikel = "41", lid = "4" }
zekerheid = "aanname"
"""


def _file(folder: Path, *cases: dict[str, object], formaat: int = 1) -> str:
    path = folder / "gevallen.json"
    path.write_text(json.dumps({"formaat": formaat, "gevallen": cases}), encoding="utf-8")
    return str(path)


def _read(capsysbinary: pytest.CaptureFixture[bytes]) -> dict[str, list[dict[str, object]]]:
    return dict(json.loads(capsysbinary.readouterr().out))


@pytest.mark.parametrize(
    ("expected", "status", "klopt"),
    [({"verwacht": GOED}, 0, True), ({"verwacht": {**GOED, "geldig": False}}, 1, False), ({}, 0, None)],
)
def test_the_exit_status_tells_whether_anything_differs(
    expected: dict[str, object],
    status: int,
    klopt: bool | None,
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert rules.main(["test", _file(tmp_path, {**GEVAL, **expected}), "--json"]) == status
    [answer] = _read(capsysbinary)["antwoorden"]
    assert (answer["uitkomst"], answer["klopt"]) == (GOED, klopt)


def test_an_answer_shows_its_rules_and_a_defect_shows_code_and_field(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert rules.main(["test", _file(tmp_path, GEVAL, {"id": "b\ud800", "soort": "waarde"}), "--json"]) == 0
    good, bad = _read(capsysbinary)["antwoorden"]
    assert good["uitleg"] == [
        {"regel": "waarde.kvk", "versie": "2015-01-01", "bron": "werkafspraak 3.1.11", "zekerheid": "aanname"}
    ]
    assert bad == {"id": "b\ud800", "fout": {"code": "veld.ontbreekt", "veld": "type"}, "klopt": None}


def test_a_file_that_cannot_be_used_prints_nothing_and_exits_with_two(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "stuk.json").write_bytes(b"{")
    for path in (
        str(tmp_path / "er_is_niets.json"),
        str(tmp_path),
        str(tmp_path / "stuk.json"),
        _file(tmp_path, GEVAL, GEVAL),
    ):
        assert rules.main(["test", path, "--json"]) == 2
        captured = capsysbinary.readouterr()
        assert (captured.out, captured.err.count(b"\n")) == (b"", 1)
    assert rules.main(["test", _file(tmp_path, GEVAL, formaat=2), "--json"]) == 2


def test_plain_output_names_what_differs(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert rules.main(["test", _file(tmp_path, {**GEVAL, "verwacht": None}, {**ZOEK, "verwacht": None})]) == 1
    text = capsysbinary.readouterr().out.decode()
    assert "2 gevallen, 2 anders dan verwacht." in text
    assert '"eerste_aanvraagdatum": "2027-03-01"' in text


def test_rules_are_found_by_name_and_shown_with_source_and_certainty(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert rules.main(["list", "zoektermijn", "--json"]) == 0
    found = {str(rule["id"]): rule for rule in _read(capsysbinary)["regels"]}
    assert found["D01"]["bron"] == "Pw 41 lid 4"
    assert "artikel=41" in str(found["D01"]["vindplaats"])
    assert rules.main(["list", "zoektermijn"]) == 0
    assert "nog niet bevestigd" in capsysbinary.readouterr().out.decode()


def test_explain_tells_a_rule_and_a_case(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert rules.main(["explain", "voorschot.percentage_minimum"]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert "waarde 90 (procent)" in text
    assert "waarde 95 (procent)" in text
    assert rules.main(["explain", _file(tmp_path, GEVAL, ZOEK), "z"]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert "4 weken na 1 februari 2027 is maandag 1 maart 2027." in text
    assert "Een KVK-nummer" not in text
    assert rules.main(["explain", _file(tmp_path, GEVAL), "x"]) == 1


def test_what_is_neither_a_rule_nor_a_file_is_refused_with_a_sentence(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for words in (["nope"], ["nope", "x"], [_file(tmp_path, GEVAL), "er_is_niets"]):
        assert rules.main(["explain", *words, "--json"]) == 1
        captured = capsysbinary.readouterr()
        assert captured.out == b""
        assert captured.err.decode() == "regel.onbekend: er is geen regel, bestand of geval met deze naam.\n"


def test_rehearse_shows_who_would_be_treated_differently(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    table = tmp_path / "proef.toml"
    table.write_text(TABEL, encoding="utf-8")
    cases = _file(tmp_path, GEVAL, ZOEK)
    assert rules.main(["rehearse", str(table), cases, "--json", "--gemeente", "0362"]) == 0
    [changed] = _read(capsysbinary)["anders"]
    assert changed["id"] == "z"
    assert "2027-03-01" in json.dumps(changed["nu"])
    assert "2027-02-15" in json.dumps(changed["straks"])
    assert rules.main(["rehearse", str(table), cases]) == 0
    assert "0 van 2 gevallen" in capsysbinary.readouterr().out.decode()


def test_a_bad_table_is_refused_with_file_line_and_reason(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    table = tmp_path / "proef.toml"
    table.write_text(TABEL.replace("weken", "wekn"), encoding="utf-8")
    assert rules.main(["rehearse", str(table), _file(tmp_path, ZOEK)]) == 2
    said = capsysbinary.readouterr().err.decode()
    assert said.startswith("proef.toml:8: regels.eenheid:")
    assert "verwacht: dagen, jaren, maanden, weken" in said


def test_the_module_runs_as_a_program_without_a_locale(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "werkdesk.commandline.rules", "test", _file(tmp_path, ZOEK), "--json"],
        cwd=ROOT,
        env={"LC_ALL": "C", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["antwoorden"][0]["uitkomst"]["zoektermijn"] == "JA"


def test_thousands_of_cases_are_all_answered(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    cases = _file(tmp_path, *[{**ZOEK, "id": str(number)} for number in range(2000)])
    assert rules.main(["test", cases, "--json"]) == 0
    assert len(_read(capsysbinary)["antwoorden"]) == 2000
