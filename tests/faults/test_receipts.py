"""What a desk may forget, and when it may stop worrying: only after a receipt, and only for what it names."""

from __future__ import annotations

from pathlib import Path

from tests.faults import damage
from tests.fixtures.cache import again, new_cache
from tests.storage.acts import save, ticket
from tests.storage.small_register import SCOPE, SmallRegister, answer
from werkdesk.messages.wire import PushResult
from werkdesk.storage.engine import FILE_NAME


def test_a_receipt_for_a_part_leaves_the_rest_in_the_journal(tmp_path: Path) -> None:
    register = SmallRegister()
    cache = new_cache(tmp_path)
    for number in range(1, 5):
        save(cache, ticket(number))
    part = cache.sync_store.next_push(2, 1 << 20)
    assert part is not None
    assert [act.mseq for act in part.mutations] == [1, 2]
    cache.sync_store.file_outcomes(part, register.take(part))
    assert cache.overzichten.verbinding().journaal == 4
    cache.close()
    damage.scribble(tmp_path / FILE_NAME)
    anew = again(tmp_path)
    left = anew.sync_store.next_push(100, 1 << 20)
    assert left is not None
    assert {3, 4} <= {act.mseq for act in left.mutations}
    anew.close()


def test_an_empty_list_of_outcomes_receives_nothing(tmp_path: Path) -> None:
    cache = new_cache(tmp_path)
    save(cache, ticket(1))
    request = cache.sync_store.request(wait_s=0, push=True, pull=False)
    assert request.push is not None
    nothing = PushResult(outcomes=[], last_mseq=1, last_hash=request.push.mutations[0].hash)
    cache.sync_store.file_outcomes(request.push, nothing)
    assert cache.overzichten.verbinding().wachten == 1
    assert cache.overzichten.verbinding().journaal == 1
    cache.close()


def test_why_a_push_was_refused_is_known_until_a_push_is_taken(tmp_path: Path) -> None:
    register = SmallRegister()
    cache = new_cache(tmp_path)
    save(cache, ticket(1))
    request = cache.sync_store.request(wait_s=0, push=True, pull=False)
    assert request.push is not None
    store = cache.sync_store
    store.note_answer(answer(scopes=[SCOPE], push_error="register.gekloond"))
    store.note_answer(answer(scopes=[SCOPE]))  # the other lane only pulled: that says nothing about it
    line = cache.overzichten.verbinding()
    assert (line.fout, line.wachten, line.weg_sinds) == ("register.gekloond", 1, None)
    taken = register.take(request.push)
    store.file_outcomes(request.push, taken)
    store.note_answer(answer(scopes=[SCOPE], push=taken))
    assert cache.overzichten.verbinding().fout is None
    cache.close()


def test_a_line_that_works_again_forgets_why_it_was_away(tmp_path: Path) -> None:
    cache = new_cache(tmp_path)
    save(cache, ticket(1))
    cache.sync_store.note_failure("register.tijd")
    assert cache.overzichten.verbinding().fout == "register.tijd"
    cache.sync_store.note_answer(answer(scopes=[SCOPE]))
    line = cache.overzichten.verbinding()
    assert (line.fout, line.weg_sinds, line.wachten) == (None, None, 1)
    cache.close()


def test_what_waits_after_a_failure_is_offered_again_with_the_same_ids(tmp_path: Path) -> None:
    cache = new_cache(tmp_path)
    save(cache, ticket(1), ticket(2))
    first = cache.sync_store.request(wait_s=0, push=True, pull=False).push
    assert {row.stand for row in cache.overzichten.outbox()} == {"onderweg"}
    cache.sync_store.note_failure("register.onbereikbaar")
    rows = cache.overzichten.outbox()
    assert {(row.stand, row.fout) for row in rows} == {("wacht", "register.onbereikbaar")}
    second = cache.sync_store.request(wait_s=0, push=True, pull=False).push
    assert first is not None
    assert second is not None
    assert [act.id for act in first.mutations] == [act.id for act in second.mutations]
    cache.close()
