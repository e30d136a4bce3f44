"""A line that shows the name that was typed needs no reason; one found by a partner's name does."""

from __future__ import annotations

import pytest

from werkdesk.storage.search.shown_name import says_why


@pytest.mark.parametrize(
    ("typed", "naam"),
    [
        ("jansen", "Jansen, B. van den"),
        ("jans", "Jansen-Chaouki, E."),
        ("chaou", "Jansen-Chaouki, E."),
        ("vandenberg", "Berg, J. van den"),
        ("van den b", "Berg, J. van den"),
        ("jan willem de vries", "Vries, J. de"),
        ("elhaddad", "Haddad, S. el"),
        ("ozil", "Özil, D."),
        ("abdiwarsame", "Abdi Warsame Nuur"),
    ],
)
def test_the_name_that_was_typed_stands_there(typed: str, naam: str) -> None:
    assert says_why(typed.split(), naam)


@pytest.mark.parametrize("typed", ["jansen", "anouar jansen", "van jansen", "vanjansen"])
def test_the_name_of_a_partner_does_not(typed: str) -> None:
    assert not says_why(typed.split(), "Chaouki, A.S. ben")
