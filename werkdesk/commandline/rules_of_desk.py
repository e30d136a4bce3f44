"""The rules that a desk computes with, for ``werkdesk rules --profile``. Imports the desk: loaded late."""

from __future__ import annotations

import argparse

from werkdesk.commandline.signing_in import reading
from werkdesk.domain.regels.regelset import RegelSet


def read_rules(chosen: argparse.Namespace) -> RegelSet:
    """The set that counts at the desk of ``--profile``, also when it is too old to compute with.

    Raises as signing in does.
    """
    with reading(chosen) as session:
        return session.actions.regels.geldend()
