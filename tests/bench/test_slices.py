"""A short slice of every measurement: it runs, and its report has the shape that was promised."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bench.conftest import silent
from werkdesk.bench.aims import Aim
from werkdesk.bench.office import Office
from werkdesk.bench.roundtrip import measure_roundtrip, roundtrip_aims
from werkdesk.bench.save import measure_save, save_aims
from werkdesk.bench.screen import measure_screen, screen_aims
from werkdesk.bench.search import measure_search, search_aims
from werkdesk.bench.start import measure_start, start_aims

SUMMARY = {"n", "median", "p99", "min", "max"}


def names(aims: list[Aim]) -> list[str]:
    """Aims can be told as JSON; their names."""
    return [json.loads(json.dumps(aim.told()))["name"] for aim in aims]


def test_search_counts_every_key_and_finds_who_was_meant(office: Office) -> None:
    figures = measure_search(office, 2, silent)
    kinds = figures["kinds"]
    keys = figures["keystrokes"]["wall_ms"]
    assert set(keys) == SUMMARY
    assert keys["n"] == sum(kind["wall_ms"]["n"] for kind in kinds.values())
    assert {"typefout", "typefout_datum", "bsn", "kenmerk", "telefoon"} <= set(kinds)
    assert kinds["achternaam_datum"]["recall_at_50"] == 1.0
    assert kinds["bsn"]["recall_at_50"] == kinds["kenmerk"]["recall_at_50"] == 1.0
    floor = figures["floor"]
    assert floor["one_row"]["cpu_ms"]["n"] == floor["fifty_rows"]["cpu_ms"]["n"] > 0
    assert names(search_aims(figures))[:2] == ["search.p99", "search.cpu_p99"]


def test_saving_takes_turns_with_its_floor_and_leaves_no_file(office: Office) -> None:
    figures = measure_save(office, 3, silent)
    assert figures["save"]["wall_ms"]["n"] == figures["floor"]["wall_ms"]["n"] == 3
    assert figures["to_floor"]["median"] > 0
    assert not list(office.profile.cache.glob("vloer"))
    assert names(save_aims(figures)) == ["save.p99", "save.to_floor"]


@pytest.fixture(scope="module")
def started(office: Office) -> dict[str, Any]:
    """One pair of windows, each a whole process."""
    return measure_start(office, 1, silent, per_kind=1)


@pytest.mark.journey
def test_start_measures_both_windows_and_says_what_was_imported(started: dict[str, Any]) -> None:
    figures = started
    assert figures["bare"]["cpu_ms"]["n"] == figures["frame"]["cpu_ms"]["n"] == 1
    assert figures["frame_to_bare"]["cpu"]["median"] > 0
    assert figures["ready"]["wall_ms"]["n"] == 1
    assert figures["keys_on_screen"]["wall_ms"]["n"] > figures["memory"]["searches"] > 0
    first, later = figures["imports"]["first_frame"], figures["imports"]["later"]
    assert first["packages"]["PySide6"]["modules"] > 0
    assert "sqlalchemy" in later["packages"]
    assert {"start.cpu", "start.loaded"} <= set(names(start_aims(figures)))


@pytest.mark.journey
def test_nothing_heavy_is_imported_before_the_first_frame(started: dict[str, Any]) -> None:
    early = started["imports"]["first_frame"]["packages"]
    assert early.keys().isdisjoint({"sqlalchemy", "reportlab", "httpx", "keyring", "cryptography", "stdnum"})


@pytest.mark.journey
def test_the_screen_paints_a_list_for_each_key(office: Office) -> None:
    figures = measure_screen(office, 1)
    assert figures["wall_ms"]["n"] > figures["searches"]
    assert set(figures["rss_mib"]) == {"bare", "signed_in", "searched"}
    assert names(screen_aims(figures)) == ["search.screen_p99"]


@pytest.mark.journey
@pytest.mark.postgres
def test_a_melding_goes_round_between_two_desks(folder: Path) -> None:
    figures: dict[str, Any] = measure_roundtrip(folder, 2, 60, silent)
    for name in ("saved", "receipt", "next_desk", "floor"):
        assert figures[f"{name}_wall_ms"]["n"] == 2
    assert figures["receipt_wall_ms"]["min"] > 0
    assert names(roundtrip_aims(figures)) == ["roundtrip.next_desk"]
