"""Texts and numbers as Python has them."""

import re
import unicodedata
from collections.abc import Iterator

ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
ONE_BYTE, TWO_BYTES = 0xFF, 0xFFFF
# Words with the spaces behind them; a line ends with its own ends of lines.
PIECES = re.compile(r"[^ \n]*(?: +|\n+|$)")


def quoted(text: str) -> str:
    r"""A text in double quotes, or in single ones where these leave more of it as it is.

    >>> print(quoted("one\ntwo"), quoted('say "a"'), quoted("\u200b"))
    "one\ntwo" 'say "a"' "\u200b"
    """
    quote = "'" if text.count('"') > text.count("'") else '"'
    return quote + "".join(f"\\{quote}" if sign == quote else _sign(sign) for sign in text) + quote


def split(text: str, room: int) -> Iterator[str]:
    """The text in parts, each of which takes at most so many columns in quotes, broken at spaces where that can be."""
    part = ""
    for piece in [text] if width(quoted(text)) <= room else _pieces(text, room):
        if part and (part.endswith("\n") or width(quoted(part + piece)) > room):
            yield part
            part = ""
        part += piece
    yield part


def width(text: str) -> int:
    """How many columns a line takes: wide characters take two, those that join the one before them none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def number(value: float) -> str:
    """A number, thousands apart.

    >>> number(140_000), number(1.5), number(12_345.5)
    ('140_000', '1.5', '12_345.5')
    """
    return f"{value:_}".replace("e+", "e")


def _pieces(text: str, room: int) -> Iterator[str]:
    """Words, and those too long for a line in parts."""
    for piece in PIECES.findall(text):
        start = 0
        for end in range(1, len(piece) + 1):
            if end - start > 1 and width(quoted(piece[start:end])) > room:
                yield piece[start : end - 1]
                start = end - 1
        if piece[start:]:
            yield piece[start:]


def _sign(sign: str) -> str:
    if sign in ESCAPES or sign.isprintable():
        return ESCAPES.get(sign, sign)
    code = ord(sign)
    return f"\\x{code:02x}" if code <= ONE_BYTE else f"\\u{code:04x}" if code <= TWO_BYTES else f"\\U{code:08x}"


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
