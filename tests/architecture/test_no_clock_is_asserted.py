"""No test asserts how long something took or how much memory it grew: a busier machine is no defect.

Measures live in ``tests/benchmarks`` and ``werkdesk bench``. Who waits for another thread or process uses
``tests/patience.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
CLOCKS = frozenset({
    "time.perf_counter", "time.perf_counter_ns", "time.process_time", "time.process_time_ns",
    "time.monotonic", "time.monotonic_ns", "time.thread_time", "time.thread_time_ns", "time.time",
    "time.time_ns", "timeit.timeit", "timeit.repeat", "timeit.default_timer", "resource.getrusage",
    "os.times", "tracemalloc.get_traced_memory", "PySide6.QtCore.QElapsedTimer",
})  # fmt: skip
SLEEPS = frozenset({"sleep", "qWait", "qSleep", "msleep", "usleep"})
MAY_LOOK_AT_A_CLOCK = {
    "patience.py": "waits until something really hangs",
    "fixtures/register.py": "waits for a process of the register to come up",
    "journeys/processes.py": "waits for what a desk says",
}
LEAST = 60
"""Seconds. A limit below it is a guess at how fast somebody's machine is."""
WAITS = frozenset({"wait", "join", "result", "acquire", "wait_for", "communicate"})
QT_WAITS = frozenset({"waitUntil", "wait_until", "waitSignal", "waitSignals", "wait_signal", "waitActive"})
MAY_BE_SHORT = {
    ("contract/test_lying_register.py", "register.stopping.wait(0.05)"): "how slowly a liar dribbles",
    ("faults/test_register_http.py", "socket.create_connection(address(url), timeout=1)"): "odd words may get"
    " silence; how long it is listened to decides nothing",
}


@cache
def found() -> tuple[tuple[str, list[ast.AST], list[ast.AST]], ...]:
    """By module: looks at a clock, and hasty limits. Read once: parsing all tests takes seconds."""
    return tuple((name, clocks_and_sleeps(tree), hasty_limits(tree)) for name, tree in modules())


def modules() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(TESTS.rglob("*.py")):
        name = path.relative_to(TESTS).as_posix()
        if not name.startswith("benchmarks/"):
            yield name, ast.parse(path.read_text("utf-8"))


def clocks_and_sleeps(tree: ast.AST) -> list[ast.AST]:
    """Every look at a clock or at memory and every sleep, whichever way it was imported."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            known |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
        if isinstance(node, ast.Import):
            known |= {one.asname: one.name for one in node.names if one.asname}
    looks: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            first, _, rest = ast.unparse(node.func).partition(".")
            name = ".".join(filter(None, (known.get(first, first), rest)))
            if name in CLOCKS or name.rpartition(".")[2] in SLEEPS:
                looks.append(node)
    return looks


def hasty_limits(tree: ast.AST) -> list[ast.AST]:
    """Every wait that gives up before :data:`LEAST` seconds; in a window, any limit but the usual one."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_hasty(node)]


def _is_hasty(call: ast.Call) -> bool:
    name = ast.unparse(call.func).rpartition(".")[2]
    limits = [word.value for word in call.keywords if word.arg == "timeout"]
    if name in QT_WAITS:
        return bool(limits) and not ast.unparse(call.func).startswith("super()")
    if name in WAITS:
        limits += call.args[:1]
    return any(_number(limit) is not None and 0 < (_number(limit) or 0) < LEAST for limit in limits)


def _number(node: ast.expr) -> float | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def test_no_test_looks_at_a_clock_or_sleeps() -> None:
    looking = {
        f"{name}:{node.lineno} {ast.unparse(node)}"  # type: ignore[attr-defined]
        for name, looks, _ in found()
        if name not in MAY_LOOK_AT_A_CLOCK
        for node in looks
    }
    assert looking == set()


def test_no_wait_gives_up_before_something_really_hangs() -> None:
    hasty = {
        f"{name}:{node.lineno} {ast.unparse(node)}"  # type: ignore[attr-defined]
        for name, _, limits in found()
        for node in limits
        if (name, ast.unparse(node)) not in MAY_BE_SHORT
    }
    assert hasty == set()


@pytest.mark.parametrize(
    ("look", "source"),
    [
        (clocks_and_sleeps, "import time\nbegan = time.monotonic()\nassert time.monotonic() - began < 2"),
        (clocks_and_sleeps, "from time import perf_counter as now\nbegan = now()"),
        (clocks_and_sleeps, "import time as t\nt.process_time()"),
        (clocks_and_sleeps, "import tracemalloc\nassert tracemalloc.get_traced_memory()[1] < 9"),
        (clocks_and_sleeps, "from PySide6.QtTest import QTest\nQTest.qWait(50)"),
        (clocks_and_sleeps, "from time import sleep\nsleep(1)"),
        (hasty_limits, "qtbot.waitUntil(ready, timeout=1000)"),
        (hasty_limits, "subprocess.run(words, timeout=20)"),
        (hasty_limits, "thread.join(5)"),
        (hasty_limits, "assert done.wait(timeout=0.5)"),
    ],
)
def test_each_way_of_leaning_on_a_clock_is_seen(
    look: Callable[[ast.AST], list[ast.AST]], source: str
) -> None:
    assert look(ast.parse(source))


@pytest.mark.parametrize(
    "source", ["', '.join(parts)", "thread.join()", "thread.join(PATIENCE)", "lock.acquire(timeout=120)"]
)
def test_what_waits_long_enough_is_fine(source: str) -> None:
    assert not hasty_limits(ast.parse(source))
