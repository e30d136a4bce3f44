"""``werkdesk rules``: the rule tables on paper, a jurist's own cases, and what another table would change.

Needs no register, cache, network or clock; only with ``--profile`` it asks a desk which rules count there.
Exit status of ``test``: 0 all as expected, 1 something differs, 2 the file cannot be read, is not format 1 or
has two cases with one id (rule cases 2).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from werkdesk.commandline import rules_print
from werkdesk.commandline.loading import load
from werkdesk.commandline.output import write_bytes
from werkdesk.commandline.rules_refusal import located
from werkdesk.commandline.shipped_rules import read_tables, shipped_rules
from werkdesk.domain.regels.gevalbestand import Uitslag, answer_cases, read_cases, same_json
from werkdesk.domain.regels.gevallen import Evaluator
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.errors import WerkdeskError
from werkdesk.ui.texts import explain

DONE, DIFFERS, UNREADABLE = 0, 1, 2
REFUSED = 1

Supply = Callable[[], RegelSet]
"""Gives the rules to work with. Raises ``OSError`` and ``WerkdeskError``."""


def run_test(path: str, as_json: bool, gemeente: str = ALLE_GEMEENTEN, supply: Supply = shipped_rules) -> int:
    """Evaluate a case file and print an answer for each case, in order."""
    try:
        results = _answers(path, supply(), gemeente)
    except (OSError, WerkdeskError) as error:
        return _failed(error, UNREADABLE)
    _write(rules_print.answers_json(results) if as_json else rules_print.answers_text(results))
    return DIFFERS if any(result.wijkt_af for result in results) else DONE


def run_list(as_json: bool, search: str = "", supply: Supply = shipped_rules) -> int:
    """Print every record whose id, name or sentence holds ``search``, with period, source and certainty."""
    try:
        regels = supply()
    except (OSError, WerkdeskError) as error:
        return _failed(error, REFUSED)
    found = rules_print.matching(regels, search)
    _write(rules_print.rules_json(regels, found) if as_json else rules_print.rules_text(regels, found))
    return DONE


def run_explain(
    what: str,
    as_json: bool,
    case: str | None = None,
    gemeente: str = ALLE_GEMEENTEN,
    supply: Supply = shipped_rules,
) -> int:
    """Explain a rule by its id, or the outcome of the cases (or of one case) of a file."""
    try:
        regels = supply()
        if what in regels.ids() and case is None:
            found = regels.reeks(what)
            _write(
                rules_print.rules_json(regels, found) if as_json else rules_print.rules_text(regels, found)
            )
            return DONE
        if what != "-" and not Path(what).exists():
            return _unknown()
        results = [result for result in _answers(what, regels, gemeente) if case in (None, result.id)]
    except (OSError, WerkdeskError) as error:
        return _failed(error, UNREADABLE)
    if not results:
        return _unknown()
    _write(rules_print.answers_json(results) if as_json else rules_print.explanations_text(regels, results))
    return DONE


def _unknown() -> int:
    sys.stderr.write("regel.onbekend: er is geen regel, bestand of geval met deze naam.\n")
    return REFUSED


def run_rehearse(
    rules: str,
    path: str,
    as_json: bool,
    gemeente: str = ALLE_GEMEENTEN,
    supply: Supply = shipped_rules,
) -> int:
    """Compare the outcomes of a case file now and with the tables in ``rules`` on top."""
    try:
        today = supply()
        tomorrow = load_tables(read_tables(Path(rules)), basis=today)
        before, after = _answers(path, today, gemeente), _answers(path, tomorrow, gemeente)
    except (OSError, WerkdeskError) as error:
        return _failed(error, UNREADABLE)
    changed = [
        (old, new) for old, new in zip(before, after, strict=True) if not same_json(old.kern, new.kern)
    ]
    sets = (today, tomorrow)
    _write(
        rules_print.rehearsal_json(sets, len(before), changed)
        if as_json
        else rules_print.rehearsal_text(sets, len(before), changed)
    )
    return DONE


def _supply(args: argparse.Namespace) -> Supply:
    """The rules of the program, or those of the desk of ``--profile``. Raises as signing in does."""
    if getattr(args, "profile", None) is None:
        return shipped_rules
    regels: RegelSet = load("werkdesk.commandline.rules_of_desk:read_rules")(args)
    return lambda: regels


def _answers(path: str, regels: RegelSet, gemeente: str) -> list[Uitslag]:
    cases = read_cases(sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes())
    return answer_cases(cases, Evaluator(regels, gemeente))


def _write(text: str) -> None:
    """UTF-8 whatever the locale says; half characters of a case file come back as JSON escapes."""
    write_bytes(text.encode("utf-8", errors="backslashreplace"), flush=True)


def _failed(error: OSError | WerkdeskError, status: int) -> int:
    if isinstance(error, OSError):
        sys.stderr.write("bestand.onleesbaar: dit bestand is niet te lezen.\n")
        return status
    sys.stderr.write(f"{located(error, explain(error))}\n")
    return status


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Hang ``rules`` under the main command; the chosen function stands in ``args.run``."""
    words = "rekenregels tonen, uitleggen en toetsen"
    rules = subparsers.add_parser("rules", help=words, description=words.capitalize() + ".")
    _add_verbs(rules.add_subparsers(title="opdrachten", metavar="OPDRACHT", dest="verb", required=True))


