"""Type-ahead of the whole window: which keys never wait, and what may be played where."""

from __future__ import annotations

from werkdesk.ui.frame.frame import Frame
from werkdesk.ui.frame.type_ahead import TypeAhead, TypedKey
from werkdesk.ui.keys import KeyMap

NEVER_WAITS = ("zoeken", "afdekken", "vergrendelen", "terug")
"""Commands that are not about the place that is coming."""


def window_ahead(frame: Frame, keymap: KeyMap) -> TypeAhead:
    """For this window, with the keys of this colleague."""

    def passes(key: TypedKey) -> bool:
        return any(key.sequence in keymap.sequences(name) for name in NEVER_WAITS)

    def fits(key: TypedKey) -> bool:
        return frame.here is None or frame.here.fits(key.text)

    return TypeAhead(frame, frame.status.notify, passes=passes, fits=fits)
