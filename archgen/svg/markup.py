"""Text and attributes that are safe in XML, whatever they hold."""

import re
from collections.abc import Mapping
from functools import cache

from archgen.dsl.texts import REVERSALS

# What would be taken for markup: `escape` and `quoteattr` of Python's own are in a module that imports how to fetch pages.
_MARKUP = re.compile("[&<>]")
_QUOTED = re.compile('[&<>\\n\\r\\t"]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def content(text: str) -> str:
    """Escape the content of an element; what XML cannot hold becomes the replacement character, what lets a text
    be read in another order is left out.

    >>> content("a < b & c")
    'a &lt; b &amp; c'
    """
    return _MARKUP.sub(_entity, _possible(text))


def element(tag: str, attributes: Mapping[str, str], inner: str = "") -> str:
    """Write an element; `inner` is markup, the values of the attributes are plain text.

    >>> element("rect", {"x": "1", "class": "box"})
    '<rect x="1" class="box"/>'
    """
    opened = tag + "".join([f" {name}={_quoted(_possible(value))}" for name, value in attributes.items()])
    return f"<{opened}>{inner}</{tag}>" if inner else f"<{opened}/>"


def _quoted(value: str) -> str:
    """The value between quotes, single ones where it holds double ones alone."""
    if not _QUOTED.search(value):
        return f'"{value}"'
    escaped = re.sub("[&<>\\n\\r\\t]", _entity, value)
    if '"' in escaped and "'" not in escaped:
        return f"'{escaped}'"
    return f'"{escaped.replace(chr(34), "&quot;")}"'


def _entity(found: re.Match[str]) -> str:
    return _ENTITIES[found[0]]


def _possible(text: str) -> str:
    return text if text.isascii() and text.isprintable() else _forbidden().sub("\ufffd", REVERSALS.sub("", text))


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
