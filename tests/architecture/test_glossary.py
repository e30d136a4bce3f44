"""Every word of the work that became a class is explained, and every explained class exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

DOMAIN = Path(__file__).parents[2] / "werkdesk" / "domain"


def public_classes() -> set[str]:
    found = set()
    for path in DOMAIN.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.add(node.name)
    return found


def explained_classes() -> set[str]:
    rows = [
        line
        for line in (DOMAIN / "BEGRIPPEN.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    return {name for row in rows for name in re.findall(r"`([A-Z]\w+)`", row)}


def test_every_public_class_of_the_domain_is_in_the_glossary() -> None:
    assert public_classes() - explained_classes() == set()


def test_every_class_in_the_glossary_exists() -> None:
    assert explained_classes() - public_classes() == set()
