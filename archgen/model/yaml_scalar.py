"""Texts, numbers and the rest on one line: plain where the reader takes them for the same, else in quotes."""

import re
from functools import lru_cache

from archgen.dsl.texts import UNSHOWN
from archgen.model.core_schema import core_scalar

# Words and numbers that no sign between them makes anything else of.
WORDS = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:[ /.-][A-Za-z0-9_]+)*")
# What readers of older YAML take for a sign of theirs, and some of them stop at.
OLD_SIGNS = ("=", "<<")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\ufeff": "\\ufeff"}
# Ends of lines for YAML, and the mark that a file may begin with: unseen, and easily lost.
ESCAPES |= {"\u2028": "\\u2028", "\u2029": "\\u2029"}
# What would let a text be read in another order than it is written in.
ESCAPES |= {chr(sign): f"\\u{sign:04x}" for sign in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def scalar(value: object, *, key: bool = False, flow: bool = False) -> str:
    """A value without parts as it is written.

    >>> [scalar(value) for value in ("append", "yes", "12", "a: b", None, True, 1.5)]
    ['append', 'yes', '"12"', '"a: b"', 'null', 'true', '1.5']
    """
    if isinstance(value, str):
        return value if plain(value, key=key, flow=flow) else quoted(value)
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else repr(value)


def plain(text: str, *, key: bool = False, flow: bool = False) -> bool:
    """Whether a text needs no quotes; `flow` within brackets."""
    try:
        if text in OLD_SIGNS or not text.isprintable() or not isinstance(core_scalar(text), str):
            return False
    except ValueError:
        return False
    return bool(WORDS.fullmatch(text)) or _read_plain(text, key, flow)


@lru_cache(maxsize=10_000)
def _read_plain(text: str, key: bool, flow: bool) -> bool:
    tried = [f"[{text}]" if flow else f"- {text}"]
    if key:
        tried.append(f"{{{text}: 0}}" if flow else f"{text}: 0")
    return all(_holds(written, text) for written in tried)


def _holds(written: str, text: str) -> bool:
    """Whether YAML finds just that text where it was written."""
    import yaml  # what needs no YAML starts faster without

    try:
        node = yaml.compose(written, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return False
    inner = node.value if isinstance(node, yaml.CollectionNode) else []
    first = inner[0][0] if isinstance(node, yaml.MappingNode) and inner else inner[0] if inner else None
    return len(inner) == 1 and isinstance(first, yaml.ScalarNode) and first.value == text and not first.style


def quoted(text: str) -> str:
    """In double quotes, or in single ones where these leave more of it as it is."""
    strange = any(sign in ESCAPES and sign not in '\\"' for sign in text) or UNSHOWN.search(text)
    if text.count('"') + text.count("\\") > text.count("'") and not strange:
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(ESCAPES.get(sign, sign) for sign in text) + '"'
