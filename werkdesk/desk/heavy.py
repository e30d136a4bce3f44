"""Modules that cost more than the first frame may: loaded by name, beside the thread of the screens.

Measured (performance.md 6): SQLAlchemy adds 290-480 ms, httpx 157-189 ms, ReportLab 130-180 ms of CPU.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from werkdesk.domain.waarden.bibliotheken import load_libraries
from werkdesk.storage.uuid7 import new_id

if TYPE_CHECKING:
    from pathlib import Path

    from werkdesk.domain.inzage import Inzage
    from werkdesk.letters.pages import RawImage
    from werkdesk.letters.press import Press
    from werkdesk.storage.cache import CacheHandles
    from werkdesk.storage.engine import Cache
    from werkdesk.storage.inzageboek import LookBook
    from werkdesk.storage.keyslots.desk_keys import DeskKeys
    from werkdesk.storage.look import LookHandles
    from werkdesk.storage.signed_in import Colleague
    from werkdesk.transport.register_client import RegisterClient
    from werkdesk.usecases.inzage import BlikStand
    from werkdesk.usecases.ports import Clock, Wie
    from werkdesk.workstation.printing.printer import Printer

_CACHE = "werkdesk.storage.cache"
_LOOK = "werkdesk.storage.look"
_LOOKS = "werkdesk.storage.inzageboek"
_LOOSE = "werkdesk.storage.losse_inzage"
_STAFF = "werkdesk.storage.signed_in"
_CLIENT = "werkdesk.transport.register_client"
_PRESS = "werkdesk.letters.press"
_PAGES = "werkdesk.letters.pages"
_PRINTERS = "werkdesk.workstation.printing.here"
_DUTCH = "werkdesk.desk.dutch"
_RESOURCES = "werkdesk.letters.resources"


def load_all() -> None:
    """Import everything now, so that the first number typed, save and letter do not pay for it."""
    for name in (_CACHE, _LOOKS, _STAFF, _CLIENT, _PRESS, _PAGES, _PRINTERS):
        import_module(name)
    cast("Callable[[], bytes]", _named(_DUTCH, "read_dutch"))()
    load_libraries()


def open_cache(folder: Path, keys: DeskKeys, clock: Clock, *, check: bool = True) -> CacheHandles:
    """``storage.cache.open_cache``."""
    return cast("CacheHandles", _named(_CACHE, "open_cache")(folder, keys, clock=clock, check=check))


def create_cache(folder: Path, keys: DeskKeys, clock: Clock) -> CacheHandles:
    """``storage.cache.create_cache``."""
    return cast("CacheHandles", _named(_CACHE, "create_cache")(folder, keys, clock=clock))


def open_look(folder: Path, keys: DeskKeys, clock: Clock) -> LookHandles:
    """``storage.look.open_look``."""
    return cast("LookHandles", _named(_LOOK, "open_look")(folder, keys, clock))


def open_look_book(folder: Path, keys: DeskKeys, handles: CacheHandles, clock: Clock) -> LookBook:
    """``storage.inzageboek.LookBook``; its file is opened at the first look."""
    return cast("LookBook", _named(_LOOKS, "LookBook")(folder, keys, handles.writer, clock, new_id))


def look_stand(folder: Path, cache: Cache) -> BlikStand:
    """``storage.inzageboek.look_stand``."""
    return cast("BlikStand", _named(_LOOKS, "look_stand")(folder, cache))


def write_loose_look(folder: Path, keys: DeskKeys, clock: Clock, wie: Wie, inzage: Inzage) -> None:
    """Make a look durable beside another process (``storage.losse_inzage``)."""
    blik = _named(_LOOKS, "look_of")(new_id, clock, 0, wie, inzage)
    _named(_LOOSE, "write_loose")(folder, keys, blik)


def find_colleague(cache: Cache, folder: Path, keys: DeskKeys, user: str) -> Colleague | None:
    """``storage.signed_in.find_colleague``."""
    return cast("Colleague | None", _named(_STAFF, "find_colleague")(cache, folder, keys, user))


def keep_colleague(folder: Path, keys: DeskKeys, user: str, name: str, roles: tuple[str, ...]) -> None:
    """Remember a member of staff whom the register vouched for."""
    _named(_STAFF, "keep_colleague")(
        folder, keys, _named(_STAFF, "Colleague")(user=user, name=name, roles=roles)
    )


def connect(url: str, ca_pem: str | None, token: str = "") -> RegisterClient:
    """``transport.register_client.RegisterClient``."""
    return cast("RegisterClient", _named(_CLIENT, "RegisterClient")(url, ca_pem, token))


def make_press(resources: Path) -> Press:
    """``letters.press.Press`` over the templates and house styles in ``resources``."""
    return cast("Press", _named(_PRESS, "Press")(_named(_RESOURCES, "load_resources")(resources)))


def render_page(pdf: bytes, page: int, scale: float) -> RawImage:
    """``letters.pages.render_page``."""
    return cast("RawImage", _named(_PAGES, "render_page")(pdf, page, scale))


def system_printer() -> Printer:
    """``workstation.printing.here.system_printer``, with the lock that everybody who uses PDFium takes."""
    lock = import_module(_PAGES).PDFIUM
    return cast("Printer", _named(_PRINTERS, "system_printer")(lock))


def _named(module: str, name: str) -> Callable[..., Any]:
    return cast("Callable[..., Any]", getattr(import_module(module), name))
