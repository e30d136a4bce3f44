"""The floor of every start: a bare PySide6 window as a process of its own, up to its first painted frame."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.bench.first_frame import FirstFrame


def main() -> None:
    """Show an empty window, say what it took, stop."""
    application = QApplication([])
    window = QWidget()
    window.show()
    sys.stdout.write(FirstFrame(window, int(sys.argv[1])).wait().as_json() + "\n")
    window.close()
    del application


if __name__ == "__main__":
    main()
