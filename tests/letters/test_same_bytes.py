"""The same letter gives the same bytes.

In one process, in another, under another clock, hash seed and time zone.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.letters.examples import MAKERS, NASTY_NAMES, agreement_opl, letter_l01
from werkdesk.letters.press import Press

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("soort", sorted(MAKERS))
def test_a_letter_made_twice_is_the_same(press: Press, soort: str) -> None:
    first, second = (press.make(MAKERS[soort]()) for _ in range(2))
    assert first.pdf == second.pdf
    assert first.sha256 == hashlib.sha256(first.pdf).hexdigest()


def test_another_press_makes_the_same(press: Press, resources: Mapping[str, bytes]) -> None:
    assert Press(resources).make(letter_l01()).sha256 == press.make(letter_l01()).sha256


def test_letters_made_in_between_leave_no_trace(press: Press) -> None:
    before = press.make(letter_l01()).sha256
    for name in NASTY_NAMES:
        press.make(letter_l01(name))
    assert press.make(letter_l01()).sha256 == before


def test_two_workers_at_once_make_what_one_would(press: Press) -> None:
    letters = [MAKERS[soort](name) for soort in sorted(MAKERS) for name in NASTY_NAMES[:4]]
    alone = [press.make(letter).sha256 for letter in letters]
    with ThreadPoolExecutor(4) as workers:
        together = [made.sha256 for made in workers.map(press.make, letters)]
    assert together == alone


def test_other_processes_make_the_same(press: Press) -> None:
    here = [press.make(MAKERS[soort](NASTY_NAMES[0])).sha256 for soort in sorted(MAKERS)]
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland"},
        {"PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "1700000000", "LC_ALL": "C"},
    )
    for surrounding in surroundings:
        done = subprocess.run(
            [sys.executable, str(Path(__file__).parent / "processes" / "print_hashes.py")],
            env={**os.environ, "PYTHONPATH": str(ROOT), **surrounding},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        assert done.stdout.split() == here


def test_whatever_the_letter_says_is_in_the_hash(press: Press) -> None:
    letter = agreement_opl()
    hashes = {
        press.make(changed).sha256
        for changed in (
            letter,
            replace(letter, datum=date(2026, 11, 28)),
            replace(letter, kenmerk="O-3-0013-S"),
            replace(letter, gemeente="0358"),
            replace(letter, velden={**letter.velden, "klant.naam": "B. Voorbeeld"}),
            replace(letter, voorwaarden=frozenset()),
            replace(letter, rijen={**letter.rijen, "mijlpalen": letter.rijen["mijlpalen"][:2]}),
        )
    }
    assert len(hashes) == 7


def test_the_version_names_template_and_text(press: Press, resources: Mapping[str, bytes]) -> None:
    version = press.make(letter_l01()).sjabloon
    assert version.startswith("L01 2026-2 ")
    for path in ("brieven/L01.txt", "brieven/bouwstenen/bereikbaarheid.txt", "huisstijl/0362.toml"):
        text = (
            resources[path]
            .replace(b"vragen", b"zorgen")
            .replace(b"gemeld", b"verteld")
            .replace(b"maandag", b"dinsdag")
        )
        changed = Press({**resources, path: text}).make(letter_l01())
        assert changed.sjabloon != version, path
        assert changed.sjabloon.startswith("L01 2026-2 ")
