"""Loads a function when a verb runs. Building the parser must not cost the imports of every verb."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def load(name: str) -> Any:
    """The object named ``package.module:object``."""
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)
