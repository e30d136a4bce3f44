"""The values for one letter: looked up by name, cleaned once, refused when they are not there."""

from __future__ import annotations

from collections.abc import Mapping

from werkdesk.domain.brief import Rij
from werkdesk.errors import Refused
from werkdesk.letters.characters import clean
from werkdesk.letters.joining import join_units
from werkdesk.letters.template.vocabulary import CONDITIONS, FIELDS, ROW_KINDS

MOST_ROWS = 200


class Facts:
    """``velden``, ``rijen`` and ``voorwaarden`` of a letter; ``own`` is what the press adds."""

    def __init__(
        self,
        velden: Mapping[str, str],
        rijen: Mapping[str, tuple[Rij, ...]],
        voorwaarden: frozenset[str],
        own: Mapping[str, str],
    ) -> None:
        """Raise ``Refused('brief.veld_onbekend')`` for an unknown name, or ``brief.te_veel_rijen``."""
        plurals = {kind.plural for kind in ROW_KINDS.values()}
        unknown = (set(velden) - set(FIELDS)) | (set(rijen) - plurals) | (voorwaarden - set(CONDITIONS))
        if unknown:
            raise Refused("brief.veld_onbekend", field=min(unknown))
        for plural, rows in rijen.items():
            if len(rows) > MOST_ROWS:
                raise Refused("brief.te_veel_rijen", field=plural, grens=MOST_ROWS)
        self._values = {name: _tidy(value, name) for name, value in (*velden.items(), *own.items())}
        self._rows = rijen
        self._conditions = voorwaarden

    def holds(self, name: str) -> bool:
        """Whether a condition is true, a field is filled, or a list has rows."""
        return name in self._conditions or bool(self._values.get(name)) or bool(self._rows.get(name))

    def value(self, name: str) -> str:
        """The text of a field. Raises ``Refused('brief.veld_ontbreekt')``: no gaps on paper."""
        value = self._values.get(name)
        if not value:
            raise Refused("brief.veld_ontbreekt", field=name)
        return value

    def rows(self, singular: str) -> tuple[Mapping[str, str], ...]:
        """The rows of a list with cleaned values, keyed ``singular.column``. Absent columns are empty."""
        kind = ROW_KINDS[singular]
        return tuple(
            {
                f"{singular}.{column}": _tidy(row.get(column, ""), f"{kind.plural}.{column}")
                for column in kind.columns
            }
            for row in self._rows.get(kind.plural, ())
        )


def _tidy(value: str, field: str) -> str:
    return join_units(clean(value, field))
