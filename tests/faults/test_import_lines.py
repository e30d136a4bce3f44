"""``desk import`` with everything a file can hold: one answer a line, a code and a field, good lines kept."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.faults.fault_desk import FaultDesk
from tests.fixtures.desk import PIN
from werkdesk.commandline import desk_import
from werkdesk.commandline.main import main
from werkdesk.ui.texts import SENTENCES
from werkdesk.usecases.invoer import lezen

pytestmark = pytest.mark.postgres

FIELDS = sorted(
    {name for pair in re.findall(r"``([a-z_]+)``", lezen.__doc__ or "") for name in [pair]}
    | {"achternaam", "straatnaam", "huisnummertoevoeging", "plaats", "e_mail", "ww_loopt_af_op"}
)
"""Every field that the format documents, with its other spellings."""

HOSTILE: tuple[Any, ...] = (
    "", "   ", None, True, False, 0, -1, 10**30, "x" * 10_000, [], {}, [[]], ["x"] * 30, {"a": 1},
    "<img src=file:///etc/passwd onerror=alert(1)>", "</para><b>&amp;", "{klant.naam}", "%s%n%x",
    "'; DROP TABLE melding;--", "$(touch bewijs)", "`touch bewijs`", "=cmd|' /C calc'!A0", "../../etc/passwd",
    "\u0000", "a\u0000b", "\u202egnp.exe", "\u2066x", "\u200b", "\ufeffx", "a\nb", "a\u2028b", "\u0085",
    "\ud800", "a\udfff", "😀👨‍👩‍👧", "مرحبا", "١٢٣٤", "१२-०३-१९८५", "0001-01-01", "31-12-9999", "29-02-2023",
    "-99999999999", "+99999999", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "24:61",
    "999990018", "1181ÀB", "a@" + "b" * 300 + ".nl", "+31 6 12 34 56 78 90", "nl-NL", "M" * 61,
)  # fmt: skip
"""Wrong, empty, hostile and borderline values, alike for every field."""

RAW = (
    b"[" * 100_000, b'{"a":' * 5_000, b'{"naam":"X","kinderen":NaN}', b'{"naam":"X","kinderen":1e999}',
    b'{"naam":"X","kinderen":' + b"9" * 5_000 + b"}", b'{"naam":"X","naam":"Y"}', b"\xff\xfe\x00", b"null",
    b'"tekst"', b"[]", b"{}", b"{'naam':'X'}", b'{"naam":"X"} {"naam":"Y"}', b'{"naam":"X",}', b"x" * 70_000,
    b'{"naam":"X","\\ud800":1}', b'{"naam":"X","__class__":"os.system"}', b'{"naam":"X","kinderen":1.5}',
    b"\xed\xa0\x80", b'{"naam":"' + b"\xc3" + b'"}', b"=1+1", b"-----BEGIN", b"<?xml version='1.0'?>",
)  # fmt: skip


class Import:
    """Runs the verb in this process and reads its answers."""

    def __init__(self, broken: FaultDesk, folder: Path, said: pytest.CaptureFixture[bytes]) -> None:
        self._said, self._folder = said, folder
        (folder / "pin").write_text(PIN, encoding="utf-8")
        self._at = [
            "--profile", str(broken.folder), "--pin-file", str(folder / "pin"),
            "--key-file", str(broken.folder.with_suffix(".sleutel")),
        ]  # fmt: skip

    def __call__(self, lines: list[bytes], *options: str) -> tuple[int, list[str], str]:
        """Exit code, answers and standard error."""
        source = self._folder / "in.jsonl"
        source.write_bytes(b"\n".join(lines) + b"\n")
        code = main(["desk", "import", str(source), *options, *self._at])
        said = self._said.readouterr()
        return code, said.out.decode().splitlines(), said.err.decode()


@pytest.fixture
def take_in(
    broken_desk: FaultDesk, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Import]:
    before = Path.cwd()
    (tmp_path / "hier").mkdir()
    os.chdir(tmp_path / "hier")  # whatever would be executed, would leave something here
    yield Import(broken_desk, tmp_path, capfdbinary)
    os.chdir(before)
    assert list((tmp_path / "hier").iterdir()) == []


def hostile_lines(dice: Random, count: int) -> list[bytes]:
    """Each field meets a handful of the values; every value is met by several fields."""
    lines = []
    for field in FIELDS:
        for value in dice.sample(HOSTILE, count):
            line: dict[str, Any] = {} if field in ("naam", "achternaam") else {"naam": "Verzonnen"}
            line[field] = value
            lines.append(json.dumps(line).encode())
    return lines


def check(answer: str) -> None:
    """One answer in the promised form, whose code has a sentence and whose field is one of the format's."""
    if answer.startswith("OK "):
        assert re.fullmatch(r"OK M-1-\d{4,}-[A-Z]( .{1,64})?", answer), answer
        return
    found = re.fullmatch(r"FOUT ([a-z_]+\.[a-z_0-9]+) (\S+)", answer)
    assert found, answer
    assert found[1] in SENTENCES
    field = found[2]
    assert field in ("-", "?") or all(
        part in FIELDS or part in ("?", "functie", "__class__", "a") for part in field.split(".")
    ), answer


