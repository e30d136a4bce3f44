"""Where an intake is: answers of the dossier, with ours on top while they are being saved. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from werkdesk.domain.intake import Antwoord, Vraag, vragen_voor
from werkdesk.domain.waarden.tekst import has_hidden_characters
from werkdesk.errors import Refused
from werkdesk.ui.dossier.dates import read_day

LONGEST_NOTE = 300
WITHOUT_NOTE = frozenset({"moeilijk"})
"""Where a note would invite a diagnosis (AVG 9); the category is enough."""


@dataclass(frozen=True, slots=True)
class IntakeForm:
    """``place`` is the question of now, ``len(vragen)`` when all are done. Every change gives a new form."""

    vragen: tuple[Vraag, ...]
    antwoorden: Mapping[str, Antwoord] = field(default_factory=dict)
    place: int = 0

    @property
    def vraag(self) -> Vraag | None:
        """The question of now."""
        return self.vragen[self.place] if self.place < len(self.vragen) else None

    @property
    def done(self) -> bool:
        """Whether every question has an answer."""
        return all(one.code in self.antwoorden for one in self.vragen)

    @property
    def open_numbers(self) -> tuple[int, ...]:
        """Numbers of the questions without an answer, counted from 1 as they are shown."""
        return tuple(n for n, one in enumerate(self.vragen, 1) if one.code not in self.antwoorden)

    def answered(self, vraag: str, antwoord: Antwoord) -> IntakeForm:
        """With this answer; the place stays."""
        return replace(self, antwoorden={**self.antwoorden, vraag: antwoord})

    def without(self, vraag: str, before: Antwoord | None) -> IntakeForm:
        """An answer that could not be saved is taken back, and we stand at its question again."""
        kept = {code: one for code, one in self.antwoorden.items() if code != vraag}
        if before is not None:
            kept[vraag] = before
        place = next((p for p, one in enumerate(self.vragen) if one.code == vraag), self.place)
        return replace(self, antwoorden=kept, place=place)

    def onward(self) -> IntakeForm:
        """To the next question without an answer, after this one first; past the end when there is none."""
        order = [*range(self.place + 1, len(self.vragen)), *range(min(self.place + 1, len(self.vragen)))]
        open_ = [place for place in order if self.vragen[place].code not in self.antwoorden]
        return replace(self, place=open_[0] if open_ else len(self.vragen))

    def back(self) -> IntakeForm:
        """To the question before this one, answered or not."""
        return replace(self, place=max(0, self.place - 1))

    def joined(self, known: Mapping[str, Antwoord], saving: frozenset[str]) -> IntakeForm:
        """With the answers of the dossier, except for those that are being saved from here."""
        ours = {code: one for code, one in self.antwoorden.items() if code in saving}
        return replace(self, antwoorden={**known, **ours})


def start(known: Mapping[str, Antwoord], young: bool | None) -> IntakeForm:
    """At the first question without an answer: where the last colleague stopped."""
    form = IntakeForm(vragen_voor(young), dict(known), -1)
    return form.onward()


def note_of(vraag: Vraag, text: str) -> str | None:
    """A note as it is kept. Raises ``Refused``: ``tekst.te_lang``, ``tekst.tekens``."""
    bare = text.strip()
    if vraag.code in WITHOUT_NOTE or not bare:
        return None
    check_note(bare)
    return bare


def check_note(bare: str) -> None:
    """Raises ``Refused``: ``tekst.te_lang``, ``tekst.tekens``."""
    if len(bare) > LONGEST_NOTE:
        raise Refused("tekst.te_lang", field="tekst", hoogstens=LONGEST_NOTE)
    if any(has_hidden_characters(line) for line in bare.splitlines()):
        raise Refused("tekst.tekens", field="tekst")


def answer(vraag: Vraag, keuzes: tuple[str, ...], note: str, day: str, now: datetime) -> Antwoord:
    """One answer. Raises ``Refused``: for the note, for the day, ``antwoord.ontbreekt`` without a choice."""
    if not keuzes:
        raise Refused("antwoord.ontbreekt", field=vraag.code)
    wants_day = vraag.met_datum is not None and vraag.met_datum in keuzes
    return Antwoord(
        keuzes=keuzes,
        tekst=note_of(vraag, note),
        datum=read_day(day, now.date(), "datum") if wants_day and day.strip() else None,
    )
