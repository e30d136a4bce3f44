"""All widgets of the kit in one window, to be looked at: ``gallery_window()`` builds a visit as drawn.

The people and sentences in it are fictitious examples; nothing of this reaches the product.
"""

from __future__ import annotations

from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.kit.badge import Badge
from werkdesk.ui.kit.buttons import DangerButton, OutlineButton, PlainButton, PrimaryButton
from werkdesk.ui.kit.card import Card, Page, TopBar
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import ChoiceList, TickList
from werkdesk.ui.kit.date_line import DatesCard, LegalDate
from werkdesk.ui.kit.identity_card import Identity, IdentityCard
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Grid, Row
from werkdesk.ui.kit.note_field import NoteField
from werkdesk.ui.kit.pick_field import PickField
from werkdesk.ui.kit.rail import Place, Rail
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.search_box import SearchBox
from werkdesk.ui.kit.status_line import StatusLine
from werkdesk.ui.kit.sync_pill import SyncState
from werkdesk.ui.kit.text_field import DateField, DateRead, TextField
from werkdesk.ui.kit.tokens import Tone

PLACES = (
    Place("hal", "Hal", "house"),
    Place("bezoek", "Bezoek A014", "identification-card"),
    Place("klanten", "Klanten", "users"),
    Place("termijnen", "Termijnen", "clock"),
    Place("afspraken", "Afspraken", "calendar"),
    Place("werkgevers", "Werkgevers", "buildings"),
    Place("brieven", "Brieven", "envelope"),
    Place("cijfers", "Cijfers", "chart-bar"),
)


def read_date(text: str) -> DateRead | None:
    """A stand-in for the product's date reader: knows one date."""
    if not text:
        return None
    if text not in {"30-10", "30-10-2026"}:
        raise Refused("datum.onbekend")
    return DateRead("30-10-2026", "vrijdag 30 oktober 2026", text)


def explain_date(_: WerkdeskError) -> str:
    """A stand-in for ``texts.explain``."""
    return "Dit is geen datum. Typ bijvoorbeeld 3-11."


def gallery_rail() -> Rail:
    """The rail with counts."""
    rail = Rail("Werkdesk", PLACES)
    rail.show_count("hal", "7 wachten")
    rail.show_count("bezoek", "06:12")
    rail.show_count("termijnen", "3 vandaag")
    rail.show_count("brieven", "1")
    rail.go("bezoek")
    rail.show_foot("Balie 3 · raadhuis", "Amstelveen", "R. de Wit (fictief)")
    return rail


def melding_card() -> Card:
    """A form card with every kind of field."""
    card = Card("Melding", gap=4)
    grid = Grid(columns=2)
    phone = TextField("Tele&foon", help_key="melding.telefoon")
    phone.set_value("06-12 34 56 7")
    phone.show_error("Nog één cijfer: een mobiel nummer heeft er tien.")
    last_day = DateField("Laatste &werkdag", read=read_date, explain=explain_date)
    last_day.set_value("30-10")
    channel = PickField("&Kanaal", [("balie", "Balie"), ("telefoon", "Telefoon")])
    channel.set_value("balie")
    address = TextField("Verblijf&adres")
    address.set_value("Laan der Kroon 12 B, 1181 AB Amstelveen")
    mail = TextField("E-mai&l", remark="mag leeg", placeholder="naam@voorbeeld.nl")
    grid.put(channel).put(last_day).put(address, 2).put(phone).put(mail)
    told = TickList(
        "Verteld aan de klant",
        [
            ("recht", "Recht begint op de dag van melding"),
            ("plicht", "Plicht om wijzigingen door te geven"),
            ("werk", "Werk zoeken vanaf vandaag"),
            ("privacy", "Wat wij met gegevens doen"),
        ],
    )
    told.set_values(["recht", "plicht"])
    buttons = Row(gap=12)
    buttons.put(PrimaryButton("&Bewaren en verder", "Ctrl+Return"), OutlineButton("&Concept"), 1)
    card.put(grid, told, 8, buttons, 1)
    return card


