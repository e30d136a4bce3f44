"""A filtered list of cases with one date each: F1 on a line explains that date, Enter opens the dossier.

The youth desk and the advances are such lists.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Protocol
from uuid import UUID

from PySide6.QtCore import Slot

from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.ui.frame.filtered_list import FilteredList
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import ListWords
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.usecases.changes import Topic

TOPICS = Topic.MELDING | Topic.KLANT | Topic.PERSONEEL | Topic.REGELS


class DatedLine(Protocol):
    """What every line has. ``termijn``: its date, ``None`` while there is none."""

    @property
    def melding(self) -> UUID:
        """The case."""

    @property
    def klant_id(self) -> UUID:
        """Whose case it is."""

    @property
    def termijn(self) -> Termijn | None:
        """Its date."""

    @property
    def help_key(self) -> str:
        """What F1 explains on this line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterWords:
    """``options``: (name, words), the first one is chosen; ``nothing``: name -> what its empty list says."""

    name: str
    options: Sequence[tuple[str, str]]
    nothing: Mapping[str, str]
    tones: Mapping[str, Tone]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedReads:
    """``rows``, ``namen`` (sign-in name, shown name) and ``counts`` (quick) run on lane ``cache``."""

    rows: Callable[[], Sequence[Any]]
    namen: Callable[[], Sequence[tuple[str, str]]]
    counts: Callable[[], Any]
    today: Callable[[], date]


class DatedList(FilteredList):
    """Subclasses say in :meth:`made` how rows become lines, and what the figures are called.

    ``filter_words`` and ``help_key`` are of the class.
    """

    filter_words: ClassVar[FilterWords]
    help_key: ClassVar[str]
    lines: tuple[DatedLine, ...] = ()

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[TableColumn],
        reads: DatedReads,
        tasks: Tasks,
        host: Host,
    ) -> None:
        self._today, self._host = reads.today, host
        words = self.filter_words
        first = words.options[0][0]
        super().__init__(
            name,
            ListWords(title=title, nothing=words.nothing[first], help_key=self.help_key),
            columns,
            key=lambda line: line.melding,
            read=lambda: (reads.rows(), reads.namen(), reads.counts()),
            count=reads.counts,
            topics=TOPICS,
            tasks=tasks,
        )
        self.add_filters(words.name, list(words.options), words.nothing, self.help_key)

    def made(self, rows: Sequence[Any], names: Mapping[str, str], today: date) -> Sequence[DatedLine]:
        """Lines in the order of the rows."""
        raise NotImplementedError

    def figures(self, counts: Any) -> str:
        """The soft line under the title."""
        raise NotImplementedError

    def rows_of(self, data: Any) -> Sequence[Any]:
        rows, names, self.counted = data
        self.lines = tuple(self.made(rows, dict(names), self._today()))
        self.show_counts(self.filter_words.tones)
        return self.keep(self.filters.value())

    def remark_of(self, data: Any) -> str:
        return self.figures(data[2])

    def help_key_of(self, line: DatedLine) -> str:
        return line.help_key

    def explain(self, help_key: str) -> tuple[str, str] | None:
        term = self._term(help_key)
        return (tt.naam(term), tt.uitleg(term, self._today())) if term is not None else None

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        term = self._term(help_key)
        return term.regels if term is not None else ()

    @Slot(object)
    def open_row(self, row: DatedLine) -> None:
        self._host.open_klant(row.klant_id)

    def _term(self, help_key: str) -> Termijn | None:
        return next((line.termijn for line in self.lines if line.help_key == help_key), None)
