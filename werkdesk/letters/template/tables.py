"""Rules for tables in a template: a header, rows below it, the same number of columns in each."""

from __future__ import annotations

from werkdesk.letters.template.nesting import Complain


class TableRules:
    """Knows, row by row, whether a row begins a table, and complains about what does not fit."""

    def __init__(self, complain: Complain) -> None:
        self._complain = complain
        self._columns = 0
        self._depth = 0
        self._rows = 0

    def take(self, columns: int, depth: int, *, free: bool) -> bool:
        """A row with ``columns`` cells at nesting ``depth``.

        True when it is a header. ``free``: no table at all.
        """
        if free:
            self.end()
            if columns != 2:  # role and name
                self._complain("sjabloon.tabel_kolommen", str(columns), "2")
            return False
        if not self._columns:
            self._columns, self._depth, self._rows = columns, depth, 0
            return True
        self._rows += 1
        if columns != self._columns:
            self._complain("sjabloon.tabel_kolommen", str(columns), str(self._columns))
        return False

    def leave(self, depth: int) -> None:
        """A directive was read and ``depth`` blocks are open now; a table ends with the block it began in."""
        if self._columns and depth < self._depth:
            self.end()

    def end(self) -> None:
        """Something else than a row follows."""
        if self._columns and not self._rows:
            self._complain("sjabloon.tabel_zonder_rijen", "", "")
        self._columns = 0
