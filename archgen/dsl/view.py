"""Views: parts of a design that are shown by themselves."""

import dataclasses

from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.group import Group
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word


@word
class View(Word):
    """A figure of some of the design: of what is listed, of one part and what is near it, or of what is both."""

    name: Name = dataclasses.field(kw_only=False)
    """What it shows, in a few words."""
    only: Listed[Component | Group] = ()
    """The components that it shows, with what passes between them; of a group, all that stand in it."""
    focus: Component | Group | None = None
    """What it is about: it shows that, and what is near it."""
    depth: Count | None = None
    """How many connections away from its focus something may be; None is one."""
    summary: Text | None = None
    """What there is to see in it, in a sentence."""
