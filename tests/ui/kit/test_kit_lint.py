"""What no screen may do: build its own labels, dialogs or tips, name a colour, carry a style sheet."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
UI = ROOT / "werkdesk" / "ui"
KIT = UI / "kit"
ALLOWED = {
    "QLabel": {KIT / "label.py"},
    "QMessageBox": set(),
    "QInputDialog": set(),
    "QTextEdit": set(),
    "QTextBrowser": set(),
    "QCompleter": set(),
    "QTabWidget": set(),
    "QGroupBox": set(),
    "setToolTip": {KIT / "tips.py"},
    "setStyleSheet": {KIT / "theme.py"},
    "setTextFormat": {KIT / "label.py"},
    "setHtml": set(),
    "appendHtml": set(),
    "setPixelSize": {KIT / "look.py", KIT / "icons.py"},
    "setPointSize": set(),
}
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|\bQColor\(\s*[\"'0-9]")


def sources() -> list[Path]:
    found = sorted((ROOT / "werkdesk").rglob("*.py"))
    assert len(found) > 40
    return found


def forbidden_in(path: Path, code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
        if name in ALLOWED and path not in ALLOWED[name]:
            yield name


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_goes_around_the_kit(path: Path) -> None:
    assert list(forbidden_in(path, path.read_text(encoding="utf-8"))) == []


def test_the_lint_sees_a_bare_label() -> None:
    assert list(forbidden_in(UI / "screen.py", "QtWidgets.QLabel(name)\nQMessageBox.warning(x)")) == [
        "QLabel",
        "QMessageBox",
    ]


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_colours_are_named_in_tokens_only(path: Path) -> None:
    if path != KIT / "tokens.py":
        assert COLOUR.findall(_code_only(path)) == []


def _code_only(path: Path) -> str:
    """The module without its docstrings, which may quote a colour."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            node.body = [part for part in node.body if not _is_text(part)] or [ast.Pass()]
    return ast.unparse(tree)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
