"""The other half of the gallery: reception with a table, results, panels, cover, preview, notices, menus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from werkdesk.ui.kit.badge import Badge
from werkdesk.ui.kit.buttons import OutlineButton, PlainButton, PrimaryButton
from werkdesk.ui.kit.card import Card, Page, TopBar
from werkdesk.ui.kit.cover import Cover
from werkdesk.ui.kit.gallery import gallery_rail, identity_cards
from werkdesk.ui.kit.hits import Hit, HitsPanel
from werkdesk.ui.kit.icons import icon
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.page_view import PageView
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.search_box import SearchBox
from werkdesk.ui.kit.side_panel import HelpPanel, KeyCard
from werkdesk.ui.kit.status_line import StatusLine
from werkdesk.ui.kit.sync_pill import SyncPill, SyncState
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone


@dataclass(frozen=True, slots=True)
class Waiting:
    """A fictitious row of the hall."""

    number: str
    about: str
    wait: str
    who: str
    chip: str = ""
    tone: Tone = Tone.ACCENT


QUEUE = (
    Waiting("A014", "Bijstand", "12:40", "nog onbekend", "langst", Tone.WARN),
    Waiting("A015", "Afspraak 10:15", "05:10", "Tesfay, dhr. Y. · Tigrinya", "tolk"),
    Waiting("J003", "Jongere onder 27", "04:55", "nog onbekend"),
    Waiting("A016", "Stukken afgeven", "03:20", "Jansen, mw. P."),
    Waiting("W003", "Werkgever", "02:48", "—"),
    Waiting("A017", "Omscholing", "01:31", "nog onbekend"),
    Waiting("A018", "Bijstand", "00:20", "nog onbekend", "spoed: geen onderdak", Tone.BAD),
)

HITS = (
    Hit(
        1,
        "Elhamdaoui-van den Berg, mw. S.",
        "12 maart 1985 · 1181 AB 12 B",
        (("open: 1 melding", Tone.ACCENT),),
    ),
    Hit(2, "El Hamdaoui, dhr. K.", "03 november 1979 · 1183 ZX 7", (("nog niet verzonden", Tone.WARN),)),
    Hit(3, "Berg, mw. A. van den", "00-00-1985 · geen vast adres"),
)

HELP = """De zoektermijn is vier weken. In die tijd zoekt iemand onder 27 jaar zelf naar werk of een
opleiding.

# Voor wie geldt dit niet?
- Iemand die praktijkonderwijs of voortgezet speciaal onderwijs volgde, korter dan een jaar geleden.
- Iemand die in het doelgroepregister staat.

