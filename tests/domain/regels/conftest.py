"""The shipped rule tables, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkdesk.domain.regels.gevallen import Evaluator
from werkdesk.domain.regels.kalender import Kalender
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.termijn import TermijnRekenaar

TABLES = Path(__file__).parents[3] / "resources" / "regels"


@pytest.fixture(scope="session")
def tabellen() -> dict[str, bytes]:
    """Every shipped table file by name."""
    return {file.name: file.read_bytes() for file in TABLES.glob("*.toml")}


@pytest.fixture(scope="session")
def regels(tabellen: dict[str, bytes]) -> RegelSet:
    """The shipped rule set."""
    return load_tables(tabellen)


@pytest.fixture(scope="session")
def evaluator(regels: RegelSet) -> Evaluator:
    """Rule cases under the shipped rules, for every gemeente."""
    return Evaluator(regels)


@pytest.fixture(scope="session")
def rekenaar(regels: RegelSet) -> TermijnRekenaar:
    """Terms under the shipped rules, with the calendar of the Atw."""
    return TermijnRekenaar(regels, Kalender(regels))
