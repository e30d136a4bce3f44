"""One style sheet for the whole application, generated from the look.

Selectors are class names and a few properties, because Qt finds those by hash; no widget carries a sheet of
its own. The focus ring is not here: :mod:`werkdesk.ui.kit.ring` paints it around whatever has the focus.
"""

from __future__ import annotations

from werkdesk.ui.kit.look import Look
from werkdesk.ui.kit.tokens import CARD_RADIUS, RADIUS, TYPE_SCALE, Tone


def style_sheet(now: Look) -> str:
    """The sheet for one look."""
    return "\n".join((_grounds(now), _labels(now), _editors(now), _lists(now), _chrome(now)))


def _grounds(now: Look) -> str:
    t, px = now.theme, now.px
    return f"""
QMainWindow, QDialog, Page, Cover {{ background: {t.window}; }}
Card, NoticePlate, DatePlate {{ background: {t.card}; border: {px(1)}px solid {t.line};
  border-radius: {px(CARD_RADIUS)}px; }}
Panel {{ background: {t.card}; border: {px(1)}px solid {t.control}; border-radius: {px(CARD_RADIUS)}px; }}
TopBar {{ background: {t.card}; border: none; border-bottom: {px(1)}px solid {t.line}; }}
StatusLine {{ background: {t.card}; border: none; border-top: {px(1)}px solid {t.line}; }}
Rail {{ background: {t.rail}; border: none; }}
PaperGround {{ background: {t.hover}; }}
Separator {{ background: {t.line}; border: none; }}
QScrollArea, QScrollArea > QWidget > Page, Clear {{ background: transparent; border: none; }}
QToolTip {{ background: {t.tip}; color: {t.tip_ink}; border: {px(1)}px solid {t.tip};
  padding: {px(4)}px {px(8)}px; font-size: {px(13)}px; }}
"""


def _labels(now: Look) -> str:
    t, px = now.theme, now.px
    rules = [f"Label {{ color: {t.ink}; background: transparent; }}"]
    for role, (size, bold) in TYPE_SCALE.items():
        if role != "body":
            weight = 700 if bold else 400
            rules.append(f'Label[role="{role}"] {{ font-size: {px(size)}px; font-weight: {weight}; }}')
    rules.append(f'Label[role="label"], Label[role="caption"] {{ color: {t.soft_ink}; }}')
    rules.extend(f'Label[tone="{tone.value}"] {{ color: {t.ink_of(tone)}; }}' for tone in Tone)
    rules.append(f'Label[tone="rail"] {{ color: {t.rail_ink}; }}')
    rules.append(f'Label[tone="railsoft"] {{ color: {t.rail_soft}; }}')
    return "\n".join(rules)


def _editors(now: Look) -> str:
    t, px = now.theme, now.px
    inner = now.control_height - 2
    return f"""
QLineEdit, QComboBox, QPlainTextEdit {{ background: {t.card}; color: {t.ink};
  placeholder-text-color: {t.faint_ink};
  border: {px(1)}px solid {t.control}; border-radius: {px(RADIUS)}px; padding: 0 {px(10)}px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit, QComboBox {{ min-height: {inner}px; max-height: {inner}px; }}
QPlainTextEdit {{ padding: {px(6)}px {px(8)}px; }}
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"] {{
  border: {px(1)}px solid {t.bad}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {t.window}; border-color: {t.line}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {t.window};
  color: {t.faint_ink}; border-color: {t.line}; }}
SearchBox {{ padding-left: {px(38)}px; padding-right: {px(52)}px; }}
QComboBox::drop-down {{ border: none; width: {px(30)}px; }}
QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: {t.card}; color: {t.ink}; border: {px(1)}px solid {t.control};
  padding: {px(4)}px; outline: none; selection-background-color: {t.accent_soft};
  selection-color: {t.ink}; }}
QComboBox QAbstractItemView::item {{ min-height: {px(32)}px; padding: 0 {px(8)}px;
  border-left: {px(3)}px solid transparent; color: {t.ink}; }}
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {{
  background: {t.accent_soft}; color: {t.ink}; border-left-color: {t.accent}; }}
"""


def _lists(now: Look) -> str:
    t, px = now.theme, now.px
    return f"""
QTableView, QListView {{ background: transparent; alternate-background-color: transparent;
  color: {t.ink}; border: none; outline: none; gridline-color: {t.line};
  selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: {t.card}; color: {t.soft_ink}; border: none;
  border-bottom: {px(1)}px solid {t.line}; padding: {px(6)}px {px(10)}px; font-size: {px(13)}px;
  font-weight: 700; }}
QTableCornerButton::section {{ background: {t.card}; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; border: none; }}
QScrollBar::handle {{ background: {t.control}; border: none; margin: {px(3)}px;
  border-radius: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(36)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(36)}px; }}
QScrollBar::handle:hover {{ background: {t.soft_ink}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QSplitter::handle {{ background: transparent; }}
QProgressBar {{ background: {t.hover}; border: none; border-radius: {px(3)}px;
  min-height: {px(6)}px; max-height: {px(6)}px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {px(3)}px; }}
"""


def _chrome(now: Look) -> str:
    t, px = now.theme, now.px
    return f"""
QMenuBar {{ background: {t.card}; color: {t.soft_ink}; border: none;
  border-bottom: {px(1)}px solid {t.line}; padding: {px(2)}px {px(16)}px; font-size: {px(13)}px; }}
QMenuBar::item {{ background: transparent; padding: {px(5)}px {px(10)}px; border-radius: {px(4)}px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {t.accent_soft}; color: {t.ink}; }}
QMenu {{ background: {t.card}; color: {t.ink}; border: {px(1)}px solid {t.control}; padding: {px(6)}px;
  border-radius: {px(RADIUS)}px; }}
QMenu::item {{ padding: {px(7)}px {px(32)}px {px(7)}px {px(12)}px;
  border-left: {px(3)}px solid transparent; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink}; border-left-color: {t.accent}; }}
QMenu::item:disabled {{ color: {t.faint_ink}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(6)}px {px(8)}px; }}
QMenu::icon {{ padding-left: {px(10)}px; }}
QMenu::indicator {{ width: {px(14)}px; height: {px(14)}px; margin-left: {px(8)}px; }}
QMenu::indicator:checked {{ background: {t.accent}; border-radius: {px(7)}px; }}
"""
