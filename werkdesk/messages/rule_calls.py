"""What desk and register say about rule tables: propose, look, approve, reject.

The token of a call names the desk; ``user`` names the member of staff at it, and the register believes that
only of somebody who signed in at this very desk with a one-time code of their own (``staff_desk``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

import msgspec

from werkdesk.messages.wire import Answer, Problem, Wire

MOST_CASES = 5_000
MOST_FILES = 100
LARGEST_CALL = 4 << 20

STATUS: Mapping[str, int] = MappingProxyType(
    {
        "medewerker.niet_hier": 403,
        "regels.rol": 403,
        "regels.zelfde_persoon": 403,
        "regels.versie_onbekend": 404,
        "regels.al_besloten": 409,
        "regels.ingehaald": 409,
        "regels.te_groot": 413,
        "regels.geen_wijziging": 422,
        "regels.reden": 422,
        "regels.gemeente": 422,
        "regels.toml": 422,
        "regels.veld": 422,
        "regels.waarde": 422,
        "regels.eenheid": 422,
        "regels.onbekend": 422,
        "regels.periode": 422,
        "regels.overlap": 422,
        "regels.gat": 422,
        "regels.ontbreekt": 422,
        "gevallen.json": 422,
        "gevallen.formaat": 422,
        "gevallen.dubbel": 422,
        "gevallen.te_veel": 422,
    }
)
"""Every refusal of the work itself that these calls know, with its status; a desk believes no other."""


class RulesProblem(Problem, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A refusal of a rule table: ``file``, ``line`` (1 = first, 0 = all of it), ``reason`` in Dutch."""

    field: str = ""
    file: str = ""
    line: int = 0
    reason: str = ""


class RulesRequest(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which desk, and who sits at it. By itself: list what there is."""

    desk_id: UUID
    user: str


class RulesShow(RulesRequest, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version, whole."""

    number: int


class RulesPropose(RulesRequest, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The office's own tables as they should become, all of them: file name → TOML.

    ``id`` makes sending twice harmless. ``over``: the version they were made from, 0 for the program's own;
    ``cases``: a case file (``rule cases`` 1), as text; ``accept``: its author saw that cases change.
    """

    id: UUID
    over: int
    tables: dict[str, str]
    from_day: date | None = None
    note: str = ""
    cases: str = ""
    accept: bool = False


class RulesDecide(RulesRequest, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Approve or withdraw. ``id`` as well as ``number``: what was read is what is decided upon."""

    id: UUID
    number: int
    reason: str = ""


class RuleSetLine(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version in a list. ``state``: concept, vastgesteld or vervallen. Persons by sign-in name."""

    id: UUID
    number: int
    state: str
    from_day: date | None = None
    note: str = ""
    records: int = 0
    cases: int = 0
    cases_changed: int = 0
    proposed_by: str
    proposed_at: datetime
    approved_by: str = ""
    approved_at: datetime | None = None
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""


class CaseChange(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A case with another outcome; ``before`` and ``after`` as ``domain.regels.vergelijken.Verschil``."""

    id: str
    gemeente: str
    before: msgspec.Raw
    after: msgspec.Raw
    expected: bool | None = None


class RulesList(Answer, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The newest versions first."""

    sets: list[RuleSetLine]


class RulesWhole(Answer, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A version with its tables, and those that hold now, so that a desk can show the difference."""

    line: RuleSetLine
    tables: dict[str, str]
    changed: list[CaseChange]
    held_number: int
    held_tables: dict[str, str]


class RulesProposed(Answer, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What came of a proposal; no ``line`` when cases change that its author did not say they saw."""

    changed: list[CaseChange]
    line: RuleSetLine | None = None


class RulesDecided(Answer, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The version as it stands now."""

    line: RuleSetLine
