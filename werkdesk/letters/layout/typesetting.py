"""One letter, from its parts to the bytes of a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from werkdesk.domain.brief import Ondertekenaar
from werkdesk.letters.document import (
    Grid,
    LetterClosing,
    Listing,
    PageBreak,
    Part,
    Passage,
    Run,
    SignatureBoxes,
)
from werkdesk.letters.house_style import HouseStyle
from werkdesk.letters.layout.address import fit_address, paint_address
from werkdesk.letters.layout.grids import grid_strips
from werkdesk.letters.layout.guides import paint_guides
from werkdesk.letters.layout.letterhead import (
    paint_contact,
    paint_foot,
    paint_next_head,
    paint_references,
    paint_wordmark,
)
from werkdesk.letters.layout.measures import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, TEXT_WIDTH, TOP, mm
from werkdesk.letters.layout.pagination import Placed, paginate
from werkdesk.letters.layout.passages import listing_strips, paragraph, passage_strips
from werkdesk.letters.layout.pen import Pen
from werkdesk.letters.layout.person_block import fit_person, paint_person
from werkdesk.letters.layout.signatures import closing_strips, signature_strips
from werkdesk.letters.layout.strips import Strip, keep_with_next
from werkdesk.letters.layout.styles import Styles, styles_of
from werkdesk.letters.tagging.about import About
from werkdesk.letters.tagging.tagged_pdf import TaggedPdf
from werkdesk.letters.tagging.tree import Element, Tag
from werkdesk.letters.template.blocks import Form
from werkdesk.letters.typeface import letter_typeface

_LETTER_REFERENCES, _LETTER_TEXT = mm(96), mm(112)
_AGREEMENT_REFERENCES, _AGREEMENT_TEXT = mm(40), mm(56)
_SHEET_REFERENCES, _SHEET_TEXT = mm(37), mm(50)
_STARTS = {
    Form.LETTER: (_LETTER_REFERENCES, _LETTER_TEXT),
    Form.AGREEMENT: (_AGREEMENT_REFERENCES, _AGREEMENT_TEXT),
    Form.SHEET: (_SHEET_REFERENCES, _SHEET_TEXT),
    Form.PROOF: (_LETTER_REFERENCES, _LETTER_TEXT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Everything that is to be set.

    ``salutation`` and ``address`` are for a letter and a sheet; an agreement has neither.
    """

    about: About
    house: HouseStyle
    subject: str
    references: tuple[tuple[str, str], ...]
    foot: str
    form: Form
    by_hand: bool
    address: tuple[str, ...]
    salutation: str
    parts: tuple[Part, ...]
    signer: Ondertekenaar


def typeset(letter: Letter, *, compress: bool = True) -> tuple[bytes, int]:
    """The PDF and its number of pages. Raises what ``fit_address`` and ``fit_person`` raise."""
    styles = styles_of(letter.house, tight=letter.form is Form.SHEET)
    pdf = TaggedPdf(letter.about, letter_typeface().faces, compress=compress)
    sheet = pdf.root.add(Tag.SECTION)
    text = pdf.root.add(Tag.SECTION)
    head = _head(letter, styles)
    references, start = _STARTS[letter.form]
    pages = paginate(_strips(text, letter, styles), start, TOP, PAGE_HEIGHT - BOTTOM)
    for number, placed in enumerate(pages, start=1):
        pen = Pen(pdf.new_page(PAGE_WIDTH, PAGE_HEIGHT))
        if number == 1:
            if not letter.house.preprinted:
                paint_wordmark(sheet, pen, letter.house)
            head(sheet, pen)
            paint_references(sheet, pen, letter.references, references, styles)
        else:
            paint_next_head(pen, letter.house, letter.subject, styles)
        _paint(placed, pen)
        paint_foot(pen, letter.house, letter.foot, f"pagina {number} van {len(pages)}", styles)
    return pdf.finish(), len(pages)


def _head(letter: Letter, styles: Styles) -> Callable[[Element, Pen], None]:
    """What paints name, address and contact; everything is fitted before the first page begins."""
    house = letter.house
    if letter.form in (Form.LETTER, Form.PROOF):
        address = fit_address(letter.address, house, by_hand=letter.by_hand)

        def window(sheet: Element, pen: Pen) -> None:
            paint_address(sheet, pen, house, address, by_hand=letter.by_hand)
            if letter.form is Form.PROOF:
                paint_guides(sheet, pen, house, styles)
            else:
                paint_contact(sheet, pen, house, styles)

        return window
    person = fit_person(letter.address, house) if letter.form is Form.SHEET else None

    def beside(sheet: Element, pen: Pen) -> None:
        if person is not None:
            paint_person(sheet, pen, person, styles)

    return beside


def _paint(placed: Sequence[Placed], pen: Pen) -> None:
    for item in placed:
        pen.echo = item.again
        item.strip.paint(pen, item.top)
        pen.echo = False


def _strips(parent: Element, letter: Letter, styles: Styles) -> list[Strip]:
    title = paragraph(parent.add(Tag.TITLE), (Run(letter.subject),), styles.title, LEFT, TEXT_WIDTH)
    strips = keep_with_next(title)
    white = styles.title.after
    if letter.salutation:
        greeting = (Run(letter.salutation + ","),)
        strips += _below(white, paragraph(parent.add(Tag.PARAGRAPH), greeting, styles.body, LEFT, TEXT_WIDTH))
        white = styles.body.after
    new_page = False
    for part in letter.parts:
        if isinstance(part, PageBreak):
            new_page = True
            continue
        if isinstance(part, LetterClosing | SignatureBoxes):
            # Nobody signs a sheet without text: what stands above goes along.
            strips = keep_with_next(strips)
        before, after = _white(part, styles)
        made = _below(max(white, before), _part(parent, part, letter, styles))
        if new_page and made:
            made = [replace(made[0], new_page=True), *made[1:]]
            new_page = False
        strips += made
        white = after
    return strips


def _part(
    parent: Element,
    part: Passage | Listing | Grid | SignatureBoxes | LetterClosing,
    letter: Letter,
    styles: Styles,
) -> list[Strip]:
    match part:
        case Passage():
            return passage_strips(parent, part, styles)
        case Listing():
            return listing_strips(parent, part, styles)
        case Grid():
            return grid_strips(parent, part, styles, letter.house.line)
        case SignatureBoxes():
            return signature_strips(parent, part, styles, letter.house.line)
        case LetterClosing():
            return closing_strips(parent, letter.signer, styles)
        case _:
            assert_never(part)


def _white(part: Part, styles: Styles) -> tuple[float, float]:
    """White above and below a part; the larger of two neighbours counts."""
    match part:
        case Passage():
            style = styles.of(part.role)
            return style.before, style.after
        case Listing():
            return 2, styles.body.after
        case SignatureBoxes():
            return 11, styles.body.after
        case Grid():
            return 4, styles.body.after + 4
        case _:
            return 8, 12


def _below(white: float, strips: list[Strip]) -> list[Strip]:
    return [replace(strips[0], before=white), *strips[1:]] if strips else []
