"""Patterns put to use: where each stands, what it needs and what has that here, and what it gives and takes."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from archgen.documents.agreement import NAMED, names
from archgen.documents.alike import meets, standing_as
from archgen.documents.facts import fact, facts, joined, value
from archgen.documents.rounded import rounded
from archgen.documents.ways import way
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.part import Part
from archgen.dsl.pattern import Need, Pattern, TradeOff
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.readable import named
from archgen.dsl.word import Word, attributes
from archgen.model.architecture import Architecture
from archgen.model.dossier import Dossier
from archgen.model.put_to_use import pattern_id
from archgen.model.waiting import waited_ways
from archgen.values import dataclass
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.store import Store

LINE = 80
# What nearly everything states says nothing of a pattern.
GENERAL = {"replicas", "capacity", "concurrency", "task_duration", "rate", "per_request", "engine", "timeout", "atomic"}
COUNTS = {1: "one", 2: "two", 3: "three", 4: "four"}


@dataclass(frozen=True)
class Applied:
    """A pattern: its title, why and where it stands, which need of it is met by what, and its trade-offs."""

    title: str
    where: str
    met: tuple[tuple[str, str], ...]
    trade_offs: tuple[TradeOff, ...]


def applied(dossier: Dossier) -> Iterator[Applied]:
    """Those that the design puts to use itself, then those that its decisions come to, each once, as far as the library knows
    them.
    """
    told, answers = dict[str, list[PatternInstance]](), dict[str, list[str]]()
    for part in dossier.architecture.design.parts:
        if isinstance(part, PatternInstance):
            told.setdefault(pattern_id(part), []).append(part)
    for ruling in dossier.rulings:
        if ruling.decided.choice and ruling.decided.decision:
            answers.setdefault(ruling.decided.choice, []).append(f'"{ruling.decided.tree.title}"')
    places = {id: _places(used) for id, used in told.items()}
    for id, titles in answers.items():
        places.setdefault(id, []).append(f"It answers {joined(titles)}")
    for id, wheres in places.items():
        pattern = dossier.patterns.get(id)
        if pattern:
            met = tuple(_met(dossier.architecture, pattern))
            yield Applied(pattern.title, " ".join(wheres), met, tuple(pattern.trade_offs))


def title_of(dossier: Dossier, id: str) -> str:
    """What a pattern is called; its id, where the library does not know it."""
    known = dossier.patterns.get(id)
    return known.title if known else id


def _places(used: Sequence[PatternInstance]) -> list[str]:
    """Where it stands, with each part in its role; a part that has one role everywhere is told once."""
    roles = [{name: value(part, name) for name, held in attributes(part).items() if isinstance(held, Part)} for part in used]
    if len(used) == 1 or any(one.keys() != roles[0].keys() for one in roles):
        return [f"Here with {_in_roles(one)}{_more(part, one)}." for part, one in zip(used, roles, strict=True)]
    same = {name: held for name, held in roles[0].items() if all(one[name] == held for one in roles)}
    others = [name for name in roles[0] if name not in same]
    told = [joined([one[name] for name in others]) + _more(part, one) for part, one in zip(used, roles, strict=True)]
    first = f"{_in_roles(same)}; " if same else ""
    return [f"Here with {first}as {joined([name.replace('_', ' ') for name in others])}: {'; '.join(told)}."]


def _in_roles(role: Mapping[str, str]) -> str:
    return joined([f"{held} as the {name.replace('_', ' ')}" for name, held in role.items()])


def _more(part: PatternInstance, role: Mapping[str, str]) -> str:
    stated = facts(part, tuple(role))
    return f" ({stated})" if stated else ""


def _met(architecture: Architecture, pattern: Pattern) -> Iterator[tuple[str, str]]:
    """Each need that some part of the design meets by what it states, and how."""
    along = {one for need in pattern.requires for parts in _found(architecture, pattern, need).values() for one in parts}
    asked = _asked(architecture, [one for one in along if isinstance(one, Connection)])
    for need in pattern.requires:
        met = _found(architecture, pattern, need, asked).items()
        found = [f"{names(_called(architecture, parts))} ({text})" for text, parts in met]
        if found:
            more = len(found) - NAMED
            yield need.text, rounded("; ".join(found[:NAMED]) + (f"; and {more} more" if more > 0 else ""))


def _called(architecture: Architecture, parts: Sequence[Word]) -> Iterator[str]:
    """Parts as sentences call them; of several connections between the same two how many of them."""
    often = Counter(way(one) for one in architecture.all_connections)
    here = Counter(way(one) for one in parts if isinstance(one, Connection))
    for part in parts:
        if not isinstance(part, Connection):
            yield named(part)
        elif here[way(part)] == often[way(part)]:
            yield way(part)
        else:
            yield f"{COUNTS.get(here[way(part)], here[way(part)])} of {way(part)}"


def _asked(architecture: Architecture, along: Sequence[Connection]) -> set[Component]:
    """What is asked where a pattern is put to use, as far as anybody waits for it; nothing where no connection says where."""
    ways, waiting = waited_ways(architecture), [end for one in along for end in architecture.members(one.destination)]
    seen = set(waiting)
    while waiting:
        fresh = [end for one in ways.get(waiting.pop(), ()) for end in architecture.members(one.destination) if end not in seen]
        seen.update(fresh)
        waiting += fresh
    return seen


def _found(
    architecture: Architecture, pattern: Pattern, need: Need, asked: Collection[Component] = ()
) -> Mapping[str, Sequence[Word]]:
    """The parts that meet a need, by what they state of it.

    By the first word that the library gives for the need, of those that the design has; by what it says first, where no
    connection says all of it. Of stores only what is `asked`, where that is known.
    """
    for word, stating in need.met_by.items():
        first = stating[0] if isinstance(word, Connection) and len(stating) > 1 else ""
        for several in (stating, [first]):
            alike: dict[str, list[Word]] = {}
            for part in standing_as(architecture, pattern, word) if set(several) - GENERAL - {""} else ():
                apart = asked and isinstance(part, Store | Cache) and part not in asked
                if not apart and all(meets(part, name, getattr(word, name)) for name in several):
                    alike.setdefault(_stated(part, several), []).append(part)
            if alike:
                return alike
    return {}


def _stated(part: Word, stating: Sequence[str]) -> str:
    return _shortened(", ".join(fact(part, name) for name in stating))


def _shortened(text: str) -> str:
    """As many of its facts as a line holds; the appendix has all."""
    facts = text.split(", ")
    while len(facts) > 1 and len(", ".join(facts)) > LINE:
        facts.pop()
    return ", ".join(facts)
