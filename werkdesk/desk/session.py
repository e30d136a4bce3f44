"""The desk of one process: signs staff in, binds the use cases to them, keeps the pump running, locks.

Read from top to bottom it is the composition root of the desk; there is no container and no global.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from werkdesk.desk import heavy
from werkdesk.desk.actions import DeskActions, Neighbours, bind
from werkdesk.desk.clock import DeskClock, is_impossible
from werkdesk.desk.crash import note_defect
from werkdesk.desk.door import CacheDoor
from werkdesk.desk.line import open_line
from werkdesk.desk.papers import ChosenPrinter, LazyPress, this_pc
from werkdesk.desk.profile import DeskProfile, OpenFacts, require_enrolled
from werkdesk.desk.pump import Pump, PumpParts
from werkdesk.desk.rekenaar import shipped_rules
from werkdesk.desk.rest import Rest, RestPlan
from werkdesk.errors import Locked, Unavailable, WerkdeskError
from werkdesk.storage.keyslots.slots import open_slot
from werkdesk.storage.uuid7 import new_id
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.inzage import InzageBoek
from werkdesk.usecases.inzage_ronde import send_all_looks
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.papieren import Press, Printer
from werkdesk.usecases.ports import Blobs, Clock, Concepten, DeskIdentity, Wie, Work
from werkdesk.usecases.regels.plank import RegelPlank
from werkdesk.usecases.regels.rekenkamer import Rekenkamer
from werkdesk.usecases.ronde import Round, sync_until_empty
from werkdesk.workstation.vault.contract import Vault

if TYPE_CHECKING:
    from werkdesk.storage.signed_in import Colleague


class Behind(Protocol):
    """What may stand behind the use cases."""

    @property
    def work(self) -> Work: ...
    @property
    def overzichten(self) -> Overzichten: ...
    @property
    def concepten(self) -> Concepten: ...
    @property
    def blobs(self) -> Blobs: ...
    @property
    def regelplank(self) -> RegelPlank: ...
    @property
    def inzageboek(self) -> InzageBoek: ...


def _note(error: BaseException) -> None:
    note_defect(error)


def wie_of(identity: DeskIdentity, colleague: Colleague | None) -> Wie:
    """Who acts, and where. Raises ``Locked('slot.ontbreekt')``, ``('medewerker.ingetrokken')``."""
    if colleague is None:
        raise Locked("slot.ontbreekt")
    if not colleague.active:
        raise Locked("medewerker.ingetrokken")
    return Wie(
        medewerker=colleague.user,
        naam=colleague.name,
        rollen=colleague.roles,
        balie=identity.balie,
        locatie=identity.locatie,
        kantoor=identity.kantoor,
        kantoor_naam=identity.kantoor_naam,
        gemeenten=identity.gemeenten,
    )


def neighbours(behind: Behind, clock: Clock, press: Press, printer: Printer) -> Neighbours:
    """The neighbours of the use cases, with the cache behind a door or seen from aside."""
    return Neighbours(
        work=behind.work,
        overzichten=behind.overzichten,
        concepten=behind.concepten,
        blobs=behind.blobs,
        inzageboek=behind.inzageboek,
        clock=clock,
        new_id=new_id,
        press=press,
        printer=printer,
        rekenkamer=Rekenkamer(behind.regelplank, clock, shipped_rules),
    )


@dataclass(frozen=True, slots=True)
class DeskSession:
    """One member of staff at work. The same object comes back when they unlock their own desk.

    ``tidings``: codes of what was mended at this sign-in; staff must hear of it.
    """

    actions: DeskActions
    identity: DeskIdentity
    tidings: tuple[str, ...] = ()

    @property
    def wie(self) -> Wie:
        """Who it is."""
        return self.actions.wie


class Desk:
    """``announce``: told of changes that were pulled or acknowledged, from threads of the pump.

    ``is_live``: keep desk and register together while somebody is signed in; a verb of the command line does
    its own rounds. All methods are for one thread at a time (lane ``cache``).
    """

    def __init__(
        self,
        profile: DeskProfile,
        vault: Vault,
        *,
        clock: DeskClock | None = None,
        press: Press | None = None,
        printer: Printer | None = None,
        announce: Callable[[Changes], None] = lambda _: None,
        report: Callable[[BaseException], None] = _note,
        is_live: bool = True,
    ) -> None:
        self.profile = profile
        self.clock = clock or DeskClock()
        self.door = CacheDoor(profile, vault, self.clock)
        self._announce, self._report, self._is_live = announce, report, is_live
        self._press = press or LazyPress()
        self._printer = printer or ChosenPrinter(this_pc)
        self._session: DeskSession | None = None
        self._pump: Pump | None = None
        self._plan = RestPlan(time.monotonic)
        self._rest: Rest | None = None
        self.alarm: Callable[[WerkdeskError], None] = lambda _: None
        """Told, from a thread, when the cache was found to be damaged while somebody works."""

    @property
    def printer(self) -> Printer:
        """Where letters go."""
        return self._printer

    def prepare(self) -> None:
        """Import what is heavy; once, after the first frame."""
        heavy.load_all()

    def where(self) -> str:
        """The quiet line under the sign-in: ``Balie 3 · raadhuis Amstelveen``; empty before enrolment."""
        facts = self.profile.facts()
        return f"Balie {facts.balie} · {facts.locatie}" if facts is not None else ""

    def sign_in(self, user: str, pin: str) -> DeskSession:
        """Open the desk for ``user``; whoever was signed in before is out.

        A desk that goes on living verifies its cache while it rests (:meth:`rest`); a verb of the command
        line has no such moment, and does so here. Damage that is met on the way in is mended at once.

        Raises ``Locked``: ``pin.*``, ``slot.*``, ``sleutelbos.*``, ``medewerker.ingetrokken``;
        ``Unavailable``: ``balie.niet_aangemeld``, ``cache.*``, ``schijf.*``; ``Refused('cache.nieuwer')``.
        """
        require_enrolled(self.profile)
        name = user.strip().lower()
        self.lock()
        try:
            self._session = self._enter(name, pin, check=not self._is_live and self._plan.must_verify)
        except Unavailable as error:
            if error.code != "cache.beschadigd":
                raise
            self._session = self._enter(name, pin, check=True)
        self._plan.open()
        if self._is_live:
            self._start_pump()
        return self._session

    def _enter(self, name: str, pin: str, *, check: bool) -> DeskSession:
        self.door.open(name, pin, check=check)
        if check:
            self._plan.verified = time.monotonic()
        try:
            return self._session_of(name)
        except BaseException:
            self.door.shut()
            raise

    def wants_rest(self, still_seconds: float) -> bool:
        """Whether the cache has something to do, now that nobody touched anything for so long. Any thread."""
        if not self.door.is_open or (self._rest is not None and not self._rest.is_over):
            return False
        return self._plan.is_due(still_seconds)

    def rest(self) -> None:
        """Verify and tidy the cache, beside; returns at once. The next lock breaks it off."""
        self._stop_rest()
        self._rest = Rest(self.door.handles, self._plan, lambda error: self.alarm(error), self._report)
        self._rest.start()

    def _stop_rest(self) -> None:
        rest, self._rest = self._rest, None
        if rest is not None:
            rest.stop()

    def lock(self) -> None:
        """Shut the door: pump and rest end, the cache closes, the keys are wiped. Twice is fine."""
        pump, self._pump = self._pump, None
        self.door.saved = lambda: None
        self._stop_rest()
        if pump is not None:
            pump.stop()
        self.door.shut()

    def close(self) -> None:
        """The desk is put away."""
        self.lock()
        self._session = None

    def wake(self) -> None:
        """Try the register now; returns at once."""
        if self._pump is not None:
            self._pump.try_now()

    def network_changed(self) -> None:
        """The system says the network changed: try within three seconds; returns at once. Any thread."""
        pump = self._pump
        if pump is not None:
            pump.network_changed()

    def sync(self) -> Round:
        """Full rounds until nothing waits on either side; never raises for the line itself."""
        handles = self.door.handles
        line = open_line(handles.sync_store.identity())
        try:
            told = send_all_looks(handles.sync_store, self.door.looks, line)
            step = sync_until_empty(handles.sync_store, line, handles.blobs)
            return step if step.fout is not None else replace(step, fout=told.fout)
        finally:
            line.close()

    def _session_of(self, name: str) -> DeskSession:
        handles = self.door.handles
        identity = handles.sync_store.identity()
        if identity is None:
            raise Unavailable("balie.niet_aangemeld")
        folder, keys = self.profile.cache, self.door.keys
        wie = wie_of(identity, heavy.find_colleague(handles.writer.cache, folder, keys, name))
        with suppress(Unavailable):  # a full disk must not keep staff from their unsent work
            heavy.keep_colleague(folder, keys, wie.medewerker, wie.naam, wie.rollen)
            self.profile.keep_facts(
                OpenFacts(
                    balie=wie.balie, locatie=wie.locatie, kantoor_naam=wie.kantoor_naam,
                    gebruiker=wie.medewerker,
                )
            )  # fmt: skip
        tidings = handles.tidings + (("klok.verkeerd",) if is_impossible(self.clock()) else ())
        if self._session is not None and self._session.wie == wie and not tidings:
            return self._session
        return DeskSession(bind(wie, self._neighbours()), identity, tidings)

    def confirm(self, pin: str) -> None:
        """Whether who signed in still sits here; a wrong PIN counts as at sign-in. Any thread but Qt's.

        Raises ``Locked``: ``pin.*``, ``sleutelbos.*``, ``cache.op_slot``; ``Unavailable``.
        """
        if self._session is None:
            raise Locked("cache.op_slot")
        user = self._session.wie.medewerker
        open_slot(self.profile.cache, self.door.vault, user, pin, now=self.clock()).wipe()

    def renew(self) -> DeskSession | None:
        """The session anew when the register changed who sits here: other roles, another name. Else ``None``.

        Raises ``Locked``: ``medewerker.ingetrokken``, ``cache.op_slot``.
        """
        before = self._session
        if before is None:
            return None
        made = self._session_of(before.wie.medewerker)
        if made.wie == before.wie:
            return None
        self._session = made
        return made

    def _neighbours(self) -> Neighbours:
        return neighbours(self.door, self.clock, self._press, self._printer)

    def _start_pump(self) -> None:
        identity = self.door.handles.sync_store.identity()
        self._pump = Pump(
            PumpParts(
                store=self.door.handles.sync_store,
                blobs=self.door.handles.blobs,
                connect=lambda: open_line(identity),
                announce=self._announce,
                report=self._report,
                looks=self.door.looks,
            )
        )
        self.door.saved = self._pump.wake
        self._pump.start()
