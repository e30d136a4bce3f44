"""Several given names in the search box. Everybody is fictitious."""

from __future__ import annotations

import pytest

from tests.storage.acts import enrolled, facts, save
from werkdesk.storage.cache import CacheHandles

PEOPLE = (
    facts("Vries", "Anne-Marie", prefix="de"),
    facts("Vries", "Jan Willem", prefix="de"),
    facts("Vries", "Jan", prefix="de"),
    facts("Jan", "Denise"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("anne-marie de vries", ["Vries, A. de"]),
        ("anne marie vries", ["Vries, A. de"]),
        ("de vries, anne-marie", ["Vries, A. de"]),
        ("vries jan willem", ["Vries, J. de", "Vries, J.W. de"]),
        ("jan willem de vries", ["Vries, J. de", "Vries, J.W. de"]),
        ("jan de vries", ["Vries, J. de", "Vries, J.W. de"]),
    ],
)
def test_a_second_given_name_does_not_hide_somebody(
    cache: CacheHandles, typed: str, found: list[str]
) -> None:
    save(cache, *(enrolled(one) for one in PEOPLE))
    exact = [hit.naam for hit in cache.overzichten.zoek(typed) if hit.waarom is None]
    assert sorted(exact) == found