def _add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    test = _verb(verbs, "test", "reken een gevalbestand door")
    test.add_argument("file", metavar="BESTAND", help="gevalbestand (JSON), of - voor de standaardinvoer")
    test.epilog = "voorbeeld: werkdesk rules test gevallen.json --json"
    test.set_defaults(run=lambda args: run_test(args.file, args.json, args.gemeente, _supply(args)))
    listing = _verb(verbs, "list", "toon de regels")
    listing.add_argument("search", metavar="ZOEK", nargs="?", default="", help="deel van de naam of de tekst")
    listing.set_defaults(run=lambda args: run_list(args.json, args.search, _supply(args)))
    explaining = _verb(verbs, "explain", "leg een regel of een uitkomst uit")
    explaining.add_argument("what", metavar="WAT", help="naam van een regel, of een gevalbestand")
    explaining.add_argument("case", metavar="GEVAL", nargs="?", help="naam van een geval in het bestand")
    explaining.epilog = "voorbeeld: werkdesk rules explain D01"
    explaining.set_defaults(
        run=lambda args: run_explain(args.what, args.json, args.case, args.gemeente, _supply(args))
    )
    rehearsal = _verb(verbs, "rehearse", "vergelijk uitkomsten met andere regels")
    rehearsal.add_argument("rules", metavar="REGELS", help="regelbestand (TOML) of map met regelbestanden")
    rehearsal.add_argument("file", metavar="BESTAND", help="gevalbestand (JSON)")
    rehearsal.epilog = "voorbeeld: werkdesk rules rehearse nieuwe-regels.toml gevallen.json"
    rehearsal.set_defaults(
        run=lambda args: run_rehearse(args.rules, args.file, args.json, args.gemeente, _supply(args))
    )


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    help_: str,
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=help_, description=help_.capitalize() + ".")
    parser.add_argument("--json", action="store_true", help="antwoord als JSON")
    parser.add_argument("--profile", metavar="MAP", type=Path, default=argparse.SUPPRESS,
                        help="reken met de regels van deze balie")  # fmt: skip
    parser.add_argument("--user", metavar="NAAM", help="met --profile: aanmeldnaam")
    parser.add_argument("--pin-file", metavar="BESTAND", help="met --profile: bestand met de pincode")
    parser.add_argument("--key-file", metavar="BESTAND", type=Path,
                        help="met --profile: sleutelbestand (0600)")  # fmt: skip
    parser.add_argument(
        "--gemeente", metavar="CODE", default=ALLE_GEMEENTEN, help="code van de gemeente, bijvoorbeeld 0362"
    )
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run ``rules`` as a program of its own."""
    parser = argparse.ArgumentParser(prog="werkdesk rules")
    _add_verbs(parser.add_subparsers(dest="verb", required=True))
    chosen = parser.parse_args(arguments)
    return int(chosen.run(chosen))


if __name__ == "__main__":
    raise SystemExit(main())
