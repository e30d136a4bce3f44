"""The fields of a person on screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.domain.persoon import AdresFunctie
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.digit_pick import DigitPick
from werkdesk.ui.kit.card import Separator
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.pick_field import PickField
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.screens.nieuwe_klant.form import FIELDS, read
from werkdesk.ui.teksten import klant as t
from werkdesk.ui.teksten import melding as mt
from werkdesk.ui.teksten.talen import TALEN
from werkdesk.ui.teksten.woorden import GEMEENTEN
from werkdesk.ui.texts import explain

ADDRESS = ("postcode", "straat", "locatie")
HELP = "klant"


class PersonFields(QWidget):
    """``changed(str)``: the person at the desk changed this field."""

    changed = Signal(str)

    def __init__(self, clock: Callable[[], datetime], gemeenten: Sequence[str]) -> None:
        super().__init__()
        self._clock = clock
        self._gemeenten = [(code, GEMEENTEN.get(code) or code) for code in gemeenten]
        self.by_name: dict[str, Field] = self._make()
        self._rest: dict[str, str] = {}  # field -> its own hint, while it says what a colleague wrote
        self._lay_out()
        for name, field in self.by_name.items():
            field.typed.connect(partial(self._typed, name))
            field.left.connect(partial(self._left, name))
        self._fit()

    def _make(self) -> dict[str, Field]:
        text, pick = self._text, self._pick
        return {
            "geslachtsnaam": text(t.ACHTERNAAM, "geslachtsnaam", hint=t.ACHTERNAAM_UITLEG),
            "voorvoegsel": text(t.VOORVOEGSEL, "voorvoegsel"),
            "voornamen": text(t.VOORNAMEN, "voornamen"),
            "geslacht": pick(t.GESLACHT, "geslacht", list(t.GESLACHTEN.items()), "VMN"),
            "geboortedatum": text(t.GEBOORTEDATUM, "geboortedatum", hint=t.GEBOORTEDATUM_UITLEG),
            "telefoon": text(t.TELEFOON, "telefoon"),
            "adres_soort": pick(t.ADRES_SOORT, "adres_soort", list(t.ADRES_SOORTEN.items())),
            "postcode": text(t.POSTCODE, "postcode"),
            "huisnummer": text(t.HUISNUMMER, "huisnummer"),
            "huisletter": text(t.HUISLETTER, "huisletter"),
            "toevoeging": text(t.TOEVOEGING, "toevoeging"),
            "straat": text(t.STRAAT, "straat"),
            "woonplaats": text(t.WOONPLAATS, "woonplaats"),
            "locatie": text(t.LOCATIE, "locatie"),
            "gemeente": pick(t.GEMEENTE, "gemeente", self._gemeenten),
            "email": text(t.EMAIL, "email"),
            "bsn": text(t.BSN, "bsn"),
            "geen_bsn": pick(t.GEEN_BSN, "geen_bsn", list(t.GEEN_BSN_REDENEN.items())),
            "taal": PickField(t.TAAL, list(TALEN.items()), help_key=f"{HELP}.taal", foot=False),
            "tolk": pick(t.TOLK, "tolk", t.JA_NEE, "JN"),
            "geheim": pick(t.GEHEIM, "geheim", t.JA_NEE, "JN"),
            "naamgebruik": pick(t.NAAMGEBRUIK, "naamgebruik", list(t.NAAMGEBRUIKEN.items())),
            "partner_voorvoegsel": text(t.PARTNER_VOORVOEGSEL, "partner_voorvoegsel"),
            "partner_achternaam": text(t.PARTNER_ACHTERNAAM, "partner_achternaam"),
        }

    def _text(self, label: str, name: str, *, hint: str = "") -> TextField:
        check = partial(self._verdict, name)
        return TextField(label, check=check, hint=hint, help_key=f"{HELP}.{name}", foot=False)

    def _pick(self, label: str, name: str, options: Sequence[tuple[str, str]], keys: str = "") -> DigitPick:
        more = {"keys": keys} if keys else {}
        pick = DigitPick(label, options, help_key=f"{HELP}.{name}", **more)
        pick.answered.connect(self._next)
        return pick

    def _lay_out(self) -> None:
        self._rows: dict[str, QWidget] = {}
        column = Column(self, gap=12)
        column.put(
            self._row(("geslachtsnaam", 4), ("voorvoegsel", 2), ("voornamen", 4)),
            self._row(("geboortedatum", 4), ("geslacht", 2), ("telefoon", 4)),
            Separator(),
            Label(t.ADRES, "caption"),
            self._row(("adres_soort", 4), ("gemeente", 3), ("geheim", 3)),
            self._row(("postcode", 3), ("huisnummer", 3), ("huisletter", 2), ("toevoeging", 2)),
            self._row(("straat", 5), ("woonplaats", 5)),
            self._row(("locatie", 1)),
            Separator(),
            self._row(("bsn", 3), ("geen_bsn", 4), ("email", 4)),
            self._row(("taal", 4), ("tolk", 3), ("", 3)),
            self._row(("naamgebruik", 4), ("partner_voorvoegsel", 2), ("partner_achternaam", 4)),
        )
        column.addStretch(1)

    def _row(self, *names: tuple[str, int]) -> QWidget:
        holder = QWidget()
        row = Row(holder, gap=16)
        for name, share in names:
            row.addWidget(self.by_name[name] if name else QWidget(), share, Qt.AlignmentFlag.AlignTop)
        self._rows[names[0][0]] = holder
        return holder

    def texts(self) -> dict[str, str]:
        """What stands in every field."""
        return {name: self.by_name[name].value() for name in FIELDS}

    def text_of(self, name: str) -> str:
        """What stands in one field."""
        return self.by_name[name].value()

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put these in the fields, without telling ``changed``."""
        for name in FIELDS:
            field, text = self.by_name[name], texts.get(name, "")
            if field.value() == text:
                continue
            self._make_room(name, text)
            field.set_value(text)
            field.show_error("")
        self._fit()

    def show_theirs(self, name: str, theirs: str) -> None:
        """What a colleague wrote in a field that was typed in here too."""
        field = self.by_name[name]
        if isinstance(field, PickField):
            theirs = field.box.itemText(max(field.box.findData(theirs), 0)) if theirs else ""
        self._rest.setdefault(name, field.hint)
        field.show_hint(mt.NU_STAAT_ER.format(waarde=theirs or mt.LEEG))

    def labels(self, names: Sequence[str]) -> str:
        """Names of fields as they stand above them, in one line."""
        return ", ".join(self.by_name[name].editor.accessibleName() for name in names)

    def wipe(self) -> None:
        """Nothing of one client is left for the next."""
        for name, field in self.by_name.items():
            field.wipe()
            self._forget_theirs(name)
        self._fit()

    def show_errors(self, errors: Mapping[str, WerkdeskError]) -> None:
        """A sentence at every field that needs one, and the focus at the first."""
        for name, error in errors.items():
            if name in self.by_name:
                self.by_name[name].show_error(self._sentence(name, error))
        first = next((name for name in errors if name in self.by_name), "")
        if first:
            self.focus(first)

    def focus(self, name: str) -> None:
        """Go to one field."""
        self.by_name[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focused(self) -> str:
        """Name of the field that has the focus, or empty."""
        widget = QApplication.focusWidget()
        if widget is None:
            return ""
        return next((n for n, f in self.by_name.items() if f.isAncestorOf(widget)), "")

    def first_empty(self) -> str:
        """Where to begin: the first of the facts that tell people apart which is not there yet."""
        for name in ("geslachtsnaam", "voornamen", "geboortedatum"):
            if not self.by_name[name].value():
                return name
        return "voornamen"

    def _fit(self) -> None:
        has_address = self.by_name["adres_soort"].value() != AdresFunctie.GEEN
        for name in ADDRESS:
            self._rows[name].setVisible(has_address)
        self.by_name["geen_bsn"].setEnabled(not self.by_name["bsn"].value().strip())

    def _make_room(self, name: str, text: str) -> None:
        """A value from elsewhere that is in no list is shown as it is, not dropped."""
        field = self.by_name[name]
        if text and isinstance(field, PickField) and field.box.findData(text) < 0:
            field.box.addItem(text, text)

    def _forget_theirs(self, name: str) -> None:
        if name in self._rest:
            self.by_name[name].show_hint(self._rest.pop(name))

    def _typed(self, name: str, _: str) -> None:
        self._forget_theirs(name)
        if name in ("adres_soort", "bsn"):
            self._fit()
        self.changed.emit(name)

    def _left(self, name: str) -> None:
        """What can be read is shown the usual way: ``1181 AB``, ``06-12 34 56 78``, ``12-03-1985``."""
        if name in ("postcode", "telefoon", "geboortedatum"):
            field = self.by_name[name]
            try:
                value = read(name, field.value(), self._clock())
            except WerkdeskError:
                return
            if value is not None and value.shown != field.value():
                field.set_value(value.shown)
                self.changed.emit(name)

    def _verdict(self, name: str, text: str) -> str:
        try:
            read(name, text, self._clock())
        except WerkdeskError as error:
            return self._sentence(name, error)
        return ""

    def _sentence(self, name: str, error: WerkdeskError) -> str:
        if name == "telefoon" and error.code == "telefoon.vorm":
            return mt.telefoon_zin(self.by_name[name].value()) or explain(error)
        return explain(error)

    def _next(self) -> None:
        self.focusNextPrevChild(True)
