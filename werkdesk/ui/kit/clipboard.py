"""Copying a number that identifies a person: on purpose, marked as secret, and gone after half a minute."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard

KEEP = 30_000
_MARKS = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"\x01"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\x00\x00\x00\x00"),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', b"\x00\x00\x00\x00"),
)
"""Hints by which KDE and Windows leave a copy out of their clipboard history."""


class SecretClipboard(QObject):
    """``copy(text)`` puts it on the clipboard; after ``keep`` milliseconds it is wiped, if it is still
    ours.
    """

    def __init__(self, clipboard: QClipboard, keep: int = KEEP, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard, self._copied = clipboard, ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(keep)
        self._timer.timeout.connect(self.wipe)

    def copy(self, text: str) -> None:
        """Copy a secret."""
        data = QMimeData()
        data.setText(text)
        for kind, value in _MARKS:
            data.setData(kind, QByteArray(value))
        self._copied = text
        self._clipboard.setMimeData(data)
        self._timer.start()

    @Slot()
    def wipe(self) -> None:
        """Empty the clipboard when it still holds what was copied here; call at locking too."""
        self._timer.stop()
        copied, self._copied = self._copied, ""
        if copied and self._clipboard.text() == copied:
            self._clipboard.clear()
