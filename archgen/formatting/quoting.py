"""Texts on one line: plain where the reader takes them for the same text, else in quotes."""

from collections.abc import Callable

from archgen.errors import SpecError
from archgen.formatting.tree import Text
from archgen.plugin import UNSHOWN

# What the reader makes of a text; it raises SpecError for what it refuses.
Reads = Callable[[str], object]
SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Ends of lines for YAML, and the mark that a file may begin with: all of them unseen.
UNSEEN = "\u2028\u2029\ufeff"
# The two begin and end a document where they stand at the start of a line.
MARKERS = ("---", "...")
ONE_BYTE, TWO_BYTES = 0xFF, 0xFFFF


def one_line(text: Text, reads: Reads, *, key: bool = False, flow: bool = False) -> str:
    """A text as it is written; on one line, but for a plain one of several paragraphs, which keeps its line ends."""
    if text.empty and not key:
        return "null" if text.flow else ""
    if not text.style and _stays(text, several=not key and not flow):
        return text.value
    if text.value.isprintable() and _reads_plain(text.value, reads, key=key, flow=flow):
        return text.value
    return _quoted(text)


def _stays(text: Text, *, several: bool) -> bool:
    """Whether a plain text may stay as it is; brackets may be opened, and what is plain within them is plain in a block."""
    paragraphs = text.value.split("\n") if several else [text.value]
    return bool(text.raw) and not text.value.startswith(MARKERS) and not any(_strange(part, text.raw) for part in paragraphs)


def _reads_plain(value: str, reads: Reads, *, key: bool, flow: bool) -> bool:
    """Whether the reader takes it for that text without quotes. A key that would be a number as a value keeps them."""
    tried: list[tuple[str, object]] = [(f"[{value}]" if flow else f"- {value}", [value])]
    if key:
        tried.append((f"{{{value}: 0}}" if flow else f"{value}: 0", {value: 0}))
    return all(_gives(written, wanted, reads) for written, wanted in tried)


def _gives(written: str, wanted: object, reads: Reads) -> bool:
    try:
        return reads(written) == wanted
    except SpecError:
        return False


def _quoted(text: Text) -> str:
    """In double quotes, or in single ones where these leave more of it as it is."""
    value = text.value
    if value.count('"') + value.count("\\") > value.count("'") and not _strange(value, text.raw):
        return "'" + value.replace("'", "''") + "'"
    return '"' + "".join(SHORT.get(sign) or (_escape(sign) if _strange(sign, text.raw) else sign) for sign in value) + '"'


def _strange(value: str, raw: str) -> bool:
    """Whether something in it is written as an escape: what ends a line, what cannot be shown, and what is unseen and was one."""
    if value.isprintable():
        return False
    unseen = (sign for sign in value if not sign.isprintable())
    return any(sign in UNSEEN or sign in SHORT or sign not in raw or UNSHOWN.match(sign) for sign in unseen)


def _escape(sign: str) -> str:
    code = ord(sign)
    return f"\\x{code:02x}" if code <= ONE_BYTE else f"\\u{code:04x}" if code <= TWO_BYTES else f"\\U{code:08x}"
