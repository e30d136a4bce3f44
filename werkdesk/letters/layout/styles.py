"""The type scale of a letter in the colours of a house style."""

from __future__ import annotations

from dataclasses import dataclass

from werkdesk.letters.document import Role
from werkdesk.letters.house_style import HouseStyle
from werkdesk.letters.layout.measures import Style


@dataclass(frozen=True, slots=True)
class Styles:
    """Body text is 10.5 points: with the tall x-height of this face, as large to the eye as 11 or 12."""

    title: Style
    heading: Style
    subheading: Style
    body: Style
    small: Style
    item: Style
    cell: Style
    head: Style
    note: Style
    label: Style

    def of(self, role: Role) -> Style:
        """The style of a line with this role."""
        return {
            Role.HEADING: self.heading,
            Role.SUBHEADING: self.subheading,
            Role.SMALL: self.small,
        }.get(role, self.body)


def styles_of(house: HouseStyle, *, tight: bool = False) -> Styles:
    """The scale for one gemeente. ``tight``: of a sheet that should stay one page; never below 10 points."""
    if tight:
        return Styles(
            title=Style(15, 19, house.accent, bold=True, after=6),
            heading=Style(11, 14.5, house.accent, bold=True, before=8, after=1.5),
            subheading=Style(10, 13.4, house.ink, bold=True, before=5, after=1),
            body=Style(10, 13.4, house.ink, after=4.5),
            small=Style(10, 13, house.soft, after=3),
            item=Style(10, 13.4, house.ink, after=1.5),
            cell=Style(10, 13, house.ink, before=2.2, after=2.6),
            head=Style(10, 13, house.accent, bold=True, before=2.2, after=2.6),
            note=Style(8.5, 11.5, house.soft),
            label=Style(10, 13, house.soft),
        )
    return Styles(
        title=Style(15, 20, house.accent, bold=True, after=9),
        heading=Style(11.5, 15.5, house.accent, bold=True, before=9, after=2),
        subheading=Style(10.5, 14.5, house.ink, bold=True, before=6, after=1),
        body=Style(10.5, 14.5, house.ink, after=6),
        small=Style(10, 13.5, house.soft, after=4),
        item=Style(10.5, 14.5, house.ink, after=2),
        cell=Style(10, 13.5, house.ink, before=3.5, after=4),
        head=Style(10, 13.5, house.accent, bold=True, before=3.5, after=4),
        note=Style(8.5, 11.5, house.soft),
        label=Style(10, 13.5, house.soft),
    )
