"""What the network and the register say, in the words of :mod:`werkdesk.errors`; the one place they end."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import httpx

from werkdesk.errors import Refused, Unavailable, WerkdeskError
from werkdesk.messages import problems
from werkdesk.messages.rule_calls import STATUS, RulesProblem

# sync.md 3.5: errors of a whole call, each with one prescribed reaction. What the register calls them is not
# ours to repeat: a word of the protocol has no sentence, and another register may say anything.
REFUSALS: Mapping[str, str] = MappingProxyType(
    {
        problems.GAP: "register.reeks",
        problems.FORKED: "register.gekloond",
        problems.ROLLED_BACK: "register.teruggezet",
        problems.HISTORY_CHANGED: "register.geschiedenis",
        problems.CURSOR_TOO_OLD: "register.te_lang_weg",
        problems.UNAUTHORIZED: "register.niet_aangemeld",
        problems.WRONG_CODE: "register.code",
        problems.REVOKED: "register.ingetrokken",
        problems.UNREADABLE: "register.onleesbaar",
        problems.TOO_LARGE: "register.te_groot",
        problems.UPGRADE: "register.bijwerken",
    }
)
OTHER_REFUSAL = "register.geweigerd"
LONGEST_PATIENCE_MS = 600_000

_EXPIRED = frozenset({9, 10})  # X509_V_ERR_*: not valid yet, not valid any more
_OTHER_NAME = frozenset({62, 64})


def status_failure(status: int, code: str | None, retry_after_ms: int) -> WerkdeskError:
    """The failure for an answer that is not 200. ``code``: of the register's problem, ``None`` without one.

    A refusal is believed only when it comes as a problem in our own form: a proxy or a hotel's page that says
    403 must not look like a desk that was withdrawn.
    """
    if code == problems.DEFECT or status in (429, 502, 503, 504):
        patience = max(0, min(retry_after_ms, LONGEST_PATIENCE_MS))
        return Unavailable("register.bezig", retry_after_ms=patience)
    if code is None or not 400 <= status < 500:
        return Unavailable("register.antwoord", status=status)
    if code == problems.TOO_SLOW:
        return Unavailable("register.tijd")
    return Refused(REFUSALS.get(code, OTHER_REFUSAL), status=status)


def is_rules_refusal(status: int, problem: RulesProblem) -> bool:
    """Whether the register refuses the work itself, in our words and with its status."""
    return STATUS.get(problem.code) == status


def rules_refusal(problem: RulesProblem) -> Refused:
    """The refusal, with what the tables say about it."""
    return Refused(
        problem.code,
        field=problem.field or None,
        bestand=problem.file[:100],
        regelnummer=problem.line,
        reden=problem.reason[:300],
    )


def push_failure(push_error: str) -> str:
    """Our code for the ``push_error`` of an answer; empty stays empty."""
    return REFUSALS.get(push_error, OTHER_REFUSAL) if push_error else ""


def network_failure(error: httpx.TransportError | OSError, *, is_late: bool = False) -> Unavailable:
    """``register.tijd``, ``register.certificaat`` and its kinds, or ``register.onbereikbaar``."""
    if _is_dead_line(error) and not is_late:
        return Unavailable("register.onbereikbaar")
    if is_late or isinstance(error, (httpx.ReadTimeout, httpx.WriteTimeout)):
        return Unavailable("register.tijd")
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _untrusted(cause.verify_code)
        if isinstance(cause, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
            break  # the other side went away in the middle, which says nothing about its certificate
        if isinstance(cause, ssl.SSLError):
            return Unavailable("register.certificaat_protocol")
    if isinstance(error, (httpx.ProtocolError, httpx.DecodingError)) and not _is_disconnect(error):
        return Unavailable("register.antwoord", reden="protocol")
    return Unavailable("register.onbereikbaar")


def is_stale(error: httpx.TransportError) -> bool:
    """Whether a kept connection proved to be closed by the other side, which a second try mends.

    Not when the system gave it up after silence (ETIMEDOUT): then the line itself is dead.
    """
    if _is_dead_line(error):
        return False
    return isinstance(error, (httpx.ReadError, httpx.WriteError, httpx.CloseError)) or _is_disconnect(error)


def _is_dead_line(error: BaseException) -> bool:
    # The system's own "timed out" (keep-alive probes unanswered) is the same class as the client's time limit
    # and told apart by its number only.
    return any(getattr(cause, "errno", None) == errno.ETIMEDOUT for cause in _causes(error))


def _is_disconnect(error: Exception) -> bool:
    return isinstance(error, httpx.RemoteProtocolError) and "disconnected" in str(error).lower()


def _untrusted(verify_code: int) -> Unavailable:
    """Why, as a code: a wrong date on this PC, another name and a stranger each need another call."""
    if verify_code in _EXPIRED:
        return Unavailable("register.certificaat_verlopen")
    if verify_code in _OTHER_NAME:
        return Unavailable("register.certificaat_naam")
    return Unavailable("register.certificaat", nummer=verify_code)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    now: BaseException | None = error
    while now is not None and id(now) not in seen:
        seen.add(id(now))
        yield now
        now = now.__cause__ or now.__context__
