"""Folded names: the same function for the index and for what is typed."""

from __future__ import annotations

import re
from itertools import groupby

from werkdesk.domain.namen.vouwen import vouw
from werkdesk.domain.persoon import PersoonsNaam

PREFIXES = frozenset({
    "a", "aan", "af", "al", "am", "auf", "ben", "bij", "bin", "d", "da", "dal", "dalla", "das", "de", "deca",
    "degli", "dei", "del", "della", "den", "der", "des", "di", "die", "do", "don", "dos", "du", "el", "het",
    "i", "im", "in", "l", "la", "las", "le", "les", "lo", "los", "met", "n", "of", "onder", "op", "over", "s",
    "t", "te", "ten", "ter", "tho", "thoe", "thor", "to", "toe", "tot", "uijt", "uit", "unter", "v", "van",
    "vd", "ver", "vom", "von", "voor", "vor", "zu", "zum", "zur",
})  # fmt: skip
"""Single words of the national table of surname prefixes (BRP table 36), and ``vd`` as people type it."""

_WORDS = re.compile(r"[^\W_]+")
_TYPED = str.maketrans({"'": "", "’": "", "\u0131": "i"})
_LEAST_PART = 3  # letters of a later part of a name that is worth finding by itself


def words(text: str) -> list[str]:
    """The folded words of a text: letters and digits only. Apostrophes join, hyphens part.

    The Turkish i without a dot is typed as an i: no Dutch keyboard has it.
    """
    return _WORDS.findall(vouw(text).translate(_TYPED))


def without_prefixes(parts: list[str]) -> list[str]:
    """The words that are not prefixes; all of them when nothing else would be left."""
    return [part for part in parts if part not in PREFIXES] or parts


def surname_keys(naam: PersoonsNaam) -> tuple[str, ...]:
    """Every way a surname may be typed: without prefixes, with them glued on, its last part, the partner's.

    ``van den Berg`` gives ``berg`` and ``vandenberg``; ``Jansen-de Vries`` gives ``jansenvries``,
    ``jansendevries`` and ``vries``.
    """
    keys: dict[str, None] = {}
    for prefix, surname in (
        (naam.voorvoegsel, naam.geslachtsnaam),
        (naam.partner_voorvoegsel, naam.partner_geslachtsnaam),
    ):
        if surname is None:
            continue
        parts = words(surname)
        bare = without_prefixes(parts)
        keys["".join(bare)] = None
        keys["".join([*words(prefix or ""), *parts])] = None
        if len(bare) > 1 and len(bare[-1]) >= _LEAST_PART:
            keys[bare[-1]] = None
    return tuple(key for key in keys if key)


def first_name_key(naam: PersoonsNaam) -> str:
    """The folded first given name; empty when unknown."""
    return next(iter(words(naam.voornamen or "")), "")


def sound(key: str) -> str:
    """What a Dutch ear keeps of a folded name; equal for ``ahmadi`` and ``achmady``, ``meijer``, ``meyer``.

    The first vowel counts as "some vowel", later ones not at all; letters that sound alike become one.
    """
    text = key
    for pattern, replacement in _SOUNDS:
        text = pattern.sub(replacement, text)
    text = "".join(letter for letter, _ in groupby(text))
    head = "a" if text[:1] in _VOWELS else text[:1]
    return head + "".join(letter for letter in text[1:] if letter not in _VOWELS)


_VOWELS = frozenset("aeiouy")
_SOUNDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"sch", "sg"), (r"tsj|tch|cz", "sj"), (r"^dj|^y(?=[aeiou])", "j"), (r"ij", "y"), (r"ph", "f"),
        (r"th|dt", "t"), (r"ck|q", "k"), (r"x", "ks"), (r"(?<=[aeiou])h$", ""), (r"ch|kh|gh|(?<=.)h", "g"),
        (r"c(?=[eiy])", "s"), (r"c", "k"), (r"z", "s"), (r"v|w", "f"), (r"d$", "t"), (r"b$", "p"),
    )
)  # fmt: skip
