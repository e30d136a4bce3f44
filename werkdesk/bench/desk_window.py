"""The case of every start: the whole program, as ``python -m werkdesk desk open`` starts it, then driven.

Nothing is imported here that the program would not import first, and in the program's own order: what is
imported before Qt costs less than after it. What takes its place is therefore loaded when the
window's module is.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

_WINDOW = "werkdesk.desk.window"
_DRIVER = "werkdesk.bench.window_start"


class _WhenImported(MetaPathFinder):
    """Calls ``then`` once, right after the module ``name`` was imported."""

    def __init__(self, name: str, then: Callable[[], None]) -> None:
        self._name, self._then = name, then

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            run = spec.loader.exec_module

            def run_then(module: ModuleType) -> None:
                run(module)
                self._then()

            spec.loader.exec_module = run_then  # type: ignore[method-assign]
        return spec


def main() -> None:
    """``STARTED PLAN PROFILE KEY_FILE``. ``PLAN``: JSON of :class:`werkdesk.bench.window_plan.Plan`."""
    started, plan, profile, key_file = sys.argv[1:5]

    def take_over() -> None:
        import_module(_DRIVER).take_over(int(started), plan)

    sys.meta_path.insert(0, _WhenImported(_WINDOW, take_over))
    sys.argv = ["werkdesk", "desk", "open", "--profile", profile, "--key-file", key_file]
    runpy.run_module("werkdesk", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
