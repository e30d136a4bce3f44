"""Every letter is PDF/A-2a and PDF/UA-1, whoever it is for; and the checks notice damage."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from tests.letters.conformance import elements, failures, faults, kids, spoken
from tests.letters.examples import MAKERS, NASTY_NAMES, letter_l01
from werkdesk.letters.press import Press


@pytest.mark.parametrize("soort", sorted(MAKERS))
@pytest.mark.parametrize("name", NASTY_NAMES)
def test_every_letter_conforms_whatever_the_name(press: Press, soort: str, name: str) -> None:
    made = press.make(MAKERS[soort](name))
    assert failures(made.pdf, "2a") == []
    assert failures(made.pdf, "ua1") == []
    assert faults(made.pdf) == []


def test_a_letter_is_small(press: Press) -> None:
    for soort in ("L01", "L02"):
        assert len(press.make(MAKERS[soort]()).pdf) < 60_000


def _without_language(document: pikepdf.Pdf) -> None:
    del document.Root.Lang


def _without_tree(document: pikepdf.Pdf) -> None:
    del document.Root.StructTreeRoot


def _without_display_title(document: pikepdf.Pdf) -> None:
    del document.Root.ViewerPreferences


def _without_output_intent(document: pikepdf.Pdf) -> None:
    del document.Root.OutputIntents


def _without_xmp(document: pikepdf.Pdf) -> None:
    del document.Root.Metadata


def _with_untagged_text(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(b"BT /F1+0 10 Tf 1 0 0 1 50 50 Tm (los) Tj ET")


def _with_a_skipped_heading(document: pikepdf.Pdf) -> None:
    for element in elements(document):
        if element.S == "/H2":
            element.S = pikepdf.Name.H4


def _without_to_unicode(document: pikepdf.Pdf) -> None:
    for font in document.pages[0].Resources.Font.values():
        del font.ToUnicode


def _with_helvetica(document: pikepdf.Pdf) -> None:
    fonts = document.pages[0].Resources.Font
    fonts["/Plain"] = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    artifact = b"/Artifact BMC BT /Plain 10 Tf 1 0 0 1 50 50 Tm (los) Tj ET EMC"
    document.pages[0].contents_add(artifact)


def _with_javascript(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
    )


def _with_another_title(document: pikepdf.Pdf) -> None:
    document.docinfo["/Title"] = "Iets anders"


def _with_cells_for_headers(document: pikepdf.Pdf) -> None:
    for element in elements(document):
        if element.S == "/TH":
            element.S = pikepdf.Name.TD


def _with_a_cell_lost(document: pikepdf.Pdf) -> None:
    row = [element for element in elements(document) if element.S == "/TR"][-1]
    row.K = pikepdf.Array(kids(row)[:-1])


def _with_swapped_parents(document: pikepdf.Pdf) -> None:
    row = document.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


DAMAGE = (
    _without_language,
    _without_tree,
    _without_display_title,
    _without_output_intent,
    _without_xmp,
    _with_untagged_text,
    _with_a_skipped_heading,
    _without_to_unicode,
    _with_helvetica,
    _with_javascript,
    _with_another_title,
    _with_cells_for_headers,
    _with_a_cell_lost,
    _with_swapped_parents,
)


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__.strip("_"))
def test_damage_does_not_pass_the_checks(press: Press, damage: Callable[[pikepdf.Pdf], None]) -> None:
    with pikepdf.open(BytesIO(press.make(letter_l01()).pdf)) as document:
        damage(document)
        room = BytesIO()
        document.save(room, fix_metadata_version=False)
    assert faults(room.getvalue()) != []


def test_an_unchanged_copy_passes_the_checks(press: Press) -> None:
    with pikepdf.open(BytesIO(press.make(letter_l01()).pdf)) as document:
        room = BytesIO()
        document.save(room, fix_metadata_version=False)
    assert faults(room.getvalue()) == []


def test_a_letter_is_read_in_the_order_of_the_sheet(press: Press) -> None:
    heard = spoken(press.make(letter_l01()).pdf)
    assert heard[:2] == ["Document", "Sect"]
    assert heard.index("H1") < heard.index("H2") < heard.index("Table") < heard.index("L")
    assert heard.count("TH") == 3
    assert heard.count("TD") == 6
