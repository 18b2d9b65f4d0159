"""Text and attributes that are safe in XML, whatever they hold."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def content(text: str) -> str:
    """Escape the content of an element; what XML cannot hold becomes the replacement character.

    >>> content("a < b & c")
    'a &lt; b &amp; c'
    """
    return escape(_FORBIDDEN.sub("\ufffd", text))


def element(tag: str, attributes: Mapping[str, str], inner: str = "") -> str:
    """Write an element; `inner` is markup, the values of the attributes are plain text.

    >>> element("rect", {"x": "1", "class": "box"})
    '<rect x="1" class="box"/>'
    """
    opened = tag + "".join(f" {name}={quoteattr(_FORBIDDEN.sub(chr(0xFFFD), value))}" for name, value in attributes.items())
    return f"<{opened}>{inner}</{tag}>" if inner else f"<{opened}/>"
