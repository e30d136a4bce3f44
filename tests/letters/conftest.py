"""One press over the shipped resources for all letter tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from werkdesk.letters.press import Press
from werkdesk.letters.resources import load_resources


@pytest.fixture(scope="session")
def resources() -> Mapping[str, bytes]:
    """The letter texts and house styles as they are shipped."""
    return load_resources(Path(__file__).parents[2] / "resources")


@pytest.fixture(scope="session")
def press(resources: Mapping[str, bytes]) -> Press:
    """The press of the desk."""
    return Press(resources)
