"""argparse that speaks Dutch. Its own words are English and cannot be handed over otherwise."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from werkdesk.commandline.output import USAGE, complain

_WORDS = (
    (re.compile(r"the following arguments are required: (.*)"), r"dit ontbreekt: \1"),
    (
        re.compile(r"argument ([^:]*): invalid choice: '?(.*?)'? \(choose from (.*)\)"),
        r"'\2' bestaat niet; kies uit: \3",
    ),
    (re.compile(r"unrecognized arguments: (.*)"), r"dit begrijp ik niet: \1"),
    (re.compile(r"argument ([^:]*): expected (?:one argument|.* arguments?)"), r"achter \1 hoort een waarde"),
    (re.compile(r"argument ([^:]*): invalid \S+ value: '(.*)'"), r"'\2' past niet bij \1"),
    (re.compile(r"argument ([^:]*): not allowed with argument (.*)"), r"\1 en \2 gaan niet samen"),
    (re.compile(r"one of the arguments (.*) is required"), r"een van deze is nodig: \1"),
    (re.compile(r"argument ([^:]*): (.+)"), r"bij \1: \2"),
    (re.compile(r"ambiguous option: (\S+) could match (.*)"), r"\1 kan op meer dan een manier: \2"),
)


_EXIT_CODES = """afsluitcode:
  0 gedaan, 1 geweigerd, 2 verkeerd getypt, 3 register niet bereikbaar (werk blijft bewaard),
  4 op slot of geen sleutel"""
_OURS: dict[str, Any] = {"add_help": False, "allow_abbrev": False}


class DutchParser(argparse.ArgumentParser):
    """Wrong usage ends with exit code 2 and a Dutch sentence. Options are never guessed from a beginning."""

    def __init__(self, *args: Any, **named: Any) -> None:
        add_help = named.get("add_help", True)
        super().__init__(*args, **{"formatter_class": _DutchHelp, **named, **_OURS})
        self._positionals.title = "onderdelen"
        self._optionals.title = "opties"
        if add_help:
            self.add_argument("-h", "--help", action="help", help="toon deze hulp en stop")

    def format_help(self) -> str:
        """The help, and below it what the exit code says."""
        return f"{super().format_help()}\n{_EXIT_CODES}\n"

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how it should be."""
        complain(f"{self.format_usage().strip()}\nDe opdracht klopt niet: {_dutch(message)}.")
        sys.exit(USAGE)


def _dutch(message: str) -> str:
    for pattern, words in _WORDS:
        if (found := pattern.fullmatch(message)) is not None:
            return found.expand(words)
    return message


class _DutchHelp(argparse.HelpFormatter):
    """Says "Gebruik" where argparse says "usage"."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class AsWritten(_DutchHelp, argparse.RawDescriptionHelpFormatter):
    """Leaves a text below the options as it was written."""
