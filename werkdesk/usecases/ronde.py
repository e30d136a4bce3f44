"""One round with the register, and when to do the next one. Plain code: no thread, no clock, no socket.

The loop is driven by state and not by events: whoever drives it asks :meth:`Pauze.due` once a second, so a
forgotten retry cannot exist (T8 in the study of sync engines).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from werkdesk.errors import Refused, Unavailable, WerkdeskError
from werkdesk.messages.wire import SyncAnswer, SyncRequest
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.ports import Blobs, RegisterLink, SyncStore


@dataclass(frozen=True, slots=True)
class Round:
    """What one call brought. ``more``: ask again at once. ``fout``: code when it failed."""

    changes: Changes
    more: bool
    fout: str | None = None
    retry_after: float = 0.0


def sync_once(
    store: SyncStore, link: RegisterLink, *, wait_s: float = 0.0, push: bool = True, pull: bool = True
) -> Round:
    """Push what waits, pull what is new, in one call. Never raises for a register that is away or lies.

    A desk with a window runs two of these side by side: one that only pushes, and one that only pulls and
    stands in line for news (``wait_s``), so that saving never waits for the news.
    """
    request = store.request(wait_s=wait_s, push=push, pull=pull)
    try:
        answer = link.sync(request)
    except (Unavailable, Refused) as error:
        return Round(
            store.note_failure(error.code), more=False, fout=error.code, retry_after=_pause_of(error)
        )
    changes = Changes()
    if request.push is not None and answer.push is not None:
        changes |= store.file_outcomes(request.push, answer.push)
    if answer.feeds:
        try:
            changes |= store.apply_feeds(answer.feeds)
        except Refused:
            # It answers, but what it says cannot be true: no green light for that.
            changes |= store.note_failure("register.antwoord")
            return Round(changes, more=False, fout="register.antwoord")
    changes |= store.note_answer(answer)
    return Round(changes, more=_more(request, answer, store), fout=answer.push_error or None)


def send_blobs(store: SyncStore, link: RegisterLink, blobs: Blobs, limit: int = 4) -> Round:
    """Send kept papers, a few at a time, so that acts never wait for them."""
    changes = Changes()
    waiting = store.blobs_to_send(limit)
    for sha256 in waiting:
        content = blobs.read_blob(sha256)
        try:
            if content is not None:
                link.send_blob(sha256, content)
        except (Unavailable, Refused) as error:
            return Round(changes | store.note_failure(error.code), more=False, fout=error.code)
        changes |= store.blob_sent(sha256)
    return Round(changes, more=len(waiting) == limit)


def sync_until_empty(store: SyncStore, link: RegisterLink, blobs: Blobs, *, rounds: int = 10_000) -> Round:
    """Full rounds until nothing waits on either side, or until one fails."""
    changes = Changes(Topic.VERBINDING)
    for _ in range(rounds):
        step = sync_once(store, link)
        changes |= step.changes
        if step.fout is not None:
            return Round(changes, more=False, fout=step.fout, retry_after=step.retry_after)
        if not step.more:
            break
    while True:
        step = send_blobs(store, link, blobs)
        changes |= step.changes
        if step.fout is not None or not step.more:
            return Round(changes, more=False, fout=step.fout)


def _more(request: SyncRequest, answer: SyncAnswer, store: SyncStore) -> bool:
    """Whether there is more to send or to fetch. A cache that was made anew learns only from its first answer
    what it may read at all: nothing of that was asked for yet.
    """
    if any(feed.more for feed in answer.feeds) or store.next_push(1, 1 << 20) is not None:
        return True
    if request.pull is None:
        return False
    asked = {cursor.scope for cursor in request.pull.cursors}
    return any(cursor.scope not in asked for cursor in store.cursors())


def _pause_of(error: WerkdeskError) -> float:
    pause = error.details.get("retry_after_ms", 0)
    return int(pause) / 1000


@dataclass(slots=True)
class Pauze:
    """Decorrelated back-off: 0.5 to 60 seconds, reset by success; the register's own wish wins.

    ``chance`` gives a number in [0, 1); it is an argument so that a test can hold it still.
    """

    chance: Callable[[], float]
    least: float = 0.5
    most: float = 60.0
    length: float = 0.0
    until: float = 0.0

    def failed(self, now: float, retry_after: float = 0.0) -> None:
        """Wait longer than last time, but not in step with other desks."""
        base = max(self.length, self.least)
        self.length = min(self.most, self.least + self.chance() * (base * 3 - self.least))
        self.until = now + max(self.length, retry_after)

    def succeeded(self) -> None:
        """The line works."""
        self.length = 0.0
        self.until = 0.0

    def shorten(self, now: float, most: float = 3.0) -> None:
        """The network says something changed: try soon, but never all desks at once."""
        self.until = min(self.until, now + self.chance() * most)

    def due(self, now: float) -> bool:
        """Whether a round may start at ``now`` (monotonic seconds)."""
        return now >= self.until
