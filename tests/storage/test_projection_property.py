"""Whatever happens in whatever order, lists equal the register's word with our pending acts on top."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fixtures.cache import NOW, WIE, again, new_cache
from tests.searching import examples
from tests.storage.acts import answered, enrolled, facts, phone_changed, reported, ticket
from tests.storage.small_register import SmallRegister, pull_once, push_once
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.messages.codec import RECORD_TYPES, decode_act, decode_record
from werkdesk.storage.cache import CacheHandles
from werkdesk.storage.fold import fold
from werkdesk.storage.records import read_stand
from werkdesk.storage.tables.every import DERIVED
from werkdesk.storage.uuid7 import new_id

PHONES = ("0201234567", "0612345678", "0297123456")
SURNAMES = ("Berg", "Bergh", "van Verzonnen", "Öztürk-Bedacht", "El Fictief", "Meijer")
# Short names for the search are given out in order of arrival; everything else must be equal to the letter.
_BY_NUMBER = {"klant": "n", "zoeknaam": "klant"}


def derived_rows(cache: CacheHandles) -> dict[str, list[tuple[Any, ...]]]:
    """Every derived table, without the short names of persons and without surnames nobody bears."""
    seen: dict[str, list[tuple[Any, ...]]] = {}
    with cache.writer.transaction() as connection:
        ids = {row.n: row.id for row in connection.exec_driver_sql("SELECT n, id FROM klant")}
        bearers = "dragers > 0"
        for table in DERIVED:
            names = [column.name for column in table.columns]
            where = f" WHERE {bearers}" if "dragers" in names else ""
            rows = [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table.name}{where}")]  # noqa: S608
            number = _BY_NUMBER.get(table.name)
            if number is not None:
                place = names.index(number)
                rows = [(*row[:place], ids[row[place]], *row[place + 1 :]) for row in rows]
            if table.name not in ("naam_weg", "naam_begin", "begin_weg"):  # these only grow
                seen[table.name] = sorted(rows, key=repr)
    return seen


def expected_stands(cache: CacheHandles) -> dict[tuple[str, UUID], Stand]:
    """The fold over base and outbox, done by hand."""
    stands: dict[tuple[str, UUID], Stand] = {}
    with cache.writer.transaction() as connection:
        for row in connection.exec_driver_sql("SELECT soort, id, body FROM base WHERE weg = 0"):
            stands[row.soort, UUID(bytes=row.id)] = decode_record(row.soort, row.body)
        for row in connection.exec_driver_sql("SELECT * FROM outbox WHERE in_base = 0 ORDER BY mseq"):
            key = (row.record, UUID(bytes=row.rid))
            after = fold(stands.get(key), [decode_act(row.soort, row.body)])
            if after is not None:
                stands[key] = after
    return stands


class DeskLife:
    """One desk, one small register, a colleague, lost answers, restarts. ``a`` and ``b``: any numbers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = new_cache(folder)
        self.register = SmallRegister()
        self.klanten: list[UUID] = []
        self.meldingen: list[UUID] = []
        self.bezoeken: list[UUID] = []
        self.enrol(0, 1)

    def _save(self, *acts: g.Gebeurtenis) -> bool:
        try:
            with self.cache.work(WIE) as unit:
                unit.record(*acts)
                unit.commit()
        except Refused:
            return False
        return True

    def enrol(self, a: int, b: int) -> None:
        person = enrolled(facts(SURNAMES[a % len(SURNAMES)], "Bo", phone=PHONES[0]))
        melding = reported(person.id, len(self.meldingen) + 1)
        if self._save(person, *([melding] if b % 2 else [])):
            self.klanten.append(person.id)
            self.meldingen += [melding.id] if b % 2 else []

    def change_phone(self, a: int, b: int) -> None:
        rid = self.klanten[a % len(self.klanten)]
        with self.cache.work(WIE) as unit:
            klant = unit.get(Klant, rid)
        assert klant is not None
        self._save(phone_changed(rid, klant.feiten.telefoon, PHONES[b % len(PHONES)]))

    def answer(self, a: int, b: int) -> None:
        if self.meldingen:
            self._save(answered(self.meldingen[a % len(self.meldingen)], ("alleen", "partner")[b % 2]))

    def visit(self, a: int, b: int) -> None:
        act = ticket(len(self.bezoeken) + 1, klant=self.klanten[a % len(self.klanten)])
        if self._save(act, g.BezoekOpgeroepen(id=act.id, balie=3, moment=NOW)):
            self.bezoeken.append(act.id)

    def push(self, a: int, b: int) -> None:
        push_once(self.cache, self.register, lose_answer=a % 3 == 0)

    def pull(self, a: int, b: int) -> None:
        pull_once(self.cache, self.register, 1 + a % 7)

    def colleague_changes_somebody(self, a: int, b: int) -> None:
        known = [stand for _, stand in self.register.records.values() if isinstance(stand, Klant)]
        if known:
            klant = known[a % len(known)]
            name = facts(SURNAMES[b % len(SURNAMES)]).naam
            phone = Telefoon(PHONES[b % len(PHONES)])
            self.register.put(replace(klant, feiten=replace(klant.feiten, telefoon=phone, naam=name)))

    def colleague_enrols_somebody(self, a: int, b: int) -> None:
        self.register.put(Klant(id=new_id(), feiten=facts(SURNAMES[a % len(SURNAMES)]), sinds=NOW))

    def somebody_leaves(self, a: int, b: int) -> None:
        gone = [key for key in self.register.records if key[0] == "klant" and key[1] not in self.klanten]
        if gone:
            rev, _ = self.register.records.pop(gone[0])
            self.register.tell(gone[0][0], gone[0][1], rev + 1, "leave", None)

    def start_again(self, a: int, b: int) -> None:
        self.cache.close()
        self.cache = again(self.folder)
        assert self.cache.reconciled.from_journal == self.cache.reconciled.to_journal == 0

    def check(self) -> None:
        expected = expected_stands(self.cache)
        with self.cache.writer.transaction() as connection:
            for (soort, rid), stand in expected.items():
                assert read_stand(connection, soort, rid) == stand
        # Own writes stay on the screen, and each counts once.
        for rid in self.klanten:
            assert self.cache.overzichten.dossier(rid) is not None
        for rid in self.bezoeken:
            bezoek = self.cache.overzichten.bezoek(rid)
            assert bezoek is not None
            assert bezoek.oproepen == 1
        # The pill tells the truth.
        waiting = self.cache.overzichten.outbox()
        pill = self.cache.overzichten.verbinding()
        assert pill.wachten == sum(row.stand in ("wacht", "onderweg") for row in waiting)
        assert (pill.wachten == 0) == (self.cache.sync_store.next_push(1, 1 << 20) is None)

    def check_rebuilt(self) -> None:
        before = derived_rows(self.cache)
        self.cache.rebuild()
        assert derived_rows(self.cache) == before


