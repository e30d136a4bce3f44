"""The line to the register over HTTP; importing this module imports httpx: not before the first frame."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self, TypeVar

import httpx
import msgspec

from werkdesk import __version__
from werkdesk.errors import Refused, Unavailable
from werkdesk.messages.inzage import BlikAnswer, BlikRequest
from werkdesk.messages.paths import (
    AUTHORIZATION,
    ENROL,
    HELLO,
    JSON,
    LOOKS,
    PROTOCOL_HEADER,
    SIGN_IN,
    SYNC,
    ZSTD,
    blob_path,
)
from werkdesk.messages.rule_calls import RulesProblem, RulesRequest
from werkdesk.messages.wire import (
    LARGEST_BODY,
    PROTOCOL,
    BlobAnswer,
    EnrolAnswer,
    EnrolRequest,
    Hello,
    SignInAnswer,
    SignInRequest,
    SyncAnswer,
    SyncRequest,
)
from werkdesk.transport.answers import check_answer
from werkdesk.transport.bodies import SMALL_BODY, collect, is_json, pack, unpack
from werkdesk.transport.failures import (
    is_rules_refusal,
    is_stale,
    network_failure,
    push_failure,
    rules_refusal,
    status_failure,
)
from werkdesk.transport.line import Line, keepalive_options
from werkdesk.transport.trust import check_url, client_context

CONNECT_SECONDS = 5.0
READ_SECONDS = 20.0
CHUNK_BYTES = 1 << 20
SLOWEST_UPLOAD = 16 * 1024
"""Bytes a second: below it a call with a large body is cut rather than waited for."""
KEPT_SECONDS = 60.0

M = TypeVar("M", bound=msgspec.Struct)


class RegisterClient:
    """One connection, for one thread; only :meth:`abort` may be called from another.

    Fulfils ``usecases.ports.RegisterLink``. Every call raises ``Unavailable``: ``register.onbereikbaar``,
    ``register.tijd``, ``register.bezig`` (with ``retry_after_ms``), ``register.certificaat`` and its
    kinds (``_naam``, ``_verlopen``, ``_protocol``), ``register.antwoord``; or ``Refused``: the codes of
    ``failures.REFUSALS``.
    """

    def __init__(self, url: str, ca_pem: str | None, token: str = "") -> None:
        """``ca_pem``: the one authority to believe, ``None`` for those of the system."""
        self._line = Line()
        self._base = check_url(url)
        self._headers = {
            PROTOCOL_HEADER: str(PROTOCOL),
            "Accept": JSON,
            "Accept-Encoding": ZSTD,
            "User-Agent": f"werkdesk/{__version__}",
        }
        if token:
            self._headers[AUTHORIZATION] = f"Bearer {token}"
        transport = httpx.HTTPTransport(
            verify=client_context(ca_pem) if self._base.startswith("https:") else False,
            trust_env=False,
            http1=True,
            limits=httpx.Limits(
                max_connections=1, max_keepalive_connections=1, keepalive_expiry=KEPT_SECONDS
            ),
            socket_options=keepalive_options(),
        )
        self._http = httpx.Client(transport=transport, trust_env=False, follow_redirects=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the connection go; by the thread that uses it."""
        self._http.close()

    def abort(self) -> None:
        """From any thread: wake whoever waits on this line, with an error. It is of no use afterwards."""
        self._line.cut()

    def hello(self) -> Hello:
        """Who the register is. Raises ``Refused('register.bijwerken')`` when we do not speak its language."""
        hello = self._call("GET", HELLO, Hello, largest=SMALL_BODY)
        if not hello.protocol[0] <= PROTOCOL <= hello.protocol[1]:
            raise Refused("register.bijwerken")
        return hello

    def enrol(self, request: EnrolRequest) -> EnrolAnswer:
        """Present the one-time code of this desk. Raises ``Refused('register.code')`` for a wrong one."""
        return self._call("POST", ENROL, EnrolAnswer, request, largest=SMALL_BODY)

    def sign_in(self, request: SignInRequest) -> SignInAnswer:
        """Let a member of staff prove who they are."""
        return self._call("POST", SIGN_IN, SignInAnswer, request, largest=SMALL_BODY)

    def sync(self, request: SyncRequest) -> SyncAnswer:
        """Push, pull and stand in line, in one call. ``push_error`` comes back as a code of ours."""
        wait_s = request.pull.wait_s if request.pull is not None else 0.0
        answer = self._call("POST", SYNC, SyncAnswer, request, wait_s=wait_s)
        check_answer(request, answer)
        return msgspec.structs.replace(answer, push_error=push_failure(answer.push_error))

    def send_looks(self, request: BlikRequest) -> BlikAnswer:
        """Looks at dossiers; sending them twice is harmless."""
        return self._call("POST", LOOKS, BlikAnswer, request, largest=SMALL_BODY)

    def rules(self, path: str, request: RulesRequest, kind: type[M]) -> M:
        """One call about rule tables; a refusal comes back with its file, line and reason.

        Raises ``Refused`` with a code of ``rule_calls.STATUS`` besides those of every call.
        """
        return self._call("POST", path, kind, request)

    def send_blob(self, sha256: str, content: bytes) -> None:
        """Send the bytes in chunks, from where the register says it stopped."""
        offset = 0
        for _ in range(2 * (len(content) // CHUNK_BYTES) + 3):
            chunk = content[offset : offset + CHUNK_BYTES]
            span = f"bytes {offset}-{offset + len(chunk) - 1}/{len(content)}"
            answer = self._call(
                "PUT",
                blob_path(sha256),
                BlobAnswer,
                raw=chunk,
                headers={"Content-Type": "application/octet-stream", "Content-Range": span},
                largest=SMALL_BODY,
            )
            if answer.complete:
                return
            if not 0 <= answer.offset < len(content):
                break
            offset = answer.offset
        raise Unavailable("register.antwoord", reden="bijlage")

    def _call(
        self,
        method: str,
        path: str,
        kind: type[M],
        message: msgspec.Struct | None = None,
        *,
        raw: bytes | None = None,
        headers: dict[str, str] | None = None,
        wait_s: float = 0.0,
        largest: int = LARGEST_BODY,
    ) -> M:
        body, described = (raw, headers or {}) if message is None else pack(message)
        timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS, read=READ_SECONDS + wait_s)
        request = self._http.build_request(
            method,
            self._base + path,
            content=body,
            headers={**self._headers, **described},
            timeout=timeout,
            extensions={"trace": self._line.trace},
        )
        seconds = CONNECT_SECONDS + READ_SECONDS + wait_s + len(body or b"") / SLOWEST_UPLOAD
        response = self._send(request, seconds)
        try:
            return self._read(response, kind, largest)
        except httpx.TransportError as error:
            raise network_failure(error) from None
        finally:
            response.close()

    def _send(self, request: httpx.Request, seconds: float) -> httpx.Response:
        while True:
            try:
                with self._line.at_most(seconds):
                    return self._http.send(request, stream=True)
            except httpx.TransportError as error:
                # A connection kept too long was closed by the other side: once more, on a new one. Every call
                # may be made twice (ids and one-time codes are answered alike), so nothing can happen double.
                kept = not self._line.is_fresh and not self._line.is_late and not self._line.is_cut
                if kept and is_stale(error):
                    continue
                raise network_failure(error, is_late=self._line.is_late) from None

    def _read(self, response: httpx.Response, kind: type[M], largest: int) -> M:
        headers = _lower(response.headers)
        if response.status_code == 200 and is_json(headers):
            return unpack(collect(response.iter_raw(), largest), headers, kind, largest)
        problem: RulesProblem | None = None
        if is_json(headers):
            problem = self._problem(response, headers)
        if problem is not None and is_rules_refusal(response.status_code, problem):
            raise rules_refusal(problem)
        raise status_failure(
            response.status_code,
            problem.code if problem else None,
            problem.retry_after_ms if problem else _retry_after(headers),
        )

    @staticmethod
    def _problem(response: httpx.Response, headers: dict[str, str]) -> RulesProblem | None:
        try:
            body = collect(response.iter_raw(), SMALL_BODY)
            return unpack(body, headers, RulesProblem, SMALL_BODY)
        except Unavailable:
            return None


def _lower(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _retry_after(headers: dict[str, str]) -> int:
    text = headers.get("retry-after", "")
    return int(text) * 1000 if text.isascii() and text.isdigit() and len(text) < 6 else 0
