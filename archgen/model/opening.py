"""Opening: from a design with other designs in it as boxes to one design, in which each opened box is a group of its name.

What is in a box comes along: its components, connections, patterns, data, walkthroughs, views, behaviours and waivers. Its
decisions, and what it left out on purpose, stay its own, as do what the box states of itself and its requirements. A waiver
without a subject then counts for the whole; one for the box itself has lost its subject, and is left out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import cast

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.dsl.data import Data
from archgen.dsl.design import Design
from archgen.dsl.group import Group
from archgen.dsl.part import Part
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.view import View
from archgen.dsl.waiver import Waiver
from archgen.dsl.walkthrough import Walkthrough
from archgen.dsl.word import Word
from archgen.errors import Position, UnknownNameError
from archgen.model.architecture import Architecture
from archgen.model.ids import sort_of
from archgen.model.link import link
from archgen.model.referred import referred
from archgen.model.rewriting import Rewriting
from archgen.model.spec import Spec
from archgen.model.taken import Taken
from archgen.values import dataclass
from archgen.vocabulary.components.system import System

# Opens every system, at any depth.
ALL = "all"
Place = tuple[tuple[Word, str | None], Position]


@dataclass(frozen=True)
class _Content:
    """What is in an opened box. `end` stands for the box as an end of connections, `made` for the words of its design."""

    end: End
    made: Mapping[Word, Word] = field(default_factory=dict)
    parts: Sequence[Word] = ()
    data: Sequence[Data] = ()
    walkthroughs: Sequence[Walkthrough] = ()
    views: Sequence[View] = ()
    behaviours: Sequence[Behaviour] = ()
    waivers: Sequence[Waiver] = ()
    places: Sequence[Place] = ()


@dataclass(frozen=True)
class _Opened:
    """A design with boxes opened, and what stands for each of these as an end of connections."""

    spec: Spec
    ends: Mapping[Word, End] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """A system that can be opened: its id, that of a system within another one as `shop.payments`, and what it is called."""

    id: str
    name: str


def systems(design: Design, path: str = "") -> Iterator[Known]:
    """Every system of the design, and those within them."""
    architecture = link(design)
    for system in architecture.components(System):
        here = f"{path}{architecture.id(system)}"
        yield Known(here, system.name)
        yield from systems(system.design, f"{here}.")


def chosen(names: Iterable[str], known: Iterable[Known]) -> Sequence[str]:
    """The ids of the systems that are meant, by id or by name; `all` means every one. Raises UnknownNameError."""
    every = list(known)
    found: dict[str, None] = {}
    for name in names:
        meant = [one.id for one in every if name in (one.id, one.name) or name == ALL]
        if not meant and name != ALL:
            raise UnknownNameError("system", name, [*(one.id for one in every), ALL] if every else [])
        found |= dict.fromkeys(meant)
    return list(found)


def opened(spec: Spec, names: Collection[str]) -> Spec:
    """The design with these systems opened, and those that they stand in; `all` is every one. Raises UnknownNameError.

    A connection to or from a box ends at the system's `entry` then, else at the group. Ids begin with the box's: `payments.api`.
    """
    if not names:
        return spec
    known = list(systems(spec.design))
    every = [one.id for one in known]
    return _opened(spec, {path for id in chosen(names, known) for path in _outwards(id, every)}, "").spec


def _outwards(name: str, known: Collection[str]) -> Iterator[str]:
    """A system, and every one that it stands in."""
    yield from (path for path in known if path == name or name.startswith(f"{path}."))


def _opened(spec: Spec, wanted: Collection[str], path: str) -> _Opened:
    architecture = link(spec)
    boxes = [box for box in architecture.components(System) if f"{path}{architecture.id(box)}" in wanted]
    if not boxes:
        return _Opened(spec)
    taken = Taken(architecture)
    contents = {box: _content(spec, architecture, box, taken, wanted, path) for box in boxes}
    ends: dict[Word, End] = {box: content.end for box, content in contents.items()}
    shared = {word: made for content in contents.values() for word, made in content.made.items() if word in architecture.ids}
    around = Rewriting({**{word: made for word, made in shared.items() if not isinstance(word, (Group, Data))}, **ends})
    around.words(_nouns(architecture))
    joined = _joined(spec.design, around, contents)
    places = dict(spec.places)
    for content in contents.values():
        places.update(content.places)
    places.update(_moved(spec, {**around.made, spec.design: joined}))
    return _Opened(Spec(joined, spec.path, places), ends)


def _content(spec: Spec, architecture: Architecture, box: System, taken: Taken, wanted: Collection[str], path: str) -> _Content:
    """Everything that is in a box, made anew to stand in a group of the design around it."""
    id = architecture.id(box)
    inner = _opened(Spec(box.design, spec.path, spec.places), wanted, f"{path}{id}.")
    inside = link(inner.spec)
    if not inside.all_components:
        empty = Component(box.name, id=id, note=box.note, notes=box.notes, group=box.group)
        return _Content(empty, places=list(_moved(spec, {box: empty})))
    frame = Group(box.name, id=taken.free("group", id), note=box.note, notes=box.notes, group=box.group)
    shared: dict[Word, Word] = {part: part for part in inside.data() if part in architecture.ids}
    within = Rewriting(shared, lambda word: _given(word, inside, frame, taken, id))
    within.words(_nouns(inside))
    entry = inner.ends.get(box.entry, box.entry) if box.entry else None
    design = inner.spec.design
    return _Content(
        end=within.word(entry) if entry and entry in inside.ids else frame,
        parts=[part for one in design.parts for part in within.part(one)],
        data=within.several(design.data),
        walkthroughs=within.several(design.walkthroughs),
        views=within.several(design.views),
        behaviours=within.several(design.behaviours),
        waivers=within.several(design.waivers),
        made=within.made,
        places=[*_moved(inner.spec, {**within.made}), *_moved(spec, {box: frame})],
    )


def _nouns(architecture: Architecture) -> Iterator[Part]:
    """What connections, patterns and behaviours speak of."""
    return (part for part in architecture.ids if isinstance(part, (Component, Group, Data)))


def _given(word: Word, inside: Architecture, frame: Group, taken: Taken, box: str) -> Mapping[str, object]:
    """What a word of an opened box states besides: an id of its own, and that it stands in the group."""
    given: dict[str, object] = {}
    if isinstance(word, Part) or (isinstance(word, Connection) and word.id):
        given["id"] = taken.free(sort_of(word), f"{box}.{inside.id(word)}")
    if isinstance(word, (Component, Group)) and word.group is None:
        given["group"] = frame
    if isinstance(word, (Walkthrough, View)):
        given["name"] = taken.free_name(f"{frame.name}: {word.name}")
    return given


def _joined(design: Design, around: Rewriting, contents: Mapping[System, _Content]) -> Design:
    """The design with what is in its boxes. It stands behind the first part that speaks of the box."""
    parts: list[Word] = []
    waiting = dict(contents)
    for part in design.parts:
        parts += [one for one in around.part(part) if not isinstance(one, Group)]
        spoken = [box for box in waiting if box is part or box in set(referred(part))]
        parts += [inner for box in spoken for inner in waiting.pop(box).parts]
    parts += [inner for content in waiting.values() for inner in content.parts]
    every = contents.values()
    waivers = [waiver for waiver in design.waivers if waiver.subject not in contents]
    return replace(
        design,
        parts=cast("Sequence[Connection | Component | PatternInstance]", parts),
        data=[*around.several(design.data), *(one for content in every for one in content.data)],
        walkthroughs=[*around.several(design.walkthroughs), *(one for content in every for one in content.walkthroughs)],
        views=[*around.several(design.views), *(one for content in every for one in content.views)],
        behaviours=[*around.several(design.behaviours), *(one for content in every for one in content.behaviours)],
        waivers=[*around.several(waivers), *(one for content in every for one in content.waivers)],
    )


def _moved(spec: Spec, made: Mapping[Word, Word]) -> Iterator[Place]:
    """Where the words that were made anew are written: where those were that they were made from."""
    for (word, attribute), position in spec.places.items():
        if word in made and made[word] is not word:
            yield (made[word], attribute), position
