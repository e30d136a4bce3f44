"""Whether an answer fits what was asked; a register that answers something else is not believed at all."""

from __future__ import annotations

from werkdesk.errors import Unavailable
from werkdesk.messages.wire import Feed, SyncAnswer, SyncRequest


def check_answer(request: SyncRequest, answer: SyncAnswer) -> None:
    """Raise ``Unavailable('register.antwoord')`` unless outcomes and feeds belong to this very request.

    Outcomes must name the pushed mutations, all of them, in order: anything less and nothing counts as
    received. Feeds must be of scopes that were asked for, each once, with consecutive numbers (T1).
    """
    if answer.push is None:
        if request.push is not None and not answer.push_error:
            raise Unavailable("register.antwoord", reden="uitkomsten")
    else:
        asked = [] if request.push is None else [mutation.id for mutation in request.push.mutations]
        if [outcome.id for outcome in answer.push.outcomes] != asked:
            raise Unavailable("register.antwoord", reden="uitkomsten")
    scopes = {cursor.scope for cursor in request.pull.cursors} if request.pull is not None else set()
    named = [feed.scope for feed in answer.feeds]
    if len(set(named)) != len(named) or not scopes.issuperset(named):
        raise Unavailable("register.antwoord", reden="kringen")
    if not all(_is_dense(feed) for feed in answer.feeds):
        raise Unavailable("register.antwoord", reden="reeks")


def _is_dense(feed: Feed) -> bool:
    return [change.q for change in feed.changes] == list(range(feed.from_seq + 1, feed.to_seq + 1))
