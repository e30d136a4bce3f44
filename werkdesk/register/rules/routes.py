"""HTTP in and out for the calls about rule tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import anyio
import msgspec
from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from werkdesk.errors import Refused
from werkdesk.messages.paths import (
    RULES_APPROVE,
    RULES_LIST,
    RULES_PROPOSE,
    RULES_SHOW,
    RULES_WITHDRAW,
)
from werkdesk.messages.rule_calls import (
    LARGEST_CALL,
    STATUS,
    RulesDecide,
    RulesProblem,
    RulesPropose,
    RulesRequest,
    RulesShow,
)
from werkdesk.register import bodies
from werkdesk.register.bodies import pack, read_message
from werkdesk.register.requests import accepts_of, check_protocol, token_of
from werkdesk.register.rules.calls import RuleCalls

MOST_AT_ONCE = 2
"""Working out a jurist's cases takes seconds of one core; the queue of the counter goes before it."""

M = TypeVar("M", bound=RulesRequest)


class RuleRoutes:
    """The endpoints; a refusal of the work itself goes back with its field, file, line and reason."""

    def __init__(self, calls: RuleCalls) -> None:
        self._calls = calls
        self._limiter = CapacityLimiter(MOST_AT_ONCE)

    def routes(self) -> list[Route]:
        """Every path there is."""
        calls = self._calls
        return [
            Route(RULES_LIST, self._answers(RulesRequest, calls.list, bodies.SMALL), methods=["POST"]),
            Route(RULES_SHOW, self._answers(RulesShow, calls.show, bodies.SMALL), methods=["POST"]),
            Route(RULES_PROPOSE, self._answers(RulesPropose, calls.propose, LARGEST_CALL), methods=["POST"]),
            Route(RULES_APPROVE, self._answers(RulesDecide, calls.approve, bodies.SMALL), methods=["POST"]),
            Route(RULES_WITHDRAW, self._answers(RulesDecide, calls.withdraw, bodies.SMALL), methods=["POST"]),
        ]

    def _answers(self, kind: type[M], call: Callable[[str | None, M], msgspec.Struct], most: int) -> Any:
        async def endpoint(request: Request) -> Response:
            check_protocol(request)
            message = await read_message(request, kind, most)
            token = token_of(request)
            try:
                answer = await anyio.to_thread.run_sync(lambda: call(token, message), limiter=self._limiter)
            except Refused as refused:
                if refused.code not in STATUS:
                    raise
                return pack(_problem(refused), accepts_of(request), STATUS[refused.code])
            return pack(answer, accepts_of(request))

        return endpoint


def _problem(refused: Refused) -> RulesProblem:
    details = refused.details
    return RulesProblem(
        code=refused.code,
        field=refused.field or "",
        file=str(details.get("bestand", ""))[:100],
        line=int(details.get("regelnummer", 0)),
        reason=str(details.get("reden", ""))[:300],
    )
