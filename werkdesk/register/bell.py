"""Wakes the desks that stand in line for news, inside this process."""

from __future__ import annotations

import asyncio
from collections import defaultdict


class Bell:
    """One line per scope. :meth:`ring` may be called from any thread, the rest only on the event loop.

    It knows the highest number it ever heard of a scope, so news that came between reading the feed and
    standing in line is not missed.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._heads: dict[str, int] = {}
        self._lines: dict[str, set[asyncio.Future[None]]] = defaultdict(set)
        self._closed = False

    def open(self) -> None:
        """Belong to the running event loop."""
        self._loop = asyncio.get_running_loop()

    def close(self) -> None:
        """Wake everybody, and let nobody wait any more. From any thread or signal handler."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._close)

    @property
    def closed(self) -> bool:
        """Whether waiting is over for good."""
        return self._closed

    def ring(self, scope: str, seq: int) -> None:
        """There is news up to ``seq``; 0 wakes without news, to look again who may still wait."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ring, scope, seq)

    async def wait(self, seen: dict[str, int], seconds: float) -> None:
        """Return when any of these scopes has more than was seen, after ``seconds``, or when we close."""
        if self._closed or any(self._heads.get(scope, 0) > seq for scope, seq in seen.items()):
            return
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        for scope in seen:
            self._lines[scope].add(place)
        try:
            await asyncio.wait([place], timeout=seconds)
        finally:
            for scope in seen:
                self._lines[scope].discard(place)

    def waiting(self) -> int:
        """How many stand in line."""
        return len(set().union(*self._lines.values()))

    def _ring(self, scope: str, seq: int) -> None:
        if seq and seq <= self._heads.get(scope, 0):
            return
        self._heads[scope] = max(seq, self._heads.get(scope, 0))
        for place in self._lines.pop(scope, set()):
            if not place.done():
                place.set_result(None)

    def _close(self) -> None:
        self._closed = True
        for scope in list(self._lines):
            self._ring(scope, 0)
