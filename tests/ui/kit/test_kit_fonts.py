from __future__ import annotations

from pathlib import Path

import pymupdf_fonts
import pytest
from PySide6.QtWidgets import QApplication

from werkdesk.ui.kit import fonts
from werkdesk.ui.kit.tokens import FAMILY


@pytest.fixture
def _unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_loaded", [])


@pytest.mark.usefixtures("_unloaded")
def test_unpacked_fonts_are_kept_and_used_the_next_time(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "letters"
    assert fonts.load_fonts(cache) == (FAMILY,)
    assert sorted(file.name for file in cache.iterdir()) == ["notos.ttf", "notosbo.ttf"]
    monkeypatch.setattr(fonts, "_loaded", [])
    monkeypatch.setattr(pymupdf_fonts, "myfont", lambda face: pytest.fail(f"unpacked {face} again"))
    assert fonts.load_fonts(cache) == (FAMILY,)


@pytest.mark.usefixtures("_unloaded")
@pytest.mark.parametrize("broken", [b"", b"geen lettertype"])
def test_a_broken_file_in_the_cache_is_replaced(qapp: QApplication, tmp_path: Path, broken: bytes) -> None:
    for face in fonts.FACES:
        (tmp_path / f"{face}.ttf").write_bytes(broken)
    assert fonts.load_fonts(tmp_path) == (FAMILY,)
    assert all(file.stat().st_size > 100_000 for file in tmp_path.iterdir())


@pytest.mark.usefixtures("_unloaded")
def test_a_cache_that_cannot_be_written_is_no_failure(qapp: QApplication, tmp_path: Path) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("geen map")
    assert fonts.load_fonts(blocked) == (FAMILY,)
