"""Starts Werkdesk."""

from __future__ import annotations


def main() -> int:
    """Run the command line and return its exit code."""
    raise NotImplementedError


if __name__ == "__main__":
    raise SystemExit(main())
