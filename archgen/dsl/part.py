"""Parts: what stands in a section of a design and is referred to by its id."""

import dataclasses

from archgen.dsl.texts import Id, Name, Text
from archgen.dsl.word import Word, word


@word
class Part(Word):
    """Something with a name that other words refer to: in Python as an object, in files by its id."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is called."""
    id: Id | None = None
    """What files, figures and findings call it; made from the name where it is not given: "Message store" is `message_store`."""
    note: Text | None = None
    """A few words that figures show under the name."""
    notes: Text | None = None
    """Prose in Markdown for the document of its design, where that tells of it."""