def test_the_format_documents_every_field_that_is_tried() -> None:
    assert len(FIELDS) > 40
    assert {"bsn", "externe_ref", "partner", "meldingsdatum", "huisletter"} <= set(FIELDS)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_line_gets_its_answer_and_the_good_ones_among_them_are_kept(
    take_in: Import, broken_desk: FaultDesk, seed: int
) -> None:
    dice = Random(seed)
    lines = [*hostile_lines(dice, 6), *RAW]
    dice.shuffle(lines)
    good: dict[str, int] = {}
    for number in range(0, len(lines), 10):
        ref = f"goed-{number}"
        lines.insert(number, json.dumps({"naam": f"Verzonnen{number}", "externe_ref": ref}).encode())
        good[ref] = number
    code, answers, errors = take_in(lines)
    assert code == 1
    assert len(answers) == len(lines)
    for answer in answers:
        check(answer)
    assert "Traceback" not in errors
    assert "defect" not in errors
    kept = {answer.split(" ", 2)[1]: answer for answer in answers if answer.startswith("OK ")}
    assert all(answers[number].endswith(f" {ref}") for ref, number in good.items())
    with broken_desk.at_work() as (desk, session):
        assert {row.kenmerk for row in session.actions.lees.meldingen(limit=10_000)} == set(kept)
        assert desk.sync().fout is None
        line = session.actions.lees.verbinding()
        assert (line.wachten, line.aandacht) == (0, 0)
    assert sorted(broken_desk.at_register()) == sorted(kept)


def test_what_is_refused_is_never_repeated(take_in: Import) -> None:
    secret = "Geheimzinnig-van-der-Verzonnen"
    values = (secret, {"x": secret}, [secret], secret + "\u0000", secret * 300)
    lines = [
        json.dumps({"naam": "Verzonnen", field: value}).encode() for field in FIELDS for value in values
    ] + [json.dumps({"naam": "Verzonnen", secret: 1}).encode(), f'{{"naam":"{secret}'.encode()]
    for options in ((), ("--json",)):
        _, answers, errors = take_in(lines, *options)
        refused = [answer for answer in answers if answer.startswith("FOUT") or '"ok":false' in answer]
        assert len(refused) > len(FIELDS) * 3
        assert not any(secret in answer for answer in refused)
        assert secret not in errors


def test_a_line_that_meets_a_defect_of_ours_does_not_stop_the_others(
    take_in: Import, broken_desk: FaultDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., Any] = lezen.read_invoer

    def breaks(values: Any, now: Any) -> Any:
        if values.get("naam") == "Gifpil":
            raise ZeroDivisionError("Gifpil 0612345678")
        return real(values, now)

    monkeypatch.setattr(desk_import, "read_invoer", breaks)
    lines = [json.dumps({"naam": name}).encode() for name in ("Eerst", "Gifpil", "Daarna")]
    code, answers, errors = take_in(lines)
    assert code == 1
    assert [answer.split()[0] for answer in answers] == ["OK", "FOUT", "OK"]
    assert answers[1] == "FOUT defect -"
    assert "Gifpil" not in errors
    assert re.search(r"D-[0-9A-Z]{6}", errors)
    log = (broken_desk.folder / "logboek" / "werkdesk.log").read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert "werkdesk.defect" in log
    assert "0612345678" not in log
    assert "Gifpil" not in log


def test_what_windows_puts_before_a_text_costs_no_line(take_in: Import) -> None:
    code, answers, _ = take_in([b'\xef\xbb\xbf{"naam":"Verzonnen"}', b'{"naam":"Ander"}\r', b"", b"   "])
    assert code == 0
    assert len(answers) == 2


def test_the_same_file_again_and_again_adds_nothing(take_in: Import, broken_desk: FaultDesk) -> None:
    lines = [json.dumps({"naam": f"V{n}", "externe_ref": f"post 12/{n} é"}).encode() for n in range(5)]
    first = take_in(lines)
    assert first[0] == 0
    assert take_in(lines) == first
    assert take_in(list(reversed(lines)))[1] == list(reversed(first[1]))
    with broken_desk.at_work() as (_, session):
        assert len(session.actions.lees.meldingen()) == 5