STEPS = (
    *("push", "pull", "change_phone", "colleague_changes_somebody") * 3,
    *("enrol", "answer", "visit", "colleague_enrols_somebody", "somebody_leaves", "start_again"),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(STEPS), st.integers(0, 41), st.integers(0, 41)), min_size=10, max_size=40
    )
)
@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
def test_lists_are_the_base_with_our_acts_on_top_whatever_happens(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        life = DeskLife(Path(folder) / "balie")
        try:
            for step, a, b in steps:
                getattr(life, step)(a, b)
                life.check()
            life.check_rebuilt()
        finally:
            life.cache.close()


def test_after_quiet_desk_and_register_are_equal() -> None:
    """Whatever was done apart, without faults both end up with the same records."""
    with tempfile.TemporaryDirectory() as folder:
        cache = new_cache(Path(folder) / "balie")
        register = SmallRegister()
        person = enrolled(facts("Verzonnen", phone=PHONES[0]))
        melding = reported(person.id)
        with cache.work(WIE) as unit:
            unit.record(person, melding, answered(melding.id))
            unit.commit()
        push_once(cache, register, lose_answer=True)
        push_once(cache, register)
        pull_once(cache, register)
        with cache.writer.transaction() as connection:
            kept = {
                (row.soort, UUID(bytes=row.id)): (row.rev, decode_record(row.soort, row.body))
                for row in connection.exec_driver_sql("SELECT soort, id, rev, body FROM base")
            }
        assert kept == register.records
        assert set(RECORD_TYPES) > {soort for soort, _ in kept}
        assert isinstance(kept["melding", melding.id][1], Melding)
        cache.close()
