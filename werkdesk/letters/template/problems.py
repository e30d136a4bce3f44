"""What is wrong with a template, where, and what may have been meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from werkdesk.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateProblem:
    """One fault.

    ``line`` counts from 1 in file ``name``. ``found`` is what stands there, ``meant`` a suggestion.
    """

    code: str
    name: str
    line: int
    found: str = ""
    meant: str = ""

    def as_refusal(self) -> Refused:
        """The fault as a refusal; its details hold template text only, never personal data."""
        return Refused(self.code, bestand=self.name, regel=self.line, gevonden=self.found, bedoeld=self.meant)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like ``word``, or nothing."""
    found = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else ""
