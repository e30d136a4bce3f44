"""The terms of the agreement as a card: training, who sign, guidance, money, employer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.date_fields import Clock, day_field
from werkdesk.ui.dossier.digit_pick import DigitPick
from werkdesk.ui.dossier.flowing import FlowingScroll
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.overeenkomst.fields import ANDERS, read
from werkdesk.ui.teksten import overeenkomst as t
from werkdesk.ui.texts import explain

HELP = "overeenkomst"
Cells = tuple[tuple[str, int], ...]
GROUPS: tuple[tuple[str, tuple[Cells, ...]], ...] = (
    (
        "",
        (
            (("opleiding", 3), ("niveau", 2)),
            (("leerweg", 3), ("crebo", 2)),
            (("opleider", 3), ("opleider_plaats", 2)),
            (("doel", 1),),
            (("vraag_arbeidsmarkt", 1),),
            (("begin", 2), ("einde", 2), ("uren_per_week", 2)),
            (("dagen", 1),),
        ),
    ),
    (
        t.GROEP_PARTIJEN,
        (
            (("opleider_adres", 3), ("opleider_kvk", 2)),
            (("opleider_tekent", 1), ("gemeente_tekent", 1)),
            (("klant_vertegenwoordiger", 1), ("besluitnummer", 1)),
        ),
    ),
    (
        t.GROEP_BEGELEIDING,
        (
            (("begeleider", 1), ("begeleider_telefoon", 1)),
            (("begeleider_opleider", 3), ("begeleiding_uren", 2)),
        ),
    ),
    (
        t.GROEP_GELD,
        (
            (("betaalt", 1), ("betaalt_anders", 1)),
            (("voorgaande_bekostiging", 1),),
            (("uitkering_loopt", 1), ("doorbetalen", 1)),
        ),
    ),
    (
        t.GROEP_WERKGEVER,
        (
            (("werkgever", 3), ("werkgever_kvk", 2)),
            (("werkgever_adres", 1), ("werkgever_tekent", 1)),
            (("taken", 1),),
            (("niet_alleen", 1), ("verzekering", 1)),
            (("verdringing", 1),),
        ),
    ),
)
"""The terms as they stand under each other: (heading, rows of (field, share of the width))."""
ORDER = tuple(name for _, rows in GROUPS for row in rows for name, _ in row)
_LINES: Mapping[str, tuple[str, str]] = {
    "opleiding": (t.OPLEIDING, ""),
    "niveau": (t.NIVEAU, ""),
    "crebo": (t.CREBO, ""),
    "opleider": (t.OPLEIDER, ""),
    "opleider_plaats": (t.PLAATS, ""),
    "opleider_adres": (t.ADRES, ""),
    "opleider_kvk": (t.KVK, ""),
    "opleider_tekent": (t.TEKENT, ""),
    "doel": (t.DOEL, ""),
    "vraag_arbeidsmarkt": (t.VRAAG, t.VRAAG_UITLEG),
    "uren_per_week": (t.UREN, ""),
    "dagen": (t.DAGEN, t.DAGEN_UITLEG),
    "betaalt_anders": (t.BETAALT_ANDERS, t.BETAALT_ANDERS_UITLEG),
    "voorgaande_bekostiging": (t.VOORGAAND, t.VOORGAAND_UITLEG),
    "begeleider": (t.BEGELEIDER, ""),
    "begeleider_telefoon": (t.BEGELEIDER_TELEFOON, ""),
    "begeleider_opleider": (t.BEGELEIDER_OPLEIDER, ""),
    "begeleiding_uren": (t.BEGELEIDING_UREN, ""),
    "gemeente_tekent": (t.GEMEENTE_TEKENT, ""),
    "klant_vertegenwoordiger": (t.KLANT_VERTEGENWOORDIGER, t.KLANT_VERTEGENWOORDIGER_UITLEG),
    "werkgever": (t.WERKGEVER, ""),
    "werkgever_adres": (t.WERKGEVER_ADRES, ""),
    "werkgever_kvk": (t.WERKGEVER_KVK, ""),
    "werkgever_tekent": (t.WERKGEVER_TEKENT, ""),
    "taken": (t.TAKEN, ""),
    "niet_alleen": (t.NIET_ALLEEN, ""),
    "verzekering": (t.VERZEKERING, t.VERZEKERING_UITLEG),
    "verdringing": (t.VERDRINGING, t.VERDRINGING_UITLEG),
    "besluitnummer": (t.BESLUIT, ""),
}


class TermsCard(Card):
    """``changed()``: something was typed or left."""

    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__(t.TITEL)
        self._clock = clock
        self.by_name = self._make()
        self.pane = FlowingScroll(gap=12, margins=(0, 0, 8, 8))
        for heading, rows in GROUPS:
            if heading:
                self.pane.put(Label(heading, "strong"))
            for names in rows:
                self.pane.put(self._row(names))
        self.pane.put(1)
        self.put(Label(t.UITLEG, tone=Tone.NEUTRAL, wrap=True))
        self.body.addWidget(self.pane, 1)
        self.setFocusProxy(self.by_name["opleiding"].editor)
        self.by_name["betaalt"].typed.connect(self._show_other_payer)
        for field in self.by_name.values():
            field.typed.connect(self._tell)
            field.left.connect(self.changed)
        self._show_other_payer()

    def _make(self) -> dict[str, Field]:
        made: dict[str, Field] = {
            name: TextField(
                label, check=partial(self._verdict, name), hint=hint, help_key=f"{HELP}.{name}", foot=False
            )
            for name, (label, hint) in _LINES.items()
        }
        made["begin"] = day_field(t.BEGIN, self._clock, "begin", help_key=HELP)
        made["einde"] = day_field(t.EINDE, self._clock, "einde", help_key=HELP)
        made["leerweg"] = DigitPick(t.LEERWEG, list(t.LEERWEGEN.items()), help_key=HELP)
        made["betaalt"] = DigitPick(t.BETAALT, list(t.BETALERS.items()), help_key=f"{HELP}.betaalt")
        for name, label in (("uitkering_loopt", t.UITKERING), ("doorbetalen", t.DOORBETALEN)):
            made[name] = DigitPick(label, list(t.JA_NEE.items()), keys="JN", help_key=f"{HELP}.{name}")
        return made

    def _row(self, names: Cells) -> QWidget:
        holder = QWidget()
        row = Row(holder, gap=16)
        for name, share in names:
            row.addWidget(self.by_name[name], share, Qt.AlignmentFlag.AlignTop)
        return holder

    def texts(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: field.value() for name, field in self.by_name.items()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put these in the fields."""
        for name, field in self.by_name.items():
            field.set_value(texts.get(name, ""))
            field.show_error("")
        self._show_other_payer()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in the order in which they stand."""
        return [self.by_name[name].editor for name in ORDER]

    @Slot()
    def _show_other_payer(self, *_: str) -> None:
        """Who pays is only asked when it is none of those in the list."""
        other = self.by_name["betaalt_anders"]
        wanted = self.by_name["betaalt"].value() == ANDERS
        if not wanted:
            other.set_value("")
            other.show_error("")
        other.setVisible(wanted)

    def _tell(self, _: str) -> None:
        self.changed.emit()

    def _verdict(self, name: str, text: str) -> str:
        try:
            read(name, text, self._clock())
        except WerkdeskError as error:
            return explain(error)
        return ""
