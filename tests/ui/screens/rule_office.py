"""An office with rules, for screens: a register of a few lines, two administrators, and their drafts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec

from tests.fixtures.rule_tables import program_tables, search_case
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.vergelijken import vergelijk, wijzigingen
from werkdesk.errors import Locked, Refused, Unavailable, WerkdeskError
from werkdesk.messages import paths
from werkdesk.messages.rule_calls import (
    CaseChange,
    RulesDecide,
    RulesDecided,
    RuleSetLine,
    RulesList,
    RulesPropose,
    RulesProposed,
    RulesRequest,
    RulesShow,
    RulesWhole,
)
from werkdesk.ui.dossier.drafts import DraftActions
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.regels.actions import BeheerActions, RegelsActions
from werkdesk.ui.screens.regels.screen import RegelsScreen
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.ports import Wie
from werkdesk.usecases.regels.beheer import Loket, RegelBeheer, mag_voorstellen
from werkdesk.usecases.regels.kiezen import RegelStand
from werkdesk.usecases.regels.uitgangspunt import Uitgangspunt
from werkdesk.usecases.regels.uitleg import toon_regel

BASIS = program_tables()
PIN = "24681012"
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
GEMEENTEN = ("0362", "0358")
NAMES = {"a.beheer": "A. Beheer (fictief)", "b.beheer": "B. Beheer (fictief)", "t.lead": "T. Lead (fictief)"}
CASES = json.dumps(
    {
        "formaat": 1,
        "gevallen": [
            search_case("jong-2026", "2026-12-01"), search_case("jong-2027", "2027-02-01"),
            search_case("jong-zomer", "2027-07-05"),
        ],
    }
).encode()  # fmt: skip
STAND = RegelStand(
    kenmerk=BASIS.kenmerk, versie=BASIS.versie, vingerafdruk=BASIS.vingerafdruk, herkomst="programma",
    basis=BASIS.versie, houdbaar_tot=date(2027, 5, 20), te_oud=False,
)  # fmt: skip


@dataclass
class Register:
    """Keeps versions and says no as the real one does. ``fail``: what every call meets."""

    rows: list[RuleSetLine] = field(default_factory=list)
    tables: dict[UUID, dict[str, str]] = field(default_factory=dict)
    changed: dict[UUID, list[CaseChange]] = field(default_factory=dict)
    fail: WerkdeskError | None = None
    asked: list[RulesRequest] = field(default_factory=list)
    sees_more: list[CaseChange] = field(default_factory=list)

    def rules(self, path: str, request: RulesRequest, kind: type[Any]) -> Any:
        """One call."""
        self.asked.append(request)
        if self.fail is not None:
            raise self.fail
        calls: dict[str, Callable[[Any], Any]] = {
            paths.RULES_LIST: self._list, paths.RULES_SHOW: self._show, paths.RULES_PROPOSE: self._propose,
            paths.RULES_APPROVE: self._approve, paths.RULES_WITHDRAW: self._withdraw,
        }  # fmt: skip
        answer = calls[path](request)
        assert isinstance(answer, kind)
        return answer

    def close(self) -> None:
        """Nothing to close."""

    @property
    def held(self) -> RuleSetLine | None:
        """The newest version that was approved."""
        return next((one for one in reversed(self.rows) if one.state == "vastgesteld"), None)

    def _envelope(self) -> dict[str, Any]:
        return {"epoch": "e", "server_time": NOW}

    def _list(self, _: Any) -> RulesList:
        return RulesList(**self._envelope(), sets=list(reversed(self.rows)))

    def _show(self, request: RulesShow) -> RulesWhole:
        row = self.rows[request.number - 1]
        approved = [one for one in self.rows[: request.number - 1] if one.approved_by]
        held = (approved[-1] if approved else None) if row.approved_by else self.held
        return RulesWhole(
            **self._envelope(), line=row, tables=self.tables[row.id], changed=self.changed[row.id],
            held_number=held.number if held else 0, held_tables=self.tables[held.id] if held else {},
        )  # fmt: skip

    def _propose(self, request: RulesPropose) -> RulesProposed:
        if self.sees_more and not request.accept:
            return RulesProposed(**self._envelope(), changed=self.sees_more)
        before = self._load(self.tables[self.held.id] if self.held else {})
        after = self._load(request.tables)
        cases = json.loads(request.cases)["gevallen"] if request.cases else []
        changed = [
            CaseChange(id=one.id, gemeente=one.gemeente, before=_raw(one.nu), after=_raw(one.straks))
            for one in vergelijk(cases, before, after, GEMEENTEN)
        ]
        row = RuleSetLine(
            id=request.id, number=len(self.rows) + 1, state="concept", from_day=request.from_day,
            note=request.note, records=len(wijzigingen(before, after)), cases=len(cases),
            cases_changed=len(changed), proposed_by=request.user, proposed_at=NOW,
        )  # fmt: skip
        self.rows.append(row)
        self.tables[row.id], self.changed[row.id] = request.tables, changed
        return RulesProposed(**self._envelope(), changed=changed, line=row)

    def _approve(self, request: RulesDecide) -> RulesDecided:
        row = self.rows[request.number - 1]
        if row.proposed_by == request.user:
            raise Refused("regels.zelfde_persoon", field="gebruiker")
        day = row.from_day or NOW.date()
        return self._keep(row, state="vastgesteld", approved_by=request.user, approved_at=NOW, from_day=day)

    def _withdraw(self, request: RulesDecide) -> RulesDecided:
        return self._keep(
            self.rows[request.number - 1], state="vervallen", withdrawn_by=request.user, withdrawn_at=NOW,
            withdrawn_reason=request.reason,
        )  # fmt: skip

    def _keep(self, row: RuleSetLine, **facts: Any) -> RulesDecided:
        made = msgspec.structs.replace(row, **facts)
        self.rows[row.number - 1] = made
        return RulesDecided(**self._envelope(), line=made)

    @staticmethod
    def _load(tables: Mapping[str, str]) -> Any:
        if not tables:
            return BASIS
        return load_tables({name: text.encode() for name, text in tables.items()}, BASIS)


def _raw(value: Any) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(value))


@dataclass
class Chair:
    """Somebody at a desk of this office, with a role."""

    register: Register
    tasks: Tasks
    user: str = "a.beheer"
    role: str = "functioneel_beheerder"
    drafts: dict[str, dict[str, str]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=lambda: {"gevallen.json": CASES})
    chooses: str = "gevallen.json"
    notices: list[Notice] = field(default_factory=list)
    went: list[str] = field(default_factory=list)
    woken: int = 0

    def begin(self) -> Uitgangspunt:
        """What was published, as if it was synchronised at once."""
        held = self.register.held
        tables = self.register.tables[held.id] if held is not None else {}
        return Uitgangspunt(
            nummer=held.number if held is not None else 0, tabellen=tables, basis=BASIS,
            nu=self.register._load(tables), gemeenten=GEMEENTEN, namen=NAMES,
        )  # fmt: skip

    def read_file(self, path: str) -> bytes:
        """A file of this PC."""
        if path not in self.files:
            raise Refused("bestand.onleesbaar", field="gevallen")
        return self.files[path]

    def confirm(self, pin: str) -> None:
        """As ``Desk.confirm``."""
        if pin != PIN:
            raise Locked("pin.onjuist", field="pin", over=4)

    def beheer(self) -> BeheerActions:
        """As ``desk.rule_desk.beheer_actions``."""
        wie = Wie(
            medewerker=self.user, naam=NAMES[self.user], rollen=(self.role,), balie=3, locatie="Hal",
            kantoor="kantoor", kantoor_naam="Werkplein Proef", gemeenten=GEMEENTEN,
        )  # fmt: skip

        def save(key: str, fields: dict[str, str]) -> Changes:
            self.drafts[key] = dict(fields)
            return Changes(Topic(0))

        def drop(key: str) -> Changes:
            self.drafts.pop(key, None)
            return Changes(Topic(0))

        return BeheerActions(
            beheer=RegelBeheer(
                wie=wie, clock=lambda: NOW, new_id=uuid4, begin=self.begin, lees_bestand=self.read_file,
                loket=Loket(open=lambda: self.register, desk_id=UUID(int=9)),
            ),
            mag_voorstellen=mag_voorstellen(wie),
            concepten=DraftActions(save=save, read=self.drafts.get, drop=drop),
            kies_bestand=lambda: self.chooses,
            bevestig=self.confirm,
            wek=self._wake,
        )  # fmt: skip

    def screen(self, *, reads_only: bool = False) -> RegelsScreen:
        """The place as this person sees it."""
        actions = RegelsActions(
            lijst=lambda: tuple(toon_regel(one) for one in self.begin().nu.regels),
            stand=self._stand, open_wet=lambda _: True, beheer=None if reads_only else self.beheer(),
        )  # fmt: skip
        return RegelsScreen(
            actions, self.tasks, self._host(), find_key="Ctrl+F", edit_key="F2", save_key="Ctrl+Return"
        )

    def _stand(self) -> RegelStand:
        held = self.register.held
        if held is None:
            return STAND
        return replace(STAND, nummer=held.number, vanaf=held.from_day, vastgesteld_door=held.approved_by)

    def _wake(self) -> None:
        self.woken += 1

    def _host(self) -> Host:
        def nothing(*_: object) -> None:
            """Not asked here."""

        return Host(
            notify=self.notices.append, go=self.went.append, open=nothing, open_klant=nothing,
            close=nothing, search=nothing, explain=nothing, tell=nothing,
        )  # fmt: skip


NO_LINE = Unavailable("register.onbereikbaar")
