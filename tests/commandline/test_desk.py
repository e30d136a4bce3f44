"""The verbs of a desk, in this process, on a real register and a real cache."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.desk import PIN
from tests.fixtures.register import TestRegister, serving
from werkdesk.commandline.main import main
from werkdesk.desk.profile import DeskProfile, open_desk_profile

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("cheap_pins")]


class Verbs:
    """Runs verbs at one profile and reads what they print."""

    def __init__(self, folder: Path, said: pytest.CaptureFixture[bytes]) -> None:
        self.folder = folder
        self._said = said
        (folder / "pin").write_text(PIN, encoding="utf-8")
        self.at = [
            "--profile", str(folder / "balie"), "--pin-file", str(folder / "pin"),
            "--key-file", str(folder / "sleutel"),
        ]  # fmt: skip
        self.errors = ""

    @property
    def profile(self) -> DeskProfile:
        return open_desk_profile(self.folder / "balie")

    def run(self, *words: object) -> tuple[int, str]:
        """Exit code and standard output."""
        code = main([*map(str, words), *self.at])
        captured = self._said.readouterr()
        self.errors = captured.err.decode()
        return code, captured.out.decode()

    def json(self, *words: object) -> list[Any]:
        """The objects a verb printed; it must succeed."""
        code, out = self.run(*words, "--json")
        assert code == 0, self.errors
        return [json.loads(line) for line in out.splitlines()]

    def take_in(self, *lines: object, name: str = "in.jsonl") -> tuple[int, list[str]]:
        """Import lines: text as it is, anything else as JSON."""
        file = self.folder / name
        texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
        file.write_text("\n".join(texts) + "\n", encoding="utf-8")
        code, out = self.run("desk", "import", file)
        return code, out.splitlines()


@pytest.fixture
def bare(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Verbs:
    return Verbs(tmp_path, capfdbinary)


@pytest.fixture
def verbs(bare: Verbs, register: TestRegister) -> Verbs:
    """An enrolled desk whose register is away again."""
    _, user_code = register.staff("f.balie", "Fictieve Balie")
    with serving(register) as url:
        code, _ = bare.run(
            "desk", "enrol", url, register.desk_code(), "--user", "f.balie", "--user-code", user_code
        )
    assert code == 0, bare.errors
    return bare


def test_enrolling_says_which_desk_this_is_now(bare: Verbs, register: TestRegister, served: str) -> None:
    _, user_code = register.staff("f.balie", "Fictieve Balie")
    words = ("desk", "enrol", served, register.desk_code(), "--user", "f.balie", "--user-code", user_code)
    assert bare.run(*words) == (0, "Dit is nu balie 1 van Werkplein Proef (Hal).\n")
    assert bare.json("desk", "status")[0]["last_sync"] is not None
    assert bare.run(*words)[0] == 1
    assert "balie.bestaat" in bare.errors


@pytest.mark.parametrize(
    ("url", "exit_code", "said"),
    [
        ("https://127.0.0.1:9", 3, "register.onbereikbaar"),
        ("http://register.test", 1, "register.adres"),
        ("zomaar", 1, "register.adres"),
    ],
)
def test_a_register_that_is_not_there_leaves_no_desk(
    url: str, exit_code: int, said: str, bare: Verbs
) -> None:
    words = ("desk", "enrol", url, "AAAA-BBBB-CCCC", "--user", "f.balie", "--user-code", "x")
    assert bare.run(*words)[0] == exit_code
    assert said in bare.errors
    assert not bare.profile.is_enrolled


def test_status_offline_says_what_waits(verbs: Verbs) -> None:
    verbs.take_in({"naam": "Verzonnen"})
    status = verbs.json("desk", "status")[0]
    assert set(status) >= {
        "desk", "outbox", "attention", "conflicts", "quarantined", "last_sync", "register", "journal",
    }  # fmt: skip
    assert (status["desk"], status["outbox"], status["attention"]) == (1, 2, 0)
    assert status["journal"] == 1


def test_sync_says_3_while_the_register_is_away_and_0_when_all_is_sent(
    verbs: Verbs, register: TestRegister
) -> None:
    verbs.take_in({"naam": "Verzonnen"})
    code, out = verbs.run("desk", "sync", "--json")
    assert code == 3
    assert json.loads(out)["outbox"] == 2
    assert "register.onbereikbaar" in verbs.errors


def test_import_answers_line_by_line(verbs: Verbs) -> None:
    code, said = verbs.take_in(
        {"naam": "Verzonnen", "externe_ref": "mail 1"}, "", "geen json", {"naam": "X", "bsn": "123456789"},
        {"naam": "Bedacht"},
    )  # fmt: skip
    assert code == 1
    assert said == [
        "OK M-1-0001-C mail 1", "FOUT regel.json -", "FOUT bsn.elfproef bsn", said[3],
    ]  # fmt: skip
    assert said[3].startswith("OK M-1-0002-")


def test_import_as_json_names_the_line(verbs: Verbs) -> None:
    (verbs.folder / "in").write_text('{"naam":"Verzonnen"}\n\n[]\n', encoding="utf-8")
    code, out = verbs.run("desk", "import", verbs.folder / "in", "--json")
    assert code == 1
    first, second = (json.loads(line) for line in out.splitlines())
    assert first == {"line": 1, "ok": True, "kenmerk": first["kenmerk"], "externe_ref": None}
    assert second == {"line": 3, "ok": False, "code": "regel.json", "field": None}


def test_hostile_lines_never_show_a_trace_or_what_they_hold(verbs: Verbs) -> None:
    secret = "999990019"
    code, said = verbs.take_in(
        '{"naam":"' + "a" * 200_000 + '"}', '{"naam":' + "[" * 10_000, '{"naam":"a\\u0000b"}',
        '{"naam":"\\ud800"}', {"naam": "X", "bsn": secret + "1"}, {secret: secret, "naam": "X"},
        {"naam": "X" * 10_000},
    )  # fmt: skip
    assert code == 1
    assert len(said) == 7
    assert all(line.startswith("FOUT ") for line in said)
    assert secret not in "".join(said) + verbs.errors
    assert "Traceback" not in verbs.errors


def test_a_file_that_is_not_there_is_said_before_anything_is_asked(verbs: Verbs) -> None:
    assert verbs.run("desk", "import", verbs.folder / "weg")[0] == 1
    assert "bestand.onleesbaar" in verbs.errors


def test_own_unsent_work_is_found_and_marked(verbs: Verbs) -> None:
    verbs.take_in({"geslachtsnaam": "Şahin", "voorvoegsel": "van der", "geboortedatum": "12-3-1985"})
    found = verbs.json("desk", "search", "sahin")
    assert [(row["naam"], row["onverzonden"]) for row in found] == [("Şahin, van der", True)]
    assert len(verbs.json("desk", "list", "meldingen", "--pending")) == 1
    assert len(verbs.json("desk", "list", "klanten", "--pending")) == 1
    assert len(verbs.json("desk", "list", "outbox")) == 2


@pytest.mark.parametrize("kind", ["meldingen", "klanten", "wachtrij", "brieven", "termijnen", "outbox"])
def test_every_list_can_be_empty(kind: str, verbs: Verbs) -> None:
    assert verbs.json("desk", "list", kind, "--pending") == []


def test_a_letter_can_be_made_and_is_the_same_each_time(verbs: Verbs) -> None:
    _, said = verbs.take_in({"naam": "Verzonnen", "gemeente": "0358"})
    kenmerk = said[0].split()[1]
    first = verbs.json("desk", "letter", kenmerk, "L01", "--out", verbs.folder / "1.pdf")[0]
    second = verbs.json("desk", "letter", kenmerk.lower(), "l01", "--out", verbs.folder / "2.pdf")[0]
    assert first["sha256"] == second["sha256"]
    assert (verbs.folder / "1.pdf").read_bytes() == (verbs.folder / "2.pdf").read_bytes()
    assert (verbs.folder / "1.pdf").stat().st_mode & 0o077 == 0
    assert verbs.json("desk", "list", "brieven") == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("M-1-0001-C", "L99"), "brief.soort_onbekend"),
        (("M-1-0001-C", "L02"), "afspraak.ontbreekt"),
        (("M-1-0001-C", "OPL"), "kenmerk.onbekend"),
        (("M-9-0001-R", "L01"), "kenmerk"),
        (("M-1-0001-X", "L01"), "kenmerk.controleletter"),
        (("'; DROP", "L01"), "kenmerk.vorm"),
        (("M-1-0001-C", "UIT"), "termijn.onbekend"),
        (("M-1-0001-C", "UIT", "--term", "D99"), "termijn.onbekend"),
    ],
)
def test_a_letter_that_cannot_be_made_is_refused(words: tuple[str, ...], code: str, verbs: Verbs) -> None:
    verbs.take_in({"naam": "Verzonnen"})
    assert verbs.run("desk", "letter", *words, "--out", verbs.folder / "x.pdf")[0] == 1
    assert code in verbs.errors
    assert not (verbs.folder / "x.pdf").exists()


def test_the_explanation_of_a_date_is_a_letter_too(verbs: Verbs) -> None:
    _, said = verbs.take_in({"naam": "Verzonnen", "geboortedatum": "1985-03-12"})
    words = ("desk", "letter", said[0].split()[1], "uit", "--term", "d06", "--out", verbs.folder / "u.pdf")
    made = verbs.json(*words)[0]
    assert (made["code"], made["pages"]) == ("UIT", 1)
    assert (verbs.folder / "u.pdf").read_bytes().startswith(b"%PDF-")


def test_a_proof_sheet_needs_no_pin(verbs: Verbs) -> None:
    out = verbs.folder / "proef.pdf"
    assert main(["desk", "test-page", "0358", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert main(["desk", "test-page", "0358", "--to-folder", str(verbs.folder / "uit")]) == 0
    assert [path.name for path in (verbs.folder / "uit").iterdir()] == ["Proefblad-0358-1.pdf"]


def test_a_proof_sheet_leaves_no_record(verbs: Verbs) -> None:
    made = verbs.json("desk", "test-page", "0362", "--to-folder", verbs.folder / "uit")[0]
    assert made["pages"] == 1
    assert verbs.json("desk", "list", "brieven") == []


def test_a_proof_sheet_of_an_unknown_gemeente_is_refused(verbs: Verbs) -> None:
    assert main(["desk", "test-page", "0000", "--out", str(verbs.folder / "x.pdf")]) == 1
    assert not (verbs.folder / "x.pdf").exists()


def test_printing_makes_the_print_record(verbs: Verbs) -> None:
    _, said = verbs.take_in({"naam": "Verzonnen"})
    kenmerk = said[0].split()[1]
    printed = verbs.json("desk", "print", kenmerk, "L01", "--to-folder", verbs.folder / "uit")[0]
    assert printed["later"] is None
    assert [path.name for path in (verbs.folder / "uit").iterdir()] == [f"{kenmerk}-1.pdf"]
    assert verbs.json("desk", "list", "brieven")[0]["status"] == "aangeboden"


def test_without_a_printer_the_letter_waits_and_the_exit_code_says_so(verbs: Verbs) -> None:
    _, said = verbs.take_in({"naam": "Verzonnen"})
    (verbs.folder / "uit").write_text("geen map", encoding="utf-8")
    words = ("desk", "print", said[0].split()[1], "L01", "--to-folder", verbs.folder / "uit")
    assert verbs.run(*words)[0] == 3
    assert "printer.bestand" in verbs.errors
    assert verbs.json("desk", "list", "brieven")[0]["status"] == "later_afdrukken"


def test_a_sealed_copy_of_unsent_work_can_be_taken_without_a_pin(verbs: Verbs) -> None:
    verbs.take_in({"naam": "Verzonnen"})
    copy = verbs.folder / "kopie"
    assert main(["desk", "export-outbox", str(copy), "--profile", verbs.at[1]]) == 0
    assert b"Verzonnen" not in copy.read_bytes()
    assert copy.stat().st_mode & 0o077 == 0
    assert main(["desk", "export-outbox", str(copy), "--profile", verbs.at[1]]) == 1


def test_a_wrong_pin_ends_with_4(verbs: Verbs) -> None:
    (verbs.folder / "pin").write_text("een-andere-pin-1", encoding="utf-8")
    assert verbs.run("desk", "status")[0] == 4
    assert "pin.onjuist" in verbs.errors


def test_a_missing_key_ends_with_4_and_makes_no_new_one(verbs: Verbs) -> None:
    (verbs.folder / "sleutel").unlink()
    assert verbs.run("desk", "status")[0] == 4
    assert "sleutelbestand.ontbreekt" in verbs.errors
    assert not (verbs.folder / "sleutel").exists()


def test_an_unknown_user_ends_with_4(verbs: Verbs) -> None:
    assert verbs.run("desk", "status", "--user", "niemand")[0] == 4
    assert "slot.ontbreekt" in verbs.errors


def test_beside_an_open_window_one_can_read_but_not_write(verbs: Verbs) -> None:
    verbs.take_in({"naam": "Verzonnen"})
    instance = verbs.profile.take()
    try:
        assert verbs.json("desk", "status")[0]["outbox"] == 2
        assert len(verbs.json("desk", "search", "verzonnen")) == 1
        kenmerk = verbs.json("desk", "list", "meldingen")[0]["kenmerk"]
        assert verbs.run("desk", "letter", kenmerk, "L01", "--out", verbs.folder / "l.pdf")[0] == 0
        for words in (("desk", "sync"), ("desk", "print", kenmerk, "L01")):
            assert verbs.run(*words)[0] == 1
            assert "werkdesk.al_geopend" in verbs.errors
        code, said = verbs.take_in({"naam": "Nog een"})
        assert (code, said) == (1, [])
    finally:
        instance.release()


def test_a_damaged_cache_is_set_aside_and_unsent_work_comes_back(
    verbs: Verbs, flip: Callable[[Path], None]
) -> None:
    _, said = verbs.take_in({"naam": "Verzonnen", "externe_ref": "mail-1"})
    flip(verbs.profile.cache / "cache.db")
    assert verbs.json("desk", "list", "meldingen")[0]["kenmerk"] == said[0].split()[1]
    assert verbs.json("desk", "status")[0]["outbox"] == 2
    assert list(verbs.profile.cache.glob("cache.db.beschadigd-*"))
    assert verbs.take_in({"naam": "Verzonnen", "externe_ref": "mail-1"})[1] == said


@pytest.fixture
def flip() -> Callable[[Path], None]:
    """Turns bytes over in the middle of a file."""

    def turn(path: Path) -> None:
        data = bytearray(path.read_bytes())
        for place in range(4096, len(data), 1024):
            data[place] ^= 0xFF
        path.write_bytes(bytes(data))

    return turn


def test_a_colleague_is_added_and_can_work(
    verbs: Verbs, register: TestRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert verbs.run("desk", "add-user", "g.balie", "--user-code", "x")[0] == 4  # no PIN for the colleague
    assert "pin.ontbreekt" in verbs.errors
