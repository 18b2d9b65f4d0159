"""Which parts of a design stand where a part of a pattern does: of its sort, with the neighbours that it has there."""

from collections.abc import Callable, Iterator, Sequence

from archgen.documents.facts import is_choice
from archgen.dsl.connection import Connection
from archgen.dsl.part import Part
from archgen.dsl.pattern import Pattern
from archgen.dsl.word import Word, attributes
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store

# What keeps a connection open, and so is no other.
STREAMS = {"sse", "websocket", "webrtc", "long_poll"}


def standing_as(architecture: Architecture, pattern: Pattern, word: Word) -> Sequence[Word]:
    """Parts of the same sort; where some of them have neighbours as it has, before and behind them, those alone."""
    known = list(_of_its_sort(architecture, word))
    there = link(pattern.structure)
    if isinstance(word, Connection):
        near = [one for one in known if isinstance(one, Connection) and _is_alike(architecture, there, one, word, _is_of_sort)]
        return near or known
    ends = (
        [one for one in there.all_connections if word in there.members(one.source)],
        [one for one in there.all_connections if word in there.members(one.target)],
    )
    return [one for one in known if all(not along or _has(architecture, there, one, along, word) for along in ends)] or known


def meets(word: Word, name: str, wanted: object) -> bool:
    """Whether it is stated at all; one of a few choices has to be the one of the pattern, a number or a name may be another."""
    held = getattr(word, name, None)
    if held is None or held is False:
        return held is False and wanted is False
    if isinstance(held, Part) or not isinstance(held, Word):
        return held == wanted if is_choice(word, name, held) else True
    inner = attributes(wanted).items() if isinstance(wanted, Word) else ()
    return type(held) is type(wanted) and all(getattr(held, each, None) is None or meets(held, each, one) for each, one in inner)


def _of_its_sort(architecture: Architecture, word: Word) -> Iterator[Word]:
    known = architecture.all_connections if isinstance(word, Connection) else architecture.all_components
    dead = {getattr(one, "dead_letter", None) for one in (*architecture.all_components, *architecture.all_connections)}
    for one in known:
        if isinstance(word, Queue):
            if isinstance(one, Queue) and one not in dead:
                yield one
        elif _is_of_sort(one, word):
            yield one


def _is_of_sort(one: Word, word: Word) -> bool:
    """Of the same word; any store for a store, but for caches."""
    return type(one) is type(word) or (isinstance(word, Store) and isinstance(one, Store) and not isinstance(one, Cache))


def _has(architecture: Architecture, there: Architecture, one: Word, along: Sequence[Connection], word: Word) -> bool:
    """Whether a connection as one of these of the pattern begins or ends at it, as at the word."""
    begins = word in there.members(along[0].source)
    here = [each for each in architecture.all_connections if one in architecture.members(each.source if begins else each.target)]
    return any(_is_alike(architecture, there, each, other, _is_near) for each in here for other in along)


def _is_near(one: Word, word: Word) -> bool:
    """Of the same sort, or both servers, both brokers."""
    return _is_of_sort(one, word) or any(isinstance(one, sort) and isinstance(word, sort) for sort in (Server, Broker))


def _is_alike(
    architecture: Architecture, there: Architecture, one: Connection, other: Connection, near: Callable[[Word, Word], bool]
) -> bool:
    """A connection of the same word, and of the same stream, between parts that are near to one another's."""
    spoken, wanted = (getattr(each, "protocol", None) for each in (one, other))
    pairs = ((one.source, other.source), (one.target, other.target))
    return (
        type(one) is type(other)
        and (wanted not in STREAMS or spoken == wanted)
        and all(
            any(near(each, part) for each in architecture.members(end) for part in there.members(like)) for end, like in pairs
        )
    )
