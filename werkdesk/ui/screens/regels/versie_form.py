"""The form of a new version of a rule; what is refused stands at its field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot

from werkdesk.domain.regels.catalogus import parameter
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.date_fields import Clock, day_field
from werkdesk.ui.dossier.flowing import FlowingScroll
from werkdesk.ui.kit.buttons import PlainButton, PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.field import Field, point_at
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Grid, Row
from werkdesk.ui.kit.note_field import NoteField
from werkdesk.ui.kit.pick_field import PickField
from werkdesk.ui.kit.text_field import DateField, TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.texts import explain
from werkdesk.usecases.regels.concept import NieuweVersie, Plaats
from werkdesk.usecases.regels.zinnen import old_value_in

HELP = "regels.versie"
ALL = "*"
LONGEST = 600


class VersionForm(Card):
    """``show_version``: fill it. ``asked``: Ctrl+Enter, ``gather()`` says what was typed.

    ``cancelled``: away with it. ``edited``: something was typed; ``typed()`` says what stands there now.
    """

    asked = Signal()
    cancelled = Signal()
    edited = Signal()

    def __init__(self, clock: Clock, gemeenten: tuple[str, ...], save_key: str = "") -> None:
        super().__init__()
        self.setProperty("helpKey", HELP)
        self.heading = Label(t.FORM_TITEL, "title", wrap=True)
        self._start = NieuweVersie(regel="")
        self.was: Plaats | None = None
        self.waarde = TextField(t.VELD_WAARDE, help_key="regels.waarde")
        self.eenheid = PickField(t.VELD_EENHEID, (), help_key="regels.waarde")
        places = [(ALL, t.VOOR_ALLE), *((code, t.gemeente(code)) for code in gemeenten)]
        self.gemeente = PickField(t.VELD_VOOR, places, hint=t.VOOR_WENK, help_key="regels.gemeente")
        self.vanaf = day_field(t.VELD_VANAF, clock, "vanaf", help_key="regels.periode", foot=True)
        self.tot = day_field(
            t.VELD_TOT,
            clock,
            "tot",
            remark=t.MAG_LEEG,
            hint=t.LOOPT_DOOR,
            help_key="regels.periode",
            foot=True,
        )
        self.wet = TextField(t.VELD_WET, help_key="regels.bron", foot=False)
        self.artikel = TextField(t.VELD_ARTIKEL, help_key="regels.bron", foot=False)
        self.lid = TextField(t.VELD_LID, help_key="regels.bron", foot=False)
        self.onderdeel = TextField(t.VELD_ONDERDEEL, help_key="regels.bron", foot=False)
        self.zekerheid = PickField(
            t.VELD_ZEKERHEID, t.ZEKERHEDEN, nothing=t.KIES, help_key="regels.zekerheid"
        )
        self.tekst = NoteField(
            t.VELD_TEKST,
            lines=2,
            limit=LONGEST,
            remark=t.MAG_LEEG,
            hint=t.UITLEG_WENK,
            help_key="regels.tekst",
        )
        self.fields: Mapping[str, Field] = {
            "waarde": self.waarde, "eenheid": self.eenheid, "gemeente": self.gemeente, "vanaf": self.vanaf,
            "tot": self.tot, "wet": self.wet, "artikel": self.artikel, "lid": self.lid,
            "onderdeel": self.onderdeel, "zekerheid": self.zekerheid, "tekst": self.tekst,
        }  # fmt: skip
        self.failure = Label("", tone=Tone.BAD, wrap=True)
        self.failure.hide()
        self.save = PrimaryButton(t.IN_CONCEPT, save_key)
        self.save.clicked.connect(self.asked)
        self.cancel = PlainButton(t.ANNULEREN)
        self.cancel.clicked.connect(self.cancelled)
        for field in self.fields.values():
            field.typed.connect(self._on_edited)
        self._lay_out()

    def _lay_out(self) -> None:
        fields = Grid(columns=4)
        for field, span in (
            (self.waarde, 2), (self.eenheid, 2), (self.vanaf, 2), (self.tot, 2), (self.gemeente, 2),
            (self.zekerheid, 2), (self.wet, 1), (self.artikel, 1), (self.lid, 1), (self.onderdeel, 1),
            (self.tekst, 4),
        ):  # fmt: skip
            fields.put(field, span)
        self.reading = FlowingScroll(gap=8)
        self.reading.put(fields, 1)
        self.put(self.heading)
        self.body.addWidget(self.reading, 1)
        self.put(self.failure, Row(gap=8).put(self.save, self.cancel, 1))

    def show_version(self, naam: str, start: NieuweVersie, was: Plaats | None = None) -> None:
        """Fill the form; ``was``: the change in the concept that is being changed."""
        self._start, self.was = start, was
        self.heading.setText(f"{t.FORM_TITEL}: {naam}")
        self.setAccessibleName(self.heading.text())
        for field in self.fields.values():
            field.wipe()
        self.show_failure("")
        known = parameter(start.regel)
        units = sorted(known.eenheden) if known is not None else [start.eenheid]
        self.eenheid.set_options([(unit, t.EENHEDEN.get(unit, unit)) for unit in units])
        self.eenheid.setEnabled(len(units) > 1)
        self.gemeente.setEnabled(known is not None and bool(known.peildatums))
        self.waarde.show_hint(t.wenk(start.eenheid))
        self.tekst.show_hint(t.UITLEG_WENK)
        values = {
            "waarde": start.waarde, "eenheid": start.eenheid, "gemeente": start.gemeente or ALL,
            "vanaf": _typed(start.vanaf), "tot": _typed(start.tot), "wet": start.wet,
            "artikel": start.artikel, "lid": start.lid, "onderdeel": start.onderdeel,
            "zekerheid": start.zekerheid, "tekst": start.tekst,
        }  # fmt: skip
        for name, text in values.items():
            self.fields[name].set_value(text)
        self.reading.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Go to the first field, its words chosen."""
        self.waarde.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.waarde.line.selectAll()

    def gather(self) -> NieuweVersie | None:
        """What was typed; ``None`` when a date is no date, which then says so."""
        for field in (self.vanaf, self.tot):
            if wrong := field.verdict():
                field.show_error(wrong)
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return None
        return self.typed()

    def typed(self) -> NieuweVersie:
        """What stands there, right or wrong; a date that is no date is absent."""
        place = self.gemeente.value()
        return NieuweVersie(
            regel=self._start.regel, gemeente="" if place == ALL else place, waarde=self.waarde.value(),
            eenheid=self.eenheid.value(), vanaf=_iso(self.vanaf), tot=_iso(self.tot), wet=self.wet.value(),
            artikel=self.artikel.value(), lid=self.lid.value(), onderdeel=self.onderdeel.value(),
            zekerheid=self.zekerheid.value(), tekst=self.tekst.value(),
        )  # fmt: skip

    def refuse(self, error: WerkdeskError) -> None:
        """Show what is wrong at its field, or under the form."""
        sentence = explain(error)
        if error.code == "regels.waarde":
            sentence = f"{sentence} {t.wenk(self.eenheid.value())}"
        if not point_at(self.fields, error.field, sentence):
            self.show_failure(sentence)

    @Slot(str)
    def _on_edited(self, _: str) -> None:
        self.waarde.show_hint(t.wenk(self.eenheid.value()))
        old = self.tekst.value() == self._start.tekst != ""
        self.tekst.show_hint(t.TEKST_NOG if old and self._says_more() else t.UITLEG_WENK)
        self._show_stale()
        self.edited.emit()

    def _show_stale(self) -> None:
        """A sentence that names the old value is wrong, and says so at once."""
        old = f"{self._start.waarde} {self._start.eenheid}" if self._says_more() else ""
        new = f"{self.waarde.value()} {self.eenheid.value()}"
        named = old_value_in(self.tekst.value(), old) if old else ""
        stale = named and not old_value_in(self.tekst.value(), new)
        self.tekst.show_error(t.TEKST_OUD.format(oud=named) if stale else "")

    def _says_more(self) -> bool:
        """Whether the value is another one than the sentence below it was written for."""
        return (self.waarde.value().strip(), self.eenheid.value()) != (
            self._start.waarde,
            self._start.eenheid,
        )

    @Slot(str)
    def show_failure(self, sentence: str) -> None:
        """Words under the form; empty takes them away."""
        self.failure.setText(sentence)
        self.failure.setVisible(bool(sentence))


def _typed(iso: str) -> str:
    return datum(date.fromisoformat(iso)) if iso else ""


def _iso(field: DateField) -> str:
    found = field.date_value()
    return found.isoformat() if isinstance(found, date) else ""
