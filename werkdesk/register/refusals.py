"""Failures as HTTP: a status and a code, never a value that was sent."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from werkdesk.errors import Refused, Unavailable, WerkdeskError
from werkdesk.messages import problems
from werkdesk.messages.wire import Problem
from werkdesk.register.bodies import pack

_log = logging.getLogger(__name__)

STATUS: Mapping[str, int] = MappingProxyType(
    {
        problems.GAP: 409,
        problems.FORKED: 409,
        problems.ROLLED_BACK: 409,
        problems.HISTORY_CHANGED: 409,
        problems.CURSOR_TOO_OLD: 410,
        problems.UNAUTHORIZED: 401,
        problems.WRONG_CODE: 403,
        problems.REVOKED: 403,
        problems.UNREADABLE: 422,
        problems.TOO_LARGE: 413,
        problems.TOO_SLOW: 408,
        problems.TOO_MANY: 429,
        problems.UPGRADE: 426,
        problems.NOT_FOUND: 404,
        problems.BUSY: 503,
        problems.DEFECT: 500,
    }
)
_WORDS: Mapping[str, str] = MappingProxyType({"code.ongeldig": problems.WRONG_CODE})


def answer_foreseen(request: Request, error: Exception) -> Response:
    """A failure that was foreseen."""
    if isinstance(error, Unavailable):
        code = problems.TOO_MANY if error.code == problems.TOO_MANY else problems.BUSY
        wait = error.details.get("retry_after_ms", 1000)
        return _answer(request, Problem(code=code, retry_after_ms=int(wait)))
    assert isinstance(error, WerkdeskError)  # noqa: S101 - registered for this class alone
    code = _WORDS.get(error.code, error.code)
    if not isinstance(error, Refused) or code not in STATUS:
        return answer_defect(request, error)
    details = error.details
    return _answer(
        request,
        Problem(
            code=code,
            last_mseq=int(details.get("last_mseq", 0)),
            last_hash=str(details.get("last_hash", "")),
        ),
    )


def answer_http(request: Request, error: Exception) -> Response:
    """No such path, or not that method."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class alone
    return _answer(request, Problem(code=problems.NOT_FOUND), error.status_code)


def answer_defect(request: Request, error: Exception) -> Response:
    """What nobody foresaw: its kind and place go to the log, nothing of it to the caller."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace is not None else ""
    code = error.code if isinstance(error, WerkdeskError) else ""
    _log.error("defect", extra={"kind": type(error).__name__, "place": place, "code": code})
    return _answer(request, Problem(code=problems.DEFECT, retry_after_ms=5_000))


def _answer(request: Request, problem: Problem, status: int | None = None) -> Response:
    response = pack(problem, "", status if status is not None else STATUS[problem.code])
    if problem.retry_after_ms:
        response.headers["Retry-After"] = str(-(-problem.retry_after_ms // 1000))
    if response.status_code in (408, 413):
        response.headers["Connection"] = "close"  # the rest of the body is still on its way
    return response
