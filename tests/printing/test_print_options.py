"""What may be asked of a printer."""

from __future__ import annotations

import pytest

from werkdesk.errors import Refused
from werkdesk.workstation.printing.printer import PrintOptions


@pytest.mark.parametrize("title", ["M-3-0147-K/a", "O-12-0012-R", "M-3-0147-K_1.2"])
def test_a_reference_is_a_title(title: str) -> None:
    assert PrintOptions(title=title).title == title


@pytest.mark.parametrize(
    "title",
    ["", "Fictief", "Anna Fictief", "brief aan Fictief 3", "-o raw1", "M-3\n0147", "é1", "1" * 65],
)
def test_a_name_is_no_title(title: str) -> None:
    with pytest.raises(Refused) as caught:
        PrintOptions(title=title)
    assert (caught.value.code, caught.value.field) == ("afdruk.titel", "title")


@pytest.mark.parametrize("copies", [0, -1, 21, 10_000])
def test_the_number_of_copies_has_limits(copies: int) -> None:
    with pytest.raises(Refused) as caught:
        PrintOptions(title="M-3-0147-K", copies=copies)
    assert (caught.value.code, caught.value.field) == ("afdruk.exemplaren", "copies")


@pytest.mark.parametrize("tray", ["", "Manual -o x", "a=b", "-x", "lade 2"])
def test_a_tray_cannot_smuggle_another_option(tray: str) -> None:
    with pytest.raises(Refused) as caught:
        PrintOptions(title="M-3-0147-K", tray=tray)
    assert (caught.value.code, caught.value.field) == ("afdruk.lade", "tray")
