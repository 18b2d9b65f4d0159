"""A design file as it is laid out: entries with the comments that belong to each of them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Comment:
    """A comment from its `#` on; `blank` where an empty line stands above it."""

    text: str
    blank: bool = False


@dataclass(frozen=True)
class Text:
    """A scalar: what it says, the sign that its form begins with (none for a plain one), and how it is written."""

    value: str
    style: str
    raw: str
    flow: bool

    @property
    def empty(self) -> bool:
        """Whether nothing is written at all."""
        return not self.raw


@dataclass(frozen=True)
class Entry:
    """An entry of a mapping, or of a list, which has no key.

    `above` are the comments before it, `head` those between its key and its value, `end` the one at its end with the
    lines that continue it, and `inside` those that are indented below an entry that says nothing.
    """

    value: "Text | Collection"
    key: Text | None = None
    above: tuple[Comment, ...] = ()
    head: tuple[Comment, ...] = ()
    end: tuple[Comment, ...] = ()
    inside: tuple[Comment, ...] = ()
    blank: bool = False

    @property
    def commented(self) -> bool:
        """Whether there is a comment anywhere in it."""
        own = self.above or self.head or self.end or self.inside
        return bool(own) or (isinstance(self.value, Collection) and self.value.commented)


@dataclass(frozen=True)
class Collection:
    """A mapping or a list; `foot` are the comments after its last entry. `flow` where it is written in brackets."""

    entries: tuple[Entry, ...]
    mapping: bool
    flow: bool = False
    foot: tuple[Comment, ...] = ()

    @property
    def commented(self) -> bool:
        """Whether there is a comment anywhere in it."""
        return bool(self.foot) or any(entry.commented for entry in self.entries)
