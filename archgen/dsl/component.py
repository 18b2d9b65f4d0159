"""Components: the nouns of a design."""

import dataclasses
import re
from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.group import Group
from archgen.dsl.texts import Id, Name, Text
from archgen.dsl.word import Word, word


@word
class Component(Word):
    """Anything that a system is made of, or that it talks to.

    `id` is made from the name where it is not given: "Message store" becomes `message_store`. `group` is the region, tier or
    trust boundary it stands in. `note` is a few words that figures show under the name. None means that it is not stated.
    """

    glyph: ClassVar[Glyph] = Glyph.NONE
    tone: ClassVar[Tone] = "neutral"

    name: Name = dataclasses.field(kw_only=False)
    id: Id | None = None
    group: Group | None = None
    note: Text | None = None


def kind(of: type[Word]) -> str:
    """The word's class name in snake case, as data formats write it.

    >>> from archgen.dsl.connection import Connection
    >>> kind(Connection)
    'connection'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", of.__name__).lower()


def slug(name: str) -> str:
    """The id that a name becomes: lower case, anything but letters and digits an underscore.

    >>> slug("Message store (hot)")
    'message_store_hot'
    """
    return re.sub(r"[^\w]+", "_", name.lower()).strip("_") or "unnamed"
