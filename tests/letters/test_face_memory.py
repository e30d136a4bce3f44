"""The faces are shared by all letters of a desk; what one letter puts in them may not stay."""

from __future__ import annotations

from tests.letters.examples import letter_l01
from werkdesk.letters.press import Press
from werkdesk.letters.typeface import letter_typeface


def test_many_letters_do_not_grow_the_memory_of_the_faces(press: Press) -> None:
    for _ in range(5):
        press.make(letter_l01())
    assert all(len(face.state) == 0 for face in letter_typeface().faces)
