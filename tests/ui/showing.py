"""The type of the ``show`` fixture of the kit tests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

Show = Callable[..., QWidget]
"""Widgets -> the active window in which they stand under each other."""
