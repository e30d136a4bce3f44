"""Taking a push in, whatever happens: again when crossed, in halves when one act cannot be stored."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from itertools import groupby

from sqlalchemy import Engine

from werkdesk.errors import Refused, WerkdeskError
from werkdesk.messages import problems
from werkdesk.messages.wire import PushResult, SyncRequest
from werkdesk.register.accept import accept
from werkdesk.register.database import in_transaction
from werkdesk.register.envelope import file_push
from werkdesk.register.judging.filed import Filed
from werkdesk.register.judging.neighbours import RulesOf
from werkdesk.register.judging.sameness import BsnHash
from werkdesk.register.sessions import DeskSession, check_desk

_log = logging.getLogger(__name__)


def take_push(
    engine: Engine, desk: DeskSession, request: SyncRequest, bsn_hash: BsnHash, rules_of: RulesOf
) -> PushResult:
    """Outcomes for every act of the push, all of them in custody when this returns.

    Raises ``Refused`` with a code of :mod:`werkdesk.messages.problems`; ``Unavailable`` without PostgreSQL.
    """
    check_desk(desk, request)
    if request.push is None:
        raise Refused(problems.UNREADABLE)
    acts = file_push(request.push, desk)
    return _take(engine, desk, request.push.prev_hash, acts, bsn_hash, rules_of)


def _take(
    engine: Engine,
    desk: DeskSession,
    prev_hash: str,
    acts: Sequence[Filed],
    bsn_hash: BsnHash,
    rules_of: RulesOf,
) -> PushResult:
    units = [list(unit) for _, unit in groupby(acts, key=lambda act: act.unit)]
    work = partial(accept, desk=desk, prev_hash=prev_hash, acts=acts, bsn_hash=bsn_hash, rules_of=rules_of)
    try:
        return in_transaction(engine, work)
    except WerkdeskError as error:
        # Crossed five times: smaller pieces get through where a large one keeps meeting others.
        if error.code != "register.bezet" or len(units) < 2:
            raise
    except Exception as error:  # noqa: BLE001 - one act that a table cannot hold may not stop the others
        _log.error("push failed", extra={"kind": type(error).__name__, "count": len(acts)})
    if len(units) < 2:
        return in_transaction(engine, partial(work, judge=False))
    outcomes = []
    result = PushResult(outcomes=[], last_mseq=0, last_hash=prev_hash)
    for unit in units:
        result = _take(engine, desk, prev_hash, unit, bsn_hash, rules_of)
        outcomes += result.outcomes
        prev_hash = unit[-1].hash
    return PushResult(outcomes=outcomes, last_mseq=result.last_mseq, last_hash=result.last_hash)
