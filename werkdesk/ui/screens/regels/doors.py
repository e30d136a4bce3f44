"""From an explanation to the rules behind it: the list at the end of the help panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.side_panel import Doors
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import regels as t
from werkdesk.ui.teksten.regelnamen import regelnaam


def doors_to(
    rules: Sequence[RegelVerwijzing], open_rule: Callable[[RegelVerwijzing], None], help_key: str
) -> Doors | None:
    """One line for each rule, with its article and name; ``None`` when there are none."""
    if not rules:
        return None
    by_number = {str(number): one for number, one in enumerate(rules)}
    return Doors(
        question=t.DEUREN,
        options=[_option(number, one) for number, one in by_number.items()],
        go=lambda number: open_rule(by_number[number]),
        help_key=help_key,
    )


def _option(number: str, one: RegelVerwijzing) -> Option:
    unsure = t.ZEKERHEID["aanname"] if one.zekerheid == "aanname" else ""
    return Option(number, f"{t.artikel(one.bron)} · {regelnaam(one.regel)}", note=unsure, note_tone=Tone.WARN)
