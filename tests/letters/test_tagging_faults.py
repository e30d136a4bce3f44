"""What plain ReportLab output lacks or does wrong, one test a fault: the tagging layer must have mended it.

ReportLab is pinned to one minor version; when that is raised, these tests tell which of its internals moved.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from tests.letters.conformance import elements, kids
from werkdesk.letters.tagging.about import About
from werkdesk.letters.tagging.colour_profile import srgb_profile
from werkdesk.letters.tagging.content import Artifact
from werkdesk.letters.tagging.objects import Stream
from werkdesk.letters.tagging.tagged_pdf import TaggedPdf
from werkdesk.letters.tagging.to_unicode import to_unicode_map
from werkdesk.letters.tagging.tree import Tag, Trait
from werkdesk.letters.typeface import letter_typeface

ABOUT = About(
    title="Proef <&> ë",
    author="Gemeente",
    subject="Proef",
    keywords="p",
    language="nl-NL",
    made=date(2026, 2, 3),
)
BLACK = (0.0, 0.0, 0.0)
RARE = "".join(chr(code) for code in range(0x100, 0x180)) + "".join(chr(code) for code in range(0x400, 0x460))


@pytest.fixture(scope="module")
def made() -> bytes:
    """Two pages.

    A title, a paragraph over both, a small table, a foot on each, more letters than one subset.
    """
    face = letter_typeface().regular
    pdf = TaggedPdf(ABOUT, letter_typeface().faces)
    title, paragraph = pdf.root.add(Tag.TITLE), pdf.root.add(Tag.PARAGRAPH)
    table = pdf.root.add(Tag.TABLE)
    head, row = table.add(Tag.ROW), table.add(Tag.ROW)
    for number in range(2):
        content = pdf.new_page(595, 842)
        if number == 0:
            content.enter(title)
            content.text(50, 800, "Proef", letter_typeface().bold, 14, BLACK)
        content.enter(paragraph)
        content.text(50, 700, RARE, face, 8, BLACK)
        if number == 1:
            content.enter(head.add(Tag.HEADER_CELL, Trait.COLUMN_HEADER))
            content.text(50, 600, "Wat", face, 10, BLACK)
            content.enter(Artifact.LAYOUT)
            content.box(50, 590, 100, 1, BLACK)
            content.enter(row.add(Tag.CELL))
            content.text(50, 570, "Dit", face, 10, BLACK)
        content.enter(Artifact.FOOTER)
        content.text(50, 30, f"pagina {number + 1} van 2", face, 8, BLACK)
    pdf.root.add(Tag.PARAGRAPH)  # nothing is ever painted for it
    return pdf.finish()


def operators(sheet: pikepdf.Page) -> list[tuple[Any, str]]:
    """Operands and operators of a page."""
    return [(step.operands, str(step.operator)) for step in pikepdf.parse_content_stream(sheet)]


@pytest.fixture
def opened(made: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(made))


def test_a_paragraph_over_two_pages_is_one_element(opened: pikepdf.Pdf) -> None:
    paragraph = next(element for element in elements(opened) if element.S == "/P")
    assert [kid.Pg.objgen for kid in kids(paragraph)] == [sheet.obj.objgen for sheet in opened.pages]


def test_all_painting_stands_in_marked_content(opened: pikepdf.Pdf) -> None:
    for sheet in opened.pages:
        depth = 0
        for operands, name in operators(sheet):
            depth += {"BDC": 1, "EMC": -1}.get(name, 0)
            assert depth in {0, 1}
            if name in {"Tj", "re", "f"}:
                assert depth == 1, (operands, name)
        assert depth == 0


def test_rules_and_feet_are_artifacts_and_the_foot_says_so(opened: pikepdf.Pdf) -> None:
    marks = Counter(
        str(operands[1].get("/Subtype", operands[1].Type))
        for sheet in opened.pages
        for operands, operator in operators(sheet)
        if operator == "BDC" and str(operands[0]) == "/Artifact"
    )
    assert marks == {"/Footer": 2, "/Layout": 1}


def test_elements_without_content_are_left_out(opened: pikepdf.Pdf) -> None:
    assert [str(element.S) for element in elements(opened)].count("/P") == 1


def test_catalog_and_pages_keep_the_entries_reportlab_drops(opened: pikepdf.Pdf) -> None:
    assert opened.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert bool(opened.Root.MarkInfo.Marked)
    assert [int(sheet.StructParents) for sheet in opened.pages] == [0, 1]
    assert {str(sheet.Tabs) for sheet in opened.pages} == {"/S"}
    assert opened.pdf_version == "1.7"


def test_the_title_is_shown_in_the_window(opened: pikepdf.Pdf) -> None:
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert str(opened.docinfo.Title) == "Proef <&> ë"
    assert str(opened.Root.Lang) == "nl-NL"


def test_an_end_of_line_stands_before_every_endstream(made: bytes) -> None:
    ends = [made[found.start() - 1 : found.start()] for found in re.finditer(rb"endstream", made)]
    assert len(ends) > 8
    assert set(ends) == {b"\n"}


def test_stream_lengths_do_not_count_that_end_of_line(opened: pikepdf.Pdf) -> None:
    for stream in opened.objects:
        if isinstance(stream, pikepdf.Stream):
            assert int(stream.Length) == len(stream.read_raw_bytes())


def test_no_code_leads_to_a_sign_without_a_meaning(opened: pikepdf.Pdf) -> None:
    for font in opened.pages[0].Resources.Font.values():
        text = font.ToUnicode.read_bytes().decode("ascii")
        targets = [int(target, 16) for target in re.findall(r"<[0-9A-F]{2}> <([0-9A-F]{4})>", text)]
        assert len(targets) > 90
        assert min(targets) >= 0x20


def test_blocks_of_the_unicode_map_hold_at_most_a_hundred_rows() -> None:
    text = to_unicode_map("X", range(0x20, 0x20 + 256)).decode("ascii")
    sizes = [int(size) for size in re.findall(r"(\d+) beginbfchar", text)]
    assert sum(sizes) == 256 - 1  # all but DELETE
    assert max(sizes) == 100


def test_a_sign_beyond_the_first_plane_becomes_a_pair_in_the_unicode_map() -> None:
    assert b"<00> <D83DDE00>" in to_unicode_map("X", [0x1F600])


def test_more_than_256_letters_become_two_subsets_that_both_read_back(opened: pikepdf.Pdf) -> None:
    fonts = [font for name, font in opened.pages[0].Resources.Font.items() if "Regular" in str(font.BaseFont)]
    assert len(fonts) == 2
    assert len({str(font.BaseFont) for font in fonts}) == 2


def test_no_font_is_left_outside_the_file(opened: pikepdf.Pdf) -> None:
    for font in opened.pages[0].Resources.Font.values():
        assert font.Subtype == "/TrueType"
        assert len(font.FontDescriptor.FontFile2.read_bytes()) == int(font.FontDescriptor.FontFile2.Length1)
        assert len(font.Widths) == int(font.LastChar) - int(font.FirstChar) + 1


def test_the_metadata_stream_has_no_filter(opened: pikepdf.Pdf) -> None:
    assert "/Filter" not in opened.Root.Metadata
    packet = opened.Root.Metadata.read_raw_bytes().decode("utf-8")
    assert "<pdfaid:part>2</pdfaid:part>" in packet
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "Proef &lt;&amp;&gt; ë" in packet


def test_no_stream_is_wrapped_in_ascii85(made: bytes) -> None:
    assert b"ASCII85" not in made


def test_the_time_in_the_file_is_the_date_of_the_letter(opened: pikepdf.Pdf) -> None:
    assert str(opened.docinfo.CreationDate) == "D:20260203000000+00'00'"
    assert "<xmp:CreateDate>2026-02-03T00:00:00+00:00" in opened.Root.Metadata.read_raw_bytes().decode()


def test_the_colour_profile_is_a_version_2_display_profile_of_srgb() -> None:
    profile = srgb_profile()
    assert struct.unpack(">I", profile[:4])[0] == len(profile) < 3000
    assert profile[8:12] == b"\x02\x10\0\0"
    assert profile[12:24] == b"mntrRGB XYZ "
    assert profile[36:40] == b"acsp"
    count = struct.unpack(">I", profile[128:132])[0]
    tags = [struct.unpack(">4sII", profile[132 + 12 * at : 144 + 12 * at]) for at in range(count)]
    assert {name for name, _, _ in tags} >= {b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC"}
    assert all(place % 4 == 0 and place + size <= len(profile) for _, place, size in tags)


def test_painting_outside_marked_content_is_a_defect() -> None:
    pdf = TaggedPdf(ABOUT, letter_typeface().faces)
    content = pdf.new_page(595, 842)
    with pytest.raises(AssertionError):
        content.text(1, 1, "los", letter_typeface().regular, 10, BLACK)
    with pytest.raises(AssertionError):
        content.box(1, 1, 1, 1, BLACK)


@pytest.mark.parametrize(
    ("data", "end"), [(b"x", b"\n"), (b"x\n", b"\n"), (b"x\r", b"\r\n"), (b"\r\r", b"\r\n")]
)
def test_the_end_of_a_stream_can_be_told_from_its_data(data: bytes, end: bytes) -> None:
    written = Stream(data, compress=False).format(None)
    assert written.endswith(b"stream\n" + data + end + b"endstream\n")
    assert f"/Length {len(data)}".encode() in written
