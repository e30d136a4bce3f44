"""``desk import`` keeps its promise: killed at any moment, with the register away, every OK arrives once."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.processes import KENMERK, ROOT, FixedRegister, Office, answer, command

pytestmark = [pytest.mark.journey, pytest.mark.postgres]
LINES = 600
SEED = 20261121


def write_lines(path: Path, dice: random.Random) -> None:
    """Fictitious meldingen by e-mail, post and on paper; some persons come twice."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(LINES):
            person = dice.randrange(LINES * 3 // 4)
            line = {
                "geslachtsnaam": f"Verzonnen-{person}", "voorvoegsel": dice.choice([None, "van der", "'t"]),
                "geboortedatum": f"{1 + person % 28:02}-{1 + person % 12:02}-{1950 + person % 55}",
                "kanaal": dice.choice(["e-mail", "post", "balie"]),
                "gemeente": dice.choice(["0362", "Aalsmeer"]),
                "straat": "Verzonnenlaan", "huisnummer": 1 + person, "postcode": "1181 ab",
                "externe_ref": f"mail-{number:04}",
            }  # fmt: skip
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


@contextmanager
def importer(office: Office, source: Path) -> Iterator[subprocess.Popen[str]]:
    """``desk import`` as a process whose answers are read line by line; it waits for a slow reader."""
    process = subprocess.Popen(
        [sys.executable, "-m", "werkdesk", "desk", "import", str(source), *map(str, office.at("een"))],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT, pipesize=4096,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def take(answers: dict[str, str], line: str) -> None:
    """Note one answer; the same reference must always get the same kenmerk."""
    word, kenmerk, ref = line.split()
    assert word == "OK"
    assert KENMERK.fullmatch(kenmerk)
    assert answers.setdefault(ref, kenmerk) == kenmerk


def test_every_acknowledged_line_is_at_the_register_once(
    office: Office, fixed_register: FixedRegister, tmp_path: Path
) -> None:
    dice = random.Random(SEED)
    source = tmp_path / "meldingen.jsonl"
    write_lines(source, dice)
    office.enrol("een")
    fixed_register.kill()
    answers: dict[str, str] = {}
    runs = 0
    while len(answers) < LINES:
        runs += 1
        # Each run stops after a random number of answers beyond what is known; the last ones run to the end.
        stop = len(answers) + dice.randrange(40, 160) if runs < 4 else LINES + 1
        with importer(office, source) as process:
            assert process.stdout is not None
            for count, line in enumerate(process.stdout, start=1):
                take(answers, line)
                if count >= stop:
                    process.send_signal(signal.SIGKILL)
                    for late in process.stdout:  # what was written before it died counts too
                        if late.endswith("\n"):
                            take(answers, late)
                    break
    assert runs >= 2  # killed in the middle at least once, however far it ran ahead of us
    assert len(set(answers.values())) == LINES

    offline = command("desk", "sync", "--json", *office.at("een"))
    assert offline.returncode == 3, offline.stderr
    status = answer("desk", "status", *office.at("een"))
    assert status["outbox"] > LINES
    assert status["error"] == "register.onbereikbaar"

    fixed_register.start()
    done = answer("desk", "sync", *office.at("een"))
    assert (done["outbox"], done["attention"], done["synced"]) == (0, 0, True)
    held = fixed_register.list("meldingen")
    assert {row["externe_ref"]: row["kenmerk"] for row in held} == answers
    assert len(held) == LINES

    listed = command("desk", "list", "meldingen", "--json", *office.at("een"))
    here = [json.loads(line) for line in listed.stdout.splitlines()]
    assert {row["externe_ref"]: row["kenmerk"] for row in here} == answers
    assert not any(row["onverzonden"] for row in here)

    again = command("desk", "import", source, *office.at("een"))
    assert again.returncode == 0
    assert len(again.stdout.splitlines()) == LINES
    assert answer("desk", "status", *office.at("een"))["outbox"] == 0
