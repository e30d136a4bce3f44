"""Every key of the desk in one table (counter.md 5.2): what it does, its Dutch name, its default, where it
works.

Users may change a key (:class:`KeyMap`); no key with Ctrl+Alt or AltGr, no bare letter or digit, and no key
twice in the same place. Rows that are not ``changeable`` belong to the platform or to a focused list; they
stand on the key card only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from werkdesk.errors import Refused
from werkdesk.ui.kit.keycap import legend


class Place(StrEnum):
    """Where a key works; ``OVERAL`` is the whole main window."""

    OVERAL = "overal"
    LIJST = "in een lijst"
    VELD = "in een veld"
    VOORBEELD = "in het afdrukvoorbeeld"


class Group(StrEnum):
    """The menu a key stands in, and its heading on the key card. ``&`` marks the Alt letter."""

    BEZOEK = "&Bezoek"
    KLANT = "&Klant"
    PAPIER = "&Papier"
    WERK = "&Werk"
    BEELD = "B&eeld"
    HELP = "&Help"
    GEWOON = "Gewone toetsen"


@dataclass(frozen=True, slots=True)
class Key:
    """``action``: stable name. ``keys``: portable QKeySequence text, the first one stands on buttons."""

    action: str
    name: str
    keys: tuple[str, ...]
    group: Group
    place: Place = Place.OVERAL
    changeable: bool = True


TABLE = (
    Key("bezoek.nummer", "Nieuw nummer", ("Ctrl+T",), Group.BEZOEK),
    Key("bezoek.oproepen", "Volgende oproepen", ("F8",), Group.BEZOEK),
    Key("bezoek.herhalen", "Nog een keer oproepen", ("Shift+F8",), Group.BEZOEK),
    Key("bezoek.niet_verschenen", "Niet verschenen", ("Ctrl+F8",), Group.BEZOEK),
    Key("bezoek.parkeren", "Komt straks terug", ("Shift+F9",), Group.BEZOEK),
    Key("bezoek.hervatten", "Verder met wie terug is", ("Ctrl+Shift+F8",), Group.BEZOEK),
    Key("bezoek.afronden", "Bezoek afronden", ("Ctrl+F9",), Group.BEZOEK),
    Key("bezoek.ander", "Dit is iemand anders", ("Ctrl+Shift+F3",), Group.BEZOEK),
    Key("ongedaan", "Ongedaan maken", ("Ctrl+Z", "Ctrl+Shift+F9"), Group.BEZOEK),
    Key("zoeken", "Zoeken", ("F3", "Ctrl+K"), Group.KLANT),
    Key("klant.nieuw", "Nieuwe klant na zoeken", ("Ctrl+Shift+N",), Group.KLANT),
    Key("klant.identiteit", "Identiteit controleren", ("Ctrl+I",), Group.KLANT),
    Key("melding.nieuw", "Nieuwe melding", ("Ctrl+N",), Group.KLANT),
    Key("melding.aanvraag", "Aanvraag vastleggen", ("Shift+F2",), Group.KLANT),
    Key("melding.jongere", "Jongerenkaart", ("Ctrl+Shift+J",), Group.KLANT),
    Key("melding.sluiten", "Melding sluiten of heropenen", ("Ctrl+Shift+M",), Group.KLANT),
    Key("plaatsing.nieuw", "Plaatsing bij een werkgever", ("Ctrl+G",), Group.KLANT),
    Key("plaatsing.vervolg", "Vervolg van een plaatsing", ("Ctrl+Shift+G",), Group.KLANT),
    Key("wijzigen", "Veld of regel wijzigen", ("F2",), Group.KLANT),
    Key("bewaren", "Bewaren", ("Ctrl+S",), Group.KLANT),
    Key("bewaren.verder", "Bewaren en verder", ("Ctrl+Return", "Ctrl+Enter"), Group.KLANT),
    Key("dossier.volgende", "Volgend dossier", ("Ctrl+Tab",), Group.KLANT),
    Key("dossier.sluiten", "Dossier sluiten", ("Ctrl+W",), Group.KLANT),
    Key("papier.afdrukken", "Afdrukken met voorbeeld", ("Ctrl+P",), Group.PAPIER),
    Key("papier.stapel", "Stapel afdrukken", ("Ctrl+Shift+P",), Group.PAPIER),
    Key("papier.overeenkomst", "Opleidingsovereenkomst", ("Ctrl+Shift+A",), Group.PAPIER),
    Key("afspraak", "Afspraak maken", ("F7",), Group.WERK),
    Key("weekplan", "Weekplan", ("Ctrl+M",), Group.WERK),
    Key("werkgever.ruimte", "Ruimte bij werkgevers", ("Ctrl+U",), Group.WERK),
    Key("controles", "Controles: voorschot en werk", ("F9",), Group.WERK),
    Key("lijst.vinden", "Vinden in deze lijst", ("Ctrl+F",), Group.WERK),
    Key("verzenden", "Nu verzenden en postvak uit", ("F5",), Group.BEELD),
    Key("vak.volgende", "Volgend vak", ("F6",), Group.BEELD),
    Key("vak.vorige", "Vorig vak", ("Shift+F6",), Group.BEELD),
    Key("terug", "Terug, concept blijft", ("Esc",), Group.BEELD),
    Key("afdekken", "Scherm afdekken", ("F12",), Group.BEELD),
    Key("vergrendelen", "Vergrendelen", ("Ctrl+Shift+L",), Group.BEELD),
    Key("beeld.groter", "Groter", ("Ctrl++", "Ctrl+="), Group.BEELD),
    Key("beeld.kleiner", "Kleiner", ("Ctrl+-",), Group.BEELD),
    Key("beeld.gewoon", "Gewone grootte", ("Ctrl+0",), Group.BEELD),
    Key("beeld.thema", "Licht, donker of hoog contrast", (), Group.BEELD),
    Key("halscherm", "Halscherm tonen of sluiten", (), Group.BEELD),
    Key("halscherm.geluid", "Geluid bij een oproep aan of uit", (), Group.BEELD),
    Key("gebruiker.wisselen", "Andere collega aanmelden", (), Group.BEELD),
    Key("afsluiten", "Werkdesk sluiten", ("Ctrl+Q",), Group.BEELD),
    Key("alarm", "Collega's waarschuwen, twee keer drukken", ("Ctrl+F12",), Group.BEELD),
    Key("plaats.hal", "Naar de hal", ("Ctrl+Shift+H",), Group.WERK),
    Key("plaats.klanten", "Naar klanten", (), Group.WERK),
    Key("plaats.termijnen", "Naar termijnen", (), Group.WERK),
    Key("plaats.verdeling", "Naar werkverdeling", (), Group.WERK),
    Key("plaats.bellen", "Naar terugbellen", (), Group.WERK),
    Key("plaats.jongeren", "Naar jongeren", (), Group.WERK),
    Key("plaats.voorschotten", "Naar voorschotten", (), Group.WERK),
    Key("plaats.brieven", "Naar brieven", (), Group.WERK),
    Key("plaats.regels", "Naar regels", (), Group.WERK),
    Key("help.veld", "Uitleg bij dit veld", ("F1",), Group.HELP),
    Key("help.toetsen", "Alle toetsen", ("Ctrl+F1",), Group.HELP),
    *(
        Key(f"dossier.{number}", f"Dossier {number}", (f"Ctrl+{number}",), Group.KLANT)
        for number in range(1, 10)
    ),
    Key("veld.lijst", "Lijst openen", ("F4",), Group.GEWOON, Place.VELD, changeable=False),
    Key("veld.alles", "Alles kiezen", ("Ctrl+A",), Group.GEWOON, Place.VELD, changeable=False),
    Key("lijst.openen", "Openen wat gekozen is", ("Return",), Group.GEWOON, Place.LIJST, changeable=False),
    Key("voorbeeld.afdrukken", "Afdrukken", ("Return",), Group.GEWOON, Place.VOORBEELD, changeable=False),
)
"""The table. Digits (answers in a focused list) and Alt with a letter (menus, labels) need no row."""

KEPT_FREE = frozenset(
    {
        "F10",
        "Alt+F4",
        "Ctrl+X",
        "Ctrl+C",
        "Ctrl+V",
        "Ctrl+A",
        "Ctrl+L",
        "Shift+F10",
        "Menu",
        "Tab",
        "Shift+Tab",
    }
)
"""Platform keys, and Ctrl+L, which people press by browser habit (keepassxc#12027)."""


class KeyMap:
    """The table with a user's own keys. ``overrides``: action -> portable key text, or ``""`` for none.

    Raises :class:`Refused`: ``toets.onbekend`` (no such key or action), ``toets.verboden`` (Ctrl+Alt, AltGr,
    bare letter, platform key), ``toets.bezet`` (another action has it); ``field`` is the action.
    """

    def __init__(self, overrides: Mapping[str, str] | None = None) -> None:
        self.keys: dict[str, Key] = {key.action: key for key in TABLE}
        self._chosen: dict[str, tuple[str, ...]] = {key.action: key.keys for key in TABLE}
        for action, text in (overrides or {}).items():
            self._chosen[action] = self._checked(action, text)
        for _, first, _second in self.conflicts():
            raise Refused("toets.bezet", field=first)

    def _checked(self, action: str, text: str) -> tuple[str, ...]:
        key = self.keys.get(action)
        if key is None or not key.changeable:
            raise Refused("toets.onbekend", field=action)
        if not text:
            return ()
        portable = portable_key(text)
        if not portable:
            raise Refused("toets.onbekend", field=action)
        if forbidden(portable):
            raise Refused("toets.verboden", field=action)
        return (portable,)

    def sequences(self, action: str) -> list[QKeySequence]:
        """The keys of an action, ready for ``QAction.setShortcuts``."""
        return [QKeySequence(text) for text in self._chosen[action]]

    def cap(self, action: str) -> str:
        """The first key of an action for a button's cap; empty when it has none."""
        chosen = self._chosen[action]
        return chosen[0] if chosen else ""

    def conflicts(self) -> list[tuple[str, str, str]]:
        """(key, action, other action) for every key that two actions want in one place."""
        found: list[tuple[str, str, str]] = []
        taken: dict[tuple[str, Place], str] = {}
        for action, texts in self._chosen.items():
            place = self.keys[action].place
            for text in texts:
                others = {taken.get((text, place)), taken.get((text, Place.OVERAL))} - {None}
                if place is Place.OVERAL:
                    others |= {who for (used, _), who in taken.items() if used == text}
                found.extend((text, action, other) for other in others if other is not None)
                taken[text, place] = action
        return found

    def card(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """(heading, [(key, what it does)]) for the key card; the nine dossiers in one line."""
        return [
            (group.value.replace("&", ""), lines)
            for group in Group
            if (lines := [self._line(key) for key in self._shown(group)])
        ]

    def _line(self, key: Key) -> tuple[str, str]:
        name = key.name if key.place is Place.OVERAL else f"{key.name} ({key.place.value})"
        if key.action == "dossier.1":
            return "Ctrl+1…9", "Dossier 1 tot en met 9"
        return self.cap(key.action), name

    def _shown(self, group: Group) -> Iterator[Key]:
        for key in self.keys.values():
            hidden = key.action.startswith("dossier.") and key.action[-1] in "23456789"
            if key.group is group and self._chosen[key.action] and not hidden:
                yield key


def portable_key(text: str) -> str:
    """Portable text of a key, or empty when Qt does not know it."""
    sequence = QKeySequence(text)
    portable = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return portable if sequence.count() == 1 and not portable.endswith("+Unknown") else ""


def forbidden(portable: str) -> bool:
    """Whether a key may not be used: Ctrl+Alt and AltGr write characters, bare keys answer questions."""
    parts = portable.replace("++", "+Plus").split("+")
    if portable in KEPT_FREE or {"Ctrl", "Alt"} <= set(parts) or "AltGr" in parts:
        return True
    bare = set(parts[:-1]) <= {"Shift"}
    return (bare and len(parts[-1]) == 1) or parts[-1] in {"Space", "Backspace"} or parts[:-1] == ["Alt"]


def install(
    window: QWidget,
    keymap: KeyMap,
    handlers: Mapping[str, Callable[[], None]],
    *,
    menu_bar: QMenuBar | None = None,
) -> dict[str, QAction]:
    """Make a QAction for every handler, with its keys, on ``window`` and in the menus; returns them by
    action.

    Every action stands in a menu too, so that nothing needs a key or a mouse (keepassxc#3181).
    """
    actions: dict[str, QAction] = {}
    for name in keymap.keys:
        handler = handlers.get(name)
        if handler is None:
            continue
        action = QAction(keymap.keys[name].name, window)
        action.setObjectName(name)
        action.setShortcuts(keymap.sequences(name))
        action.triggered.connect(_without_state(handler))
        window.addAction(action)
        actions[name] = action
    if menu_bar is not None:
        _fill_menus(menu_bar, keymap, actions)
    return actions


def reinstall(keymap: KeyMap, actions: Mapping[str, QAction]) -> None:
    """Give existing actions the keys of another map."""
    for name, action in actions.items():
        action.setShortcuts(keymap.sequences(name))


def _without_state(handler: Callable[[], None]) -> Callable[[bool], None]:
    def call(_checked: bool) -> None:
        handler()

    return call


def _fill_menus(menu_bar: QMenuBar, keymap: KeyMap, actions: Mapping[str, QAction]) -> None:
    for group in Group:
        mine: Sequence[QAction] = [
            actions[key.action]
            for key in keymap.keys.values()
            if key.group is group and key.action in actions
        ]
        if mine:
            menu = menu_bar.addMenu(group.value)
            for action in mine:
                menu.addAction(action)


def captions(keymap: KeyMap, names: Iterable[str]) -> dict[str, str]:
    """Action -> words of its key, for buttons: ``{"zoeken": "F3"}``."""
    return {name: legend(keymap.cap(name)) for name in names}
