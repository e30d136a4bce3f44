"""The virtual printer, once for all printing tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.printing.print_chain import Chain, missing, running_chain


@pytest.fixture(scope="session")
def chain() -> Iterator[Chain]:
    """A real CUPS with a real IPP printer behind it, or a skip that says why not."""
    reason = missing()
    if reason is not None:
        pytest.skip(reason)
    with running_chain() as running:
        yield running
