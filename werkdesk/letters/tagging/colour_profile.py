"""An ICC profile of sRGB, made here, so that the same bytes come out for ever.

PDF/A wants an output intent. A profile from a library carries a clock and changes with the library; the
numbers of sRGB (IEC 61966-2-1) fit in 2.5 KB, in the version 2 form that every PDF/A part accepts
(ICC.1:2001-04).
"""

from __future__ import annotations

import struct
from functools import cache

# The D50 white point and the sRGB primaries adapted to it.
_WHITE = (0.9642, 1.0, 0.8249)
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
_CURVE_POINTS = 1024


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(colour: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(_fixed(part) for part in colour)


def _linear(encoded: float) -> float:
    return encoded / 12.92 if encoded <= 0.04045 else float(((encoded + 0.055) / 1.055) ** 2.4)


def _curve() -> bytes:
    points = (round(_linear(i / (_CURVE_POINTS - 1)) * 65535) for i in range(_CURVE_POINTS))
    return b"curv" + bytes(4) + struct.pack(f">I{_CURVE_POINTS}H", _CURVE_POINTS, *points)


def _description(name: bytes) -> bytes:
    ascii_part = struct.pack(">I", len(name) + 1) + name + b"\0"
    empty_unicode_and_script_parts = bytes(4 + 4 + 2 + 1 + 67)
    return b"desc" + bytes(4) + ascii_part + empty_unicode_and_script_parts


@cache
def srgb_profile() -> bytes:
    """The profile, about 2.5 KB."""
    curve = _curve()
    parts = (
        (b"desc", _description(b"sRGB")),
        (b"cprt", b"text" + bytes(4) + b"No copyright\0"),
        (b"wtpt", _xyz(_WHITE)),
        (b"rXYZ", _xyz(_RED)),
        (b"gXYZ", _xyz(_GREEN)),
        (b"bXYZ", _xyz(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    )
    start = 128 + 4 + 12 * len(parts)
    table, data = b"", b""
    places: dict[bytes, int] = {}
    for signature, body in parts:
        if body not in places:
            places[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table += signature + struct.pack(">II", places[body], len(body))
    return _header(start + len(data)) + struct.pack(">I", len(parts)) + table + data


def _header(size: int) -> bytes:
    moment = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)  # required by the form; it means nothing here
    head = (
        struct.pack(">I", size) + bytes(4) + b"\x02\x10\0\0" + b"mntrRGB XYZ " + moment + b"acsp" + bytes(28)
    )
    return (head + b"".join(_fixed(part) for part in _WHITE)).ljust(128, b"\0")