def intake_card() -> Card:
    """A question with digits and a note."""
    card = Card("Korte intake", "vraag 4 van 10")
    question = ChoiceList(
        "Kan er een andere uitkering zijn?",
        [
            ("nee", "Nee"),
            ("ww", "WW aangevraagd"),
            ("ziek", "Ziektewet of WIA"),
            Option("studie", "Studiefinanciering", note="onder 27"),
            (
                "onbekend",
                "Weet de klant niet, of vertelt de klant liever later in het gesprek met de consulent",
            ),
        ],
        role="question",
    )
    question.set_value("ww")
    note = NoteField("&Toelichting", remark="geen medische gegevens", limit=300, over="Maak de tekst korter.")
    note.set_value("Beslissing UWV verwacht op 4 december")
    card.put(
        Label(
            "1 Spoed: nee · 2 Woont met partner · 3 Werk gestopt 30-10", "label", tone=Tone.NEUTRAL, wrap=True
        ),
        question,
        note,
        Label("Bewaard op deze balie om 10:11:04 · een collega kan hier verder", "label", wrap=True),
        1,
        Row(gap=8).put(PlainButton("Overslaan", "F7"), DangerButton("Verwijderen"), 1),
    )
    return card


def side_column() -> Column:
    """What runs now, papers, badges."""
    dates = DatesCard("Wat nu loopt", "Er loopt nog niets.")
    dates.show_dates(
        [
            LegalDate("Aanvraag mogelijk", "vandaag", "27 jaar of ouder · Pw 41 lid 12 · F1"),
            LegalDate(
                "Eerste voorschot uiterlijk",
                "na aanvraag",
                "4 weken · nog 1 gegeven nodig: bankafschrift",
                tone=Tone.WARN,
            ),
            LegalDate("Besluit uiterlijk", "na aanvraag", "8 weken · Awb 4:13"),
        ]
    )
    papers = Card("Papieren", gap=4)
    papers.put(
        ChoiceList(
            "",
            [
                Option("L01", "Ontvangstbevestiging", "P", "2 blz."),
                Option("L02", "Uitnodiging intake", "U"),
                Option("O01", "Opleidingsovereenkomst", "O"),
            ],
        )
    )
    earlier = Card("Eerder")
    chips = Row(gap=8).put(
        Badge("tolk", Tone.ACCENT), Badge("langst", Tone.WARN), Badge("spoed", Tone.BAD), Badge("vrij"), 1
    )
    earlier.put(Label("14-09-2024 Melding, direct aan het werk", tone=Tone.NEUTRAL, wrap=True), chips, 1)
    column = Column(gap=16)
    column.put(dates, papers, earlier, 1)
    return column


def identity_cards() -> tuple[IdentityCard, IdentityCard]:
    """An established and a not yet established identity."""
    known = IdentityCard(
        Identity(
            "Elhamdaoui-van den Berg, mw. S.",
            "Sanne · geboren 12 maart 1985 (41) · Laan der Kroon 12 B, 1181 AB Amstelveen",
            "BSN",
            "•••••3653",
            "Identiteit",
            "Paspoort gezien",
            Tone.GOOD,
            (("Taal", "Nederlands"), ("Lopende melding", "geen")),
        )
    )
    unknown = IdentityCard(
        Identity(
            "Tesfay, dhr. Y.",
            "Geboren in 1998 · geen vast adres",
            "",
            "",
            "Identiteit",
            "Identiteit niet vastgesteld",
            Tone.WARN,
            (("Taal", "Tigrinya"), ("Lopende melding", "A3-000123-K")),
        )
    )
    return known, unknown


def gallery_window() -> Page:
    """A visit as drawn: rail, top bar, identity, form, intake, side column, status line."""
    window = Page(margins=0, gap=0)
    search = SearchBox("Zoek op naam, geboortedatum, postcode, telefoon, BSN…")
    top = TopBar().put(
        search,
        Badge("Bijstand", Tone.ACCENT),
        Label("wachtte 07:20", tone=Tone.NEUTRAL),
        1,
        OutlineButton("Bezoek afronden", "Ctrl+F9"),
    )
    known, _ = identity_cards()
    columns = Row(gap=16)
    columns.addWidget(melding_card(), 10)
    columns.addWidget(intake_card(), 10)
    columns.addLayout(side_column(), 8)
    main = Page()
    main.body.put(known)
    main.body.addWidget(Scroll().put(columns), 1)
    line = StatusLine("Sluiten", timer=False)
    line.show_facts("Rekent met regels van 1 juli 2026 (versie 14)", "Printer Balie-3 gereed")
    line.pill.show_state(
        SyncState.OFFLINE, "Geen verbinding sinds 10:11 · u werkt door op deze balie · 3 wachten"
    )
    right = Column(gap=0).put(top)
    right.addWidget(main, 1)
    right.addWidget(line)
    row = Row(gap=0)
    row.addWidget(gallery_rail())
    row.addLayout(right, 1)
    window.body.addLayout(row)
    return window
