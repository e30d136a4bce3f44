"""``werkdesk desk import``: one line in, one line out, and ``OK`` only for what survives a power cut.

Every line is saved by itself, journal and database, before its answer is written and flushed; killing the
importer at any moment and starting again loses nothing and, with an ``externe_ref``, doubles nothing.
"""

from __future__ import annotations

import argparse
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from werkdesk.commandline.output import DONE, REFUSED, complain, write_json, write_line
from werkdesk.commandline.sentences import sentence_for
from werkdesk.commandline.signing_in import signed_in
from werkdesk.desk.crash import note_defect
from werkdesk.desk.session import DeskSession
from werkdesk.errors import Locked, Refused, WerkdeskError
from werkdesk.ui.texts import explain
from werkdesk.usecases.invoer.lezen import read_invoer
from werkdesk.usecases.invoer.regel import LONGEST_LINE, read_object
from werkdesk.usecases.ports import Clock

Say = Callable[[int, str, str | None, WerkdeskError | None], None]


def run(chosen: argparse.Namespace) -> int:
    """Import a file or standard input. 0 when every line was taken, 1 when one was refused.

    A full disk or a broken journal ends the run at once: what was answered is safe, the rest was not read. A
    line that meets a defect of ours is refused as ``defect``; it does not stand in the way of the next.
    """
    with _opened(chosen.file) as source, signed_in(chosen) as (_, session):
        say = _say_json if chosen.json else _say
        refused = 0
        for number, line in lines_of(source):
            if not line.strip():
                continue
            try:
                kenmerk, ref = import_line(line, session, session.actions.clock)
            except Refused as error:
                refused += 1
                say(number, "", None, error)
            except WerkdeskError as error:
                say(number, "", None, error)
                if isinstance(error, Locked):
                    raise
                complain(sentence_for(error))
                return REFUSED
            except Exception as error:  # noqa: BLE001 - one line of many; noted with its number
                refused += 1
                defect = note_defect(error)
                say(number, "", None, defect)
                complain(explain(defect))
            else:
                say(number, kenmerk, ref, None)
    return REFUSED if refused else DONE


def import_line(line: bytes, session: DeskSession, clock: Clock) -> tuple[str, str | None]:
    """Save one line; give its kenmerk and reference. Raises ``Refused`` with a code and a field."""
    invoer = read_invoer(read_object(line), clock())
    return session.actions.meldingen.take_in(invoer).kenmerk, invoer.externe_ref


def lines_of(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines with their number from 1. Of a line that is too long only the beginning is kept in memory."""
    number = 0
    while line := source.readline(LONGEST_LINE + 2):
        number += 1
        if number == 1:
            line = line.removeprefix(BOM_UTF8)  # what Windows puts before a text
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := source.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
        yield number, line.rstrip(b"\r\n")


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below; only opening may say that it is not there
    except OSError:
        raise Refused("bestand.onleesbaar", field="file") from None
    with file:
        yield file


def _say(number: int, kenmerk: str, ref: str | None, error: WerkdeskError | None) -> None:
    if error is None:
        write_line(f"OK {kenmerk} {ref}" if ref else f"OK {kenmerk}", flush=True)
    else:
        write_line(f"FOUT {error.code} {error.field or '-'}", flush=True)


def _say_json(number: int, kenmerk: str, ref: str | None, error: WerkdeskError | None) -> None:
    if error is None:
        write_json({"line": number, "ok": True, "kenmerk": kenmerk, "externe_ref": ref}, flush=True)
    else:
        write_json({"line": number, "ok": False, "code": error.code, "field": error.field}, flush=True)
