"""Every exception that archgen raises on purpose.

ArchgenError                what archgen cannot go on from; the command line prints it and exits with 2
├── UsageError              a command was called in a way that it does not understand
├── SpecError               a design cannot be read: problems, each with its place
├── ConfigurationError      a configuration or a baseline cannot be used: problems, each with its place
├── UnknownNameError        no entry has that name; the nearest known ones are offered
├── CatalogueError          an entry of the library breaks its contract
└── EngineError             the layout engine or the rasteriser failed
"""

from collections.abc import Iterable, Sequence

from archgen.values import dataclass

# As many as the word with the most attributes has, and a few more.
SHOWN = 24
# More names than this are listed elsewhere.
FEW = 12
# By how much less like it a second name may be to be offered too.
CLEARLY = 0.15
# What joins the words of a name.
JOINERS = str.maketrans(dict.fromkeys(" -.", "_"))


@dataclass(frozen=True)
class Position:
    """A place in a file. Lines and columns count from 1; None means that only the part before it is known."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a specification, and what to write instead."""

    message: str
    position: Position | None = None

    def __str__(self) -> str:
        return f"{self.position}: {self.message}" if self.position else self.message


class ArchgenError(Exception):
    """archgen cannot go on; the message says what is wrong, where, and what to do."""


class UsageError(ArchgenError):
    """A command was called in a way that it does not understand."""


class SpecError(ArchgenError):
    """A design cannot be read. `faults` holds every problem that was found, in the order of their places."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: Sequence[Fault] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class ConfigurationError(ArchgenError):
    """A configuration or a baseline cannot be used. `faults` holds every problem that was found, in the order of their places."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: Sequence[Fault] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class UnknownNameError(ArchgenError):
    """No entry has that name. `like` is the name as entries write theirs, `elsewhere` says what lists them, if they are many."""

    def __init__(self, sort: str, name: str, known: Iterable[str], *, like: str | None = None, elsewhere: str = "") -> None:
        asked = name if like is None else like
        near = offer(asked, known, elsewhere) if elsewhere else suggestion(asked, known)
        super().__init__(f'there is no {sort} "{name}"{near}')


class DeclinedError(ArchgenError):
    """There is no rule of that code, for a reason."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(f"there is no rule {code}: {reason}")


class CatalogueError(ArchgenError):
    """An entry of the library breaks its contract: its file binds nothing, or its name or code is taken."""


class EngineError(ArchgenError):
    """The layout engine or the rasteriser failed, ran out of time or gave an answer with parts missing."""


def suggestion(name: str, known: Iterable[str]) -> str:
    """Offer the nearest known names, or list them when none is near; empty when nothing is known.

    >>> suggestion("gatway", ["gateway", "store"])
    '; did you mean "gateway"?'
    >>> suggestion("zzz", ["gateway", "store"])
    '; known: gateway, store'
    """
    names = sorted(set(known))
    near = nearest(name, names)
    if near:
        return "; did you mean " + " or ".join(f'"{match}"' for match in near) + "?"
    if not names:
        return ""
    shown = ", ".join(names[:SHOWN])
    return f"; known: {shown}" + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")


def offer(name: str, known: Iterable[str], elsewhere: str) -> str:
    """Offer what others call by that name, or what `suggestion` does; where they are too many to list, say where they are."""
    from archgen.other_names import called_here

    names = sorted(set(known))
    here = [] if name in names else called_here(name, names)
    if here:
        return "; here it is called " + " or ".join(f'"{match}"' for match in here)
    return suggestion(name, names) if len(names) <= FEW or nearest(name, names) else f"; {elsewhere}"


def nearest(name: str, names: Sequence[str]) -> list[str]:
    """The name that is most like it, and another that is about as like; none where none is near.

    >>> nearest("Upload API", ["phone", "upload_api"])
    ['upload_api']
    """
    from difflib import SequenceMatcher, get_close_matches

    same = [one for one in names if _plain(one) == _plain(name)]
    if same:
        return same[:2]
    near = get_close_matches(name, names, n=2, cutoff=0.6)
    ratios = [SequenceMatcher(None, match, name).ratio() for match in near]
    return [match for match, ratio in zip(near, ratios, strict=True) if ratio > ratios[0] - CLEARLY]


def _plain(name: str) -> str:
    """A name without what people write now this way, now that."""
    return name.translate(JOINERS).casefold()