# Waar staat dit?
Participatiewet, artikel 41 lid 4."""


def queue_table() -> QuietTable:
    """The waiting people."""
    columns = (
        TableColumn("Nummer", lambda row: row.number, 90, "strong"),
        TableColumn("Vraag", lambda row: row.about, 160),
        TableColumn("Wacht", lambda row: row.wait, 80, right=True),
        TableColumn("Voor wie", lambda row: row.who),
        TableColumn("", lambda row: row.chip, 190, "chip", lambda row: row.tone),
    )
    table = QuietTable("Wachtend", columns, key=lambda row: row.number, nothing="Er wacht niemand.")
    table.show_rows(QUEUE)
    table.choose("A014")
    return table


def hall_page() -> Page:
    """Reception as drawn."""
    page = Page()
    waiting = Card("Wachtend")
    waiting.head.addWidget(PrimaryButton("Roep A014 &op", "F8", icon="phone-call"))
    waiting.put(Label("langste wacht 12:40 · gemiddeld vandaag 06:05", tone=Tone.NEUTRAL), queue_table())
    today = Card("Vandaag")
    figures = Row(gap=8)
    for figure, words in (("19", "bezoeken"), ("4", "meldingen"), ("11", "brieven")):
        column = Column(gap=0)
        for label in (Label(figure, "figure"), Label(words, tone=Tone.NEUTRAL)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        figures.addLayout(column)
    today.put(figures, 1)
    pills = Card("Verbinding")
    for state, text in (
        (SyncState.UP_TO_DATE, "Bijgewerkt 3 seconden geleden"),
        (SyncState.BUSY, "Bezig met verzenden · nog 12"),
        (SyncState.OFFLINE, "Geen verbinding sinds 10:11 · 3 wachten"),
        (SyncState.QUESTION, "Vraag voor u: wie heeft gelijk?"),
    ):
        pill = SyncPill()
        pill.show_state(state, text)
        pills.put(pill)
    pills.put(1)
    empty = Card("Straks terug")
    empty.put(
        QuietTable("Straks terug", (TableColumn("", str),), key=str, nothing="Niemand komt straks terug.")
    )
    side = Column(gap=16).put(today, pills)
    side.addWidget(empty, 1)
    row = Row(gap=16)
    row.addWidget(waiting, 7)
    row.addLayout(side, 3)
    page.body.addLayout(row, 1)
    return page


def hall_window() -> QWidget:
    """The hall with menus, open results, a notice with undo."""
    window = Page(margins=0, gap=0)
    menus = QMenuBar()
    for title in ("&Bezoek", "&Klant", "&Papier", "B&eeld", "&Help"):
        menus.addMenu(title)
    search = SearchBox("Zoek op naam, geboortedatum, postcode, telefoon, BSN…")
    search.setText("elham")
    top = TopBar().put(search, 1, OutlineButton("Nieuw nummer", "Ctrl+T", icon="ticket"))
    line = StatusLine("Sluiten", timer=False)
    line.notify(Notice("Bezoek A013 is afgerond.", Tone.GOOD, "Ongedaan maken", lambda: None, 10))
    line.pill.show_state(SyncState.UP_TO_DATE, "Bijgewerkt 3 seconden geleden")
    page = hall_page()
    right = Column(gap=0).put(menus, top)
    right.addWidget(page, 1)
    right.addWidget(line)
    rail = gallery_rail()
    rail.go("hal")
    row = Row(gap=0)
    row.addWidget(rail)
    row.addLayout(right, 1)
    window.body.addLayout(row, 1)
    hits = HitsPanel(
        "Gevonden", nothing="Niemand gevonden.", more=lambda count: f"{count} nieuwe", parent=window
    )
    hits.foot.put(PlainButton("Nieuwe klant", "Ctrl+Shift+N", icon="user-plus"), 1)
    hits.anchor_to(search, window)
    hits.expect("elham")
    hits.show_hits("elham", HITS[:2])
    hits.show_hits("elham", HITS, fresh=False)
    return window


def panels_window() -> Page:
    """Warned identity card, preview, help, and a menu that is open."""
    page = Page()
    _, unknown = identity_cards()
    preview = Card("Voorbeeld", "Ontvangstbevestiging · 2 bladzijden")
    view = PageView("Voorbeeld van de brief", lambda number, count: f"Bladzijde {number} van {count}")
    view.show_pages(2, _sample_page)
    preview.put(view, Row(gap=12).put(PrimaryButton("Afdrukken", "Enter"), OutlineButton("Terug", "Esc"), 1))
    preview.body.setStretch(0, 1)
    keys = Card("Toetsen")
    keys.put(Badge("nieuw", Tone.GOOD), 1)
    row = Row(gap=16)
    row.addWidget(preview, 3)
    row.addWidget(keys, 2)
    page.body.put(unknown)
    page.body.addLayout(row, 1)
    help_panel = HelpPanel(page, "", "Sluiten")
    help_panel.show_help("Zoektermijn", HELP)
    return page


def keys_window() -> Page:
    """The key card over an empty page."""
    page = Page()
    page.body.put(1)
    card = KeyCard(page, "Toetsen", "Sluiten")
    card.show_keys(
        (
            (
                "Bezoek",
                (("F8", "Volgende oproepen"), ("Shift+F8", "Nog een keer oproepen"), ("Ctrl+F9", "Afronden")),
            ),
            (
                "Klant",
                (("F3", "Zoeken"), ("Ctrl+Shift+N", "Nieuwe klant na zoeken"), ("Ctrl+Return", "Bewaren")),
            ),
        )
    )
    return page


def cover_window() -> Cover:
    """Signing in."""
    cover = Cover("Werkdesk", "Aanmelden", "Kies uw naam en typ uw pincode.", "Balie 3 · raadhuis Amstelveen")
    name = TextField("&Naam", placeholder="bijvoorbeeld R. de Wit")
    name.set_value("R. de Wit (fictief)")
    pin = TextField("&Pincode", secret=True)
    pin.set_value("123456")
    pin.show_error("Deze pincode klopt niet. Probeer het nog een keer.")
    cover.put(name, pin, PrimaryButton("Aanmelden", "Enter", icon="lock"))
    return cover


def sample_menu() -> QMenu:
    """A menu with icons, a key and a line."""
    menu = QMenu()
    menu.addAction(icon("phone-call"), "Volgende oproepen").setShortcut("F8")
    menu.addAction(icon("ticket"), "Nieuw nummer").setShortcut("Ctrl+T")
    menu.addSeparator()
    menu.addAction(icon("printer"), "Afdrukken").setEnabled(False)
    return menu


def _sample_page(_: int, width: int) -> QImage:
    image = QImage(width, round(width * 297 / 210), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for line in range(12):
        painter.fillRect(
            width // 10, width // 4 + line * width // 16, width * 7 // 10, width // 80, Qt.GlobalColor.gray
        )
    painter.end()
    return image
