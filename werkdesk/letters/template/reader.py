"""From the text of a template to its blocks, with every fault by line number."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from werkdesk.letters.document import Role
from werkdesk.letters.template.blocks import (
    Block,
    Closing,
    Form,
    Inline,
    Line,
    NewPage,
    Row,
    Template,
)
from werkdesk.letters.template.front_part import read_front_part
from werkdesk.letters.template.inline import read_inline
from werkdesk.letters.template.nesting import Nesting
from werkdesk.letters.template.problems import TemplateProblem, nearest
from werkdesk.letters.template.tables import TableRules
from werkdesk.letters.template.vocabulary import ROW_KINDS, known_conditions, known_fields
from werkdesk.letters.typeface import letter_typeface

_DIRECTIVE = re.compile(r"\[([^\[\]]*)\]")
_NUMBERED = re.compile(r"\d+\.\s+(.*)")
_PREFIXES = (("## ", Role.SUBHEADING), ("# ", Role.HEADING), ("- ", Role.BULLET), ("~ ", Role.SMALL))
_WORDS = ("als", "als niet", "anders", "einde", "voor elke", "bouwsteen", "ondertekening", "afsluiting")
_NEW_PAGE = "nieuwe bladzijde"


def read_template(
    name: str, text: str, building_blocks: Mapping[str, str]
) -> tuple[Template, list[TemplateProblem]]:
    """Read template ``name`` (a file name, for messages) and the building blocks it uses.

    The template may be used only when the list of problems is empty; all of them are given at once.
    """
    lines = text.splitlines()
    front, start, problems = read_front_part(name, lines)
    reader = BodyReader(name, building_blocks)
    body = reader.read(lines[start:], first_line=start + 1)
    digest = hashlib.sha256("\0".join((text, *reader.used)).encode()).hexdigest()[:8]
    template = Template(
        code=front.get("code", ""),
        title=front.get("titel", ""),
        version=front.get("versie", ""),
        language=front.get("taal", ""),
        form=_form(front.get("vorm", "")),
        body=body,
        digest=digest,
    )
    return template, problems + reader.problems


def _form(name: str) -> Form:
    """A form that does not exist is a problem already; what stands here is then not used."""
    return Form(name) if name in set(Form) else Form.LETTER


class BodyReader:
    """Reads line by line; ``problems`` and ``used`` (texts of building blocks) grow while it reads."""

    def __init__(self, name: str, building_blocks: Mapping[str, str], *, inside_block: bool = False) -> None:
        self.problems: list[TemplateProblem] = []
        self.used: list[str] = []
        self._name = name
        self._building_blocks = building_blocks
        self._inside_block = inside_block
        self._nesting = Nesting(self._complain)
        self._tables = TableRules(self._complain)
        self._paragraph: list[str] = []
        self._number = 0
        self._last_role: Role | None = None
        self._heading_seen = inside_block

    def read(self, lines: list[str], first_line: int) -> tuple[Block, ...]:
        """The blocks of a body whose first line has number ``first_line`` in its file."""
        for self._number, line in enumerate(lines, start=first_line):
            self._take(line.strip())
        self._end_paragraph()
        self._tables.end()
        return self._nesting.finish()

    def _take(self, line: str) -> None:
        if line.startswith("//"):
            return
        directive = _DIRECTIVE.fullmatch(line)
        if directive or not line or line.startswith("|"):
            self._end_paragraph()
        if directive:
            self._directive(" ".join(directive[1].split()))
            self._tables.leave(self._nesting.depth)
        elif not line:
            self._tables.end()
        elif line.startswith("|"):
            self._row(line)
        else:
            self._text(line)

    def _text(self, line: str) -> None:
        self._tables.end()
        for prefix, role in _PREFIXES:
            if line.startswith(prefix):
                self._line(role, line.removeprefix(prefix))
                return
        numbered = _NUMBERED.fullmatch(line)
        if numbered:
            self._line(Role.NUMBERED, numbered[1])
        else:
            self._paragraph.append(line)

    def _line(self, role: Role, text: str) -> None:
        self._end_paragraph()
        if role is Role.SUBHEADING and not self._heading_seen:
            self._complain("sjabloon.tussenkop_zonder_kop", text, "# " + text)
        self._heading_seen = self._heading_seen or role is Role.HEADING
        begins = role is not self._last_role
        self._last_role = role
        self._nesting.add(Line(role, self._inline(text), self._number, begins))

    def _end_paragraph(self) -> None:
        if self._paragraph:
            text = " ".join(self._paragraph)
            self._paragraph = []
            self._line(Role.PARAGRAPH, text)

    def _row(self, line: str) -> None:
        texts = [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]
        begins = self._tables.take(len(texts), self._nesting.depth, free=self._nesting.inside_signatures)
        self._last_role = None
        right: tuple[bool, ...] = ()
        if begins:
            right = tuple(text.endswith(">") for text in texts)
            texts = [text.removesuffix(">").strip() for text in texts]
        self._nesting.add(Row(tuple(self._inline(text) for text in texts), self._number, begins, right))

    def _directive(self, text: str) -> None:
        word, _, rest = text.partition(" ")
        if word == "als":
            negated = rest.startswith("niet ")
            condition = rest.removeprefix("niet ").strip()
            if condition not in known_conditions():
                self._complain(
                    "sjabloon.voorwaarde_onbekend", condition, nearest(condition, known_conditions())
                )
            self._nesting.open_choice(condition, self._number, negated=negated)
        elif text.startswith("voor elke "):
            self._open_repeat(text.removeprefix("voor elke "))
        elif text == "ondertekening":
            self._nesting.open_signatures(self._number)
        elif text == "anders":
            self._nesting.otherwise()
        elif text == "einde":
            self._nesting.close()
        else:
            self._single(text, word, rest)

    def _single(self, text: str, word: str, rest: str) -> None:
        if text == "afsluiting":
            self._nesting.add(Closing(self._number))
        elif text == _NEW_PAGE:
            self._nesting.add(NewPage(self._number))
        elif word == "bouwsteen":
            self._include(rest)
        else:
            self._complain("sjabloon.opdracht_onbekend", text, nearest(text, (*_WORDS, _NEW_PAGE)))

    def _open_repeat(self, singular: str) -> None:
        if singular not in ROW_KINDS:
            self._complain("sjabloon.lijst_onbekend", singular, nearest(singular, ROW_KINDS))
        self._nesting.open_repeat(singular, self._number)

    def _include(self, name: str) -> None:
        text = self._building_blocks.get(name)
        if text is None or self._inside_block:
            code = "sjabloon.bouwsteen_onbekend" if text is None else "sjabloon.bouwsteen_in_bouwsteen"
            self._complain(code, name, nearest(name, self._building_blocks))
            return
        inner = BodyReader(f"bouwstenen/{name}", {}, inside_block=True)
        for block in inner.read(text.splitlines(), first_line=1):
            self._nesting.add(block)
        self.problems += inner.problems
        self.used.append(text)
        self._last_role = None

    def _inline(self, text: str) -> Inline:
        missing = letter_typeface().missing(text)
        if missing is not None:
            self._complain("sjabloon.teken_ontbreekt", missing, "")
        singular = self._nesting.singular
        known = known_fields(singular if singular in ROW_KINDS else None)
        return read_inline(text, known, self._complain)

    def _complain(self, code: str, found: str, meant: str, line: int | None = None) -> None:
        number = self._number if line is None else line
        self.problems.append(
            TemplateProblem(code=code, name=self._name, line=number, found=found, meant=meant)
        )
