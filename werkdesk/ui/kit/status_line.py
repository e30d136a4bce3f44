"""The line at the bottom: facts at the left, notices over them while there is one, the sync pill at the
right.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QWidget

from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.notice import Notice, NoticeBar
from werkdesk.ui.kit.sync_pill import SyncPill
from werkdesk.ui.kit.tokens import Tone


class StatusLine(QFrame):
    """``show_facts("Rekent met regels van ...", "Printer gereed")``; ``notify(Notice(...))``;
    ``line.pill``.
    """

    def __init__(self, close_text: str, *, timer: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Label("", "label", tone=Tone.NEUTRAL)
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.notices = NoticeBar(close_text, timer=timer)
        self.pill = SyncPill()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.facts)
        self._stack.addWidget(self.notices)
        row = Row(self, gap=16, margins=(24, 4, 24, 4))
        row.addWidget(self._stack, 1)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        self.notices.closed.connect(self._show_facts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().px(600), look().pick(48, 42))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(300), look().pick(48, 42))

    def hasHeightForWidth(self) -> bool:
        """Always the same height, whatever it says."""
        return False

    def show_facts(self, *facts: str) -> None:
        """What always stands here: rule version, printer."""
        self.facts.setText("     ".join(facts))

    def notify(self, notice: Notice) -> None:
        """Show a notice in place of the facts, at the same height."""
        self.notices.show_notice(notice)
        self._stack.setCurrentWidget(self.notices)

    @Slot()
    def _show_facts(self) -> None:
        self._stack.setCurrentWidget(self.facts)
