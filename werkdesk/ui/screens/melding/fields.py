"""The fields of the melding on screen, in the order in which a colleague asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.date_fields import day_field
from werkdesk.ui.dossier.digit_pick import DigitPick
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import ChoiceList, TickList
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.note_field import NoteField
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.melding.form import FIELDS, JA, LATER_KANALEN, LONGEST_NOTE, read
from werkdesk.ui.teksten import melding as t
from werkdesk.ui.teksten.woorden import GEMEENTEN
from werkdesk.ui.texts import explain

Editor = Field | ChoiceList

PARTNER = ("partner_naam", "partner_voornamen", "partner_geboren", "partner_bsn")
YOUNG = ("uitzondering", "ww_eindigt")
MORE = ("afgewezen_op", "eerdere_melding", "beeindigd_op", "toelichting")
WIDER = {"gemeld_op": 12, "reden": 12, "email": 11, "bevestiging": 12}
HELP = "melding"


class MeldingFields(QWidget):
    """``changed(str)``: the person changed this field. ``went_on()``: a digit answered; the next field has
    the focus already."""

    changed = Signal(str)

    def __init__(self, clock: Callable[[], datetime], gemeenten: Sequence[str]) -> None:
        super().__init__()
        self._clock = clock
        self._gemeenten = list(gemeenten)
        self.by_name: dict[str, Editor] = self._make()
        self._tidy = {"telefoon": self._tidy_phone, "email": self._tidy_mail}
        self._lay_out()
        for name, editor in self.by_name.items():
            self._listen(name, editor)
        self.show_more(False)
        self.show_young(None)

    def _make(self) -> dict[str, Editor]:
        day = partial(self._day)
        self.address = TickList(t.ADRES_VRAAG, [_still("")], role="label", help_key=f"{HELP}.adres")
        self.told = TickList(t.VERTELD, [(one.value, words) for one, words in t.UITLEG.items()])
        self.told.setProperty("helpKey", f"{HELP}.uitleg")
        self.no_address = Label("", "label", tone=Tone.WARN, wrap=True)
        self.no_address.hide()
        made: dict[str, Editor] = {
            "kanaal": self._pick(t.KANAAL, "kanaal", [(k.value, w) for k, w in t.KANALEN.items()]),
            "gemeld_op": self._text(t.GEMELD_OP, "gemeld_op"),
            "adres": self.address,
            "telefoon": self._text(t.TELEFOON, "telefoon"),
            "reden": self._pick(t.REDEN, "reden", [(r.value, w) for r, w in t.REDENEN.items()]),
            "laatste_werkdag": day(t.WERKDAG, "laatste_werkdag"),
            "email": self._text(t.EMAIL, "email", remark=t.MAG_LEEG),
            "partner": self._pick(t.PARTNER, "partner", t.JA_NEE, keys="JN"),
            "kinderen": self._text(t.KINDEREN, "kinderen"),
            "partner_naam": self._text(t.PARTNER_NAAM, "partner_naam"),
            "partner_voornamen": self._text(t.PARTNER_VOORNAMEN, "partner_voornamen", remark=t.MAG_LEEG),
            "partner_geboren": self._text(t.PARTNER_GEBOREN, "partner_geboren"),
            "partner_bsn": self._text(t.PARTNER_BSN, "partner_bsn", remark=t.MAG_LEEG),
            "uitzondering": self._pick(
                t.UITZONDERING, "uitzondering", [(u.value, w) for u, w in t.UITZONDERINGEN.items()]
            ),
            "ww_eindigt": day(t.WW, "ww_eindigt"),
            "uitleg": self.told,
            "bevestiging": self._pick(
                t.BEVESTIGING, "bevestiging", [(b.value, w) for b, w in t.BEVESTIGINGEN.items()]
            ),
            "gemeente": self._pick(t.GEMEENTE, "gemeente", self._gemeente_options()),
            "aanvraag": self._pick(t.AANVRAAG, "aanvraag", list(t.AANVRAGEN.items())),
            "afgewezen_op": day(t.AFGEWEZEN, "afgewezen_op"),
            "eerdere_melding": day(t.EERDERE_MELDING, "eerdere_melding"),
            "beeindigd_op": day(t.BEEINDIGD, "beeindigd_op"),
        }
        self.note = NoteField(
            t.TOELICHTING, lines=2, remark=t.TOELICHTING_REST, limit=LONGEST_NOTE,
            over=t.TOELICHTING_LANG, help_key=f"{HELP}.toelichting", foot=False,
        )  # fmt: skip
        return {**made, "toelichting": self.note}

    def _pick(self, label: str, name: str, options: Sequence[tuple[str, str]], keys: str = "") -> DigitPick:
        more = {"keys": keys} if keys else {}
        pick = DigitPick(label, options, help_key=f"{HELP}.{name}", **more)
        pick.answered.connect(self._next)
        return pick

    def _text(self, label: str, name: str, *, remark: str = "") -> TextField:
        check = partial(self._verdict, name)
        return TextField(label, check=check, remark=remark, help_key=f"{HELP}.{name}", foot=False)

    def _day(self, label: str, name: str) -> Field:
        return day_field(label, self._clock, name, help_key=f"{HELP}.{name}")

    def _lay_out(self) -> None:
        self._rows: dict[str, QWidget] = {}
        column = Column(self, gap=12)
        for names in (
            ("kanaal", "gemeld_op"),
            ("adres",),
            ("telefoon", "reden"),
            ("laatste_werkdag", "email"),
            ("partner", "kinderen"),
            ("partner_naam", "partner_voornamen"),
            ("partner_geboren", "partner_bsn"),
            ("uitzondering",),
            ("ww_eindigt", ""),
            ("uitleg",),
            ("bevestiging", "gemeente"),
            ("aanvraag", ""),
            ("afgewezen_op", "eerdere_melding"),
            ("beeindigd_op", ""),
            ("toelichting",),
        ):
            column.addWidget(self._row(names))
        column.addStretch(1)

    def _row(self, names: tuple[str, ...]) -> QWidget:
        holder = row_holder = QWidget()
        row = Row(row_holder, gap=16)
        for name in names:
            share = WIDER.get(name, 10)
            row.addWidget(self.by_name[name] if name else QWidget(), share, Qt.AlignmentFlag.AlignTop)
        if names[0] == "adres":
            holder = QWidget()
            Column(holder, gap=2).put(row_holder, self.no_address)
        self._rows[names[0]] = holder
        return holder

    def _listen(self, name: str, editor: Editor) -> None:
        if isinstance(editor, TickList):
            editor.changed.connect(partial(self._ticked, name))
        elif isinstance(editor, Field):
            editor.typed.connect(partial(self._typed, name))
            editor.left.connect(partial(self._left, name))

    def texts(self) -> dict[str, str]:
        """What stands in every field."""
        return {name: self.text_of(name) for name in FIELDS}

    def text_of(self, name: str) -> str:
        """What stands in one field."""
        editor = self.by_name[name]
        if isinstance(editor, TickList):
            return ",".join(editor.values())
        return editor.value()

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put these in the fields; a field that shows the same already is left alone."""
        for name in FIELDS:
            self.put(name, texts.get(name, ""))
        self._fit()

    def put(self, name: str, text: str) -> None:
        """Put text in one field, without telling ``changed``."""
        if self.text_of(name) == text:
            return
        editor = self.by_name[name]
        if name == "gemeente" and text and text not in GEMEENTEN:
            self._know_gemeente(text)
        if isinstance(editor, TickList):
            editor.set_values(text.split(","))
        else:
            editor.set_value(text)
        editor.show_error("")

    def show_address(self, words: str, unknown: str = "") -> None:
        """The address to confirm. ``unknown``: there is none yet; nothing to confirm, but what to do."""
        self.address.rows[0].setVisible(not unknown)
        self.address.label.setText(t.ADRES if unknown else t.ADRES_VRAAG)
        self.no_address.setText(unknown)
        self.no_address.setVisible(bool(unknown))
        if self.address.rows[0].option.text != words:
            ticked = self.address.values()
            self.address.set_options([_still(words)])
            self.address.set_values(ticked)

    def asks_address(self) -> bool:
        """Whether there is an address that was not confirmed yet."""
        return self.no_address.isHidden() and not self.text_of("adres")

    def show_young(self, young: bool | None) -> None:
        """The questions for under 27 stand here unless age says they need not be asked."""
        for name in YOUNG:
            self._rows[name].setVisible(young is not False)

    def show_more(self, more: bool) -> None:
        """The seldom asked fields; one that has text is always shown."""
        self._rows["afgewezen_op"].setVisible(more or self._has("afgewezen_op", "eerdere_melding"))
        self._rows["beeindigd_op"].setVisible(more or self._has("beeindigd_op"))
        self._rows["toelichting"].setVisible(more or self._has("toelichting"))

    def show_errors(self, errors: Mapping[str, WerkdeskError]) -> None:
        """A sentence at every field that needs one, and the focus at the first."""
        for name, error in errors.items():
            editor = self.by_name.get(name)
            if editor is not None:
                self._reveal(name)
                editor.show_error(self._sentence(name, error))
        first = next((name for name in errors if name in self.by_name), "")
        if first:
            self.focus(first)

    def show_wrong(self, besides: Mapping[str, str]) -> None:
        """What came back and cannot be read says so, as it did when it was typed; the focus stays.

        ``besides``: fields that have something else to say now.
        """
        for name, editor in self.by_name.items():
            if isinstance(editor, Field) and self.text_of(name) and name not in besides:
                editor.show_error(self._verdict(name, self.text_of(name)))

    def show_theirs(self, name: str, words: str) -> None:
        """What a colleague wrote in a field that is being typed in here; empty takes it away."""
        editor = self.by_name[name]
        if isinstance(editor, Field):
            editor.show_hint(words)

    def focus(self, name: str) -> None:
        """Go to one field."""
        editor = self.by_name[name]
        where = editor.editor if isinstance(editor, Field) else editor
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def focused(self) -> str:
        """Name of the field that has the focus, or empty."""
        widget = QApplication.focusWidget()
        if widget is None:
            return ""
        return next((n for n, e in self.by_name.items() if e is widget or e.isAncestorOf(widget)), "")

    def wipe(self) -> None:
        """Nothing of one client is left for the next."""
        for editor in self.by_name.values():
            editor.wipe()
            if isinstance(editor, Field):
                editor.show_hint("")
        self._fit()

    def freeze_moment(self, frozen: bool) -> None:
        """A melding that is kept has its moment; it is not typed anew."""
        self._frozen = frozen
        self._fit()

    _frozen = False

    def _fit(self) -> None:
        """Show only what can be asked now."""
        partner = self.text_of("partner") == JA
        for name in ("partner_naam", "partner_geboren"):
            self._rows[name].setVisible(partner)
        later = self.text_of("kanaal") in LATER_KANALEN and not self._frozen
        self.by_name["gemeld_op"].setEnabled(later)

    def _typed(self, name: str, _: str) -> None:
        if name in ("partner", "kanaal"):
            self._fit()
        self.show_theirs(name, "")
        self.changed.emit(name)

    def _ticked(self, name: str, values: tuple[str, ...]) -> None:
        if name == "adres":
            self.focus("telefoon" if values else "adres")
        self.changed.emit(name)

    def _left(self, name: str) -> None:
        tidy = self._tidy.get(name)
        if tidy is not None:
            tidy()
        self.changed.emit(name)

    def _tidy_phone(self) -> None:
        try:
            number = read("telefoon", self.text_of("telefoon"), self._clock())
        except WerkdeskError:
            return
        if number is not None and number.shown != self.text_of("telefoon"):
            self.by_name["telefoon"].set_value(number.shown)

    def _tidy_mail(self) -> None:
        text = self.text_of("email")
        if text != text.strip():
            self.by_name["email"].set_value(text.strip())

    def _verdict(self, name: str, text: str) -> str:
        try:
            read(name, text, self._clock())
        except WerkdeskError as error:
            return self._sentence(name, error, text)
        return ""

    def _sentence(self, name: str, error: WerkdeskError, text: str | None = None) -> str:
        if name == "telefoon" and error.code == "telefoon.vorm":
            return t.telefoon_zin(self.text_of(name) if text is None else text) or explain(error)
        return explain(error)

    def _reveal(self, name: str) -> None:
        if name in MORE:
            self.show_more(True)

    def _next(self) -> None:
        self.focusNextPrevChild(True)

    def _has(self, *names: str) -> bool:
        return any(self.text_of(name) for name in names)

    def _gemeente_options(self) -> list[tuple[str, str]]:
        return [(code, GEMEENTEN.get(code) or t.GEMEENTE_CODE.format(code=code)) for code in self._gemeenten]

    def _know_gemeente(self, code: str) -> None:
        box = self.by_name["gemeente"]
        if isinstance(box, DigitPick) and box.box.findData(code) < 0:
            box.box.addItem(t.GEMEENTE_CODE.format(code=code), code)


def _still(address: str) -> Option:
    """The address as one tick: an empty square, since the space bar is its key and no digit."""
    return Option(JA, address, key=" ")
