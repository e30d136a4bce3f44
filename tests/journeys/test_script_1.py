"""Script 1 of the counter as a journey: real window, real desks, a real register that is killed half-way."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.postgres]

BUDGET_KEYS = 140
"""Of the counter's script 1; signing in and the training agreement are not part of it."""
OUTSIDE_THE_SCRIPT = {"aanmelden", "overeenkomst invullen", "overeenkomst bekijken", "overeenkomst afdrukken"}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    out = tmp_path_factory.mktemp("script-1")
    done = subprocess.run(
        [sys.executable, "-m", "werkdesk", "demo", "--headless", "--dir", str(out)],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out, json.loads((out / "verslag.json").read_text(encoding="utf-8"))


def test_every_melding_is_at_three_places_once(played: tuple[Path, dict[str, Any]]) -> None:
    _, report = played
    assert report["kenmerken_gelijk"] is True
    assert report["meldingen_balie_1"] == report["meldingen_register"] == report["meldingen_balie_2"] > 1
    assert report["wachtend"] == 0


def test_the_visit_fits_in_its_budget_of_keys(played: tuple[Path, dict[str, Any]]) -> None:
    _, report = played
    keys = sum(step["toetsen"] for step in report["stappen"] if step["naam"] not in OUTSIDE_THE_SCRIPT)
    assert keys <= BUDGET_KEYS


def test_the_work_went_on_while_the_register_was_away(played: tuple[Path, dict[str, Any]]) -> None:
    _, report = played
    names = [step["naam"] for step in report["stappen"]]
    assert report["uitval_seconden"] > 0
    away = names.index("intake zonder verbinding")
    assert {"brief afdrukken", "overeenkomst afdrukken", "afronden"} <= set(names[away:])
    assert report["brieven_afgedrukt"] == 2


def test_letters_and_pictures_of_every_step_are_left_behind(played: tuple[Path, dict[str, Any]]) -> None:
    out, report = played
    assert sorted(report["bestanden"]) == sorted(
        path.name for path in out.iterdir() if path.suffix in {".pdf", ".png"}
    )
    pdfs = sorted(out.glob("*.pdf"))
    assert len(pdfs) == 2
    assert all(pdf.read_bytes().startswith(b"%PDF-") for pdf in pdfs)
    pictures = {path.stem for path in out.glob("*.png")}
    wanted = {
        "aanmelden",
        "hal",
        "zoeken",
        "klant",
        "melding",
        "intake",
        "brief",
        "postvak",
        "terug",
        "donker",
        "200",
    }
    assert {word for word in wanted if any(word in name for name in pictures)} == wanted
