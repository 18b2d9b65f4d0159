"""Any design that the language can say, as a strategy of hypothesis, made from the shapes of its words."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

import archgen
from archgen import (
    Alternative,
    Behaviour,
    Component,
    Connection,
    Data,
    Decision,
    Design,
    Group,
    PatternInstance,
    Requirements,
    StateMachine,
    Step,
    System,
    Waiver,
    Walkthrough,
    Workflow,
    about,
    between,
)
from archgen.dsl.notes import SECTIONS
from archgen.dsl.quantities import LIMIT, LONGEST, Rate, Size
from archgen.dsl.shape import Attribute, Choice, Form, Inner, Plain, Reference, Several, shape
from archgen.dsl.word import Word
from archgen.vocabulary import SORTS

W = TypeVar("W", bound=Word)
# Set where a word is made, so that nothing clashes and all that is spoken of is there.
APART = ("name", "id", "group", "source", "target", "design", "entry")
FEW = 6
# One object, as alternatives that are the same one are drawn as one: st.none() gives another as soon as it has been forgotten.
NOTHING = st.none()

letters = st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from(
    '\n\t\r"\\:#'
)
SPOKEN = (
    "the",
    "message",
    "'quoted'",
    '"said"',
    "gate-way",
    "#1",
    "-",
    ":",
    "key:",
    "x,y",
    "[b]",
    "it's",
    "ünïcode",
    "漢字",
    "a\\b",
    "end.",
)
sentences = st.lists(st.sampled_from([*SPOKEN, "and", "then", "supercalifragilistic", "twice  ", "\n"]), max_size=60).map(
    " ".join
)
texts = st.text(letters, max_size=12) | sentences
names = (st.text(letters, max_size=12) | sentences.map(lambda text: text[:150])).map(lambda text: f"N{text}")


def unsure(values: st.SearchStrategy[Any], half: Any) -> st.SearchStrategy[Any]:
    """Such numbers, or what is between two of them, or about one of them that leaves room for twice as much."""
    ends = st.tuples(values, values).map(lambda pair: between(min(pair), max(pair)))
    return values | ends | values.map(lambda one: about(one) if one < half else one)


PLAIN: Mapping[str, st.SearchStrategy[object]] = {
    "text": texts,
    "name": names,
    "id": st.from_regex(r"[a-z]{1,5}", fullmatch=True),
    "flag": st.booleans(),
    "count": unsure(st.integers(1, LIMIT - 1), LIMIT // 2),
    "whole": unsure(st.integers(0, LIMIT - 1), LIMIT // 2),
    "factor": unsure(st.floats(1e-9, 1e17), 1e17),
    "share": unsure(st.floats(0, 1, exclude_max=True), 1),
    "duration": unsure(st.timedeltas(timedelta(0), LONGEST), LONGEST / 2),
    "rate": unsure(st.floats(0, 1e17).map(Rate), 1e17),
    "size": unsure(st.integers(0, LIMIT - 1).map(Size), LIMIT // 2),
    "texts": st.dictionaries(names, texts, max_size=2),
}


def words(section: str, base: type[W]) -> list[type[W]]:
    """The words of a section of the vocabulary."""
    return [word for name in SORTS[section] if issubclass(word := getattr(archgen, name), base)]


COMPONENTS: list[type[Component]] = [Component, *words("components", Component)]
CONNECTIONS: list[type[Connection]] = [Connection, *words("connections", Connection)]


class Made:
    """The parts that were made so far, of which others may speak."""

    def __init__(self, parts: Iterable[Word] = ()) -> None:
        self.parts = list(parts)

    def of(self, word: type[Word]) -> list[Word]:
        """Those of that kind."""
        return [part for part in self.parts if isinstance(part, word)]

    def values(self, forms: tuple[Form, ...]) -> st.SearchStrategy[object]:
        """Any value of these forms."""
        return st.one_of(*(self._of_form(form) for form in forms))

    def _of_form(self, form: Form) -> st.SearchStrategy[object]:
        match form:
            case Plain(sort):
                return PLAIN[sort]
            case Choice(values):
                return st.sampled_from(values)
            case Inner(word):
                return self.word(word)
            case Several(forms):
                return st.lists(self.values(forms), max_size=2)
            case Reference(word):
                return st.sampled_from(self.of(word)) if self.of(word) else NOTHING

    def stated(self, word: type[Word]) -> st.SearchStrategy[dict[str, object]]:
        """Some of a word's attributes, a few at a time, so that large words stay small."""
        free = {name: one for name, one in shape(word).items() if name not in APART and not one.needed}
        chosen = st.lists(st.sampled_from(sorted(free)), max_size=FEW, unique=True) if free else st.just([])
        return chosen.flatmap(lambda some: st.fixed_dictionaries({name: self._free(free[name]) for name in some}))

    def word(self, word: type[W], **given: object) -> st.SearchStrategy[W]:
        """A word with what it needs."""
        needed = {name: self.values(one.forms) for name, one in shape(word).items() if one.needed and name not in given}
        build: Callable[..., W] = word
        stated = st.tuples(self.stated(word), st.fixed_dictionaries(needed))
        return stated.map(lambda both: build(**{**both[0], **both[1], **given}))

    def _free(self, attribute: Attribute) -> st.SearchStrategy[object]:
        lists = tuple(form for form in attribute.forms if isinstance(form, Several))
        missing = any(isinstance(form, Reference) and not self.of(form.word) for one in lists for form in one.forms)
        return NOTHING if missing else self.values(attribute.forms)


@st.composite
def designs(draw: st.DrawFn) -> Design:
    """A design with a little of everything."""
    groups: list[Group] = []
    for number in range(draw(st.integers(0, 3))):
        groups.append(Group(draw(names), id=f"g{number}", group=draw(st.sampled_from([None, *groups]))))
    made = Made()
    for number in range(draw(st.integers(0, 2))):
        made.parts.append(draw(made.word(draw(st.sampled_from(words("data", Data))), name=draw(names), id=f"d{number}")))
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(COMPONENTS))
        around = draw(st.sampled_from([None, *groups]))
        held = draw(inner()) if issubclass(kind, System) else {}
        made.parts.append(draw(made.word(kind, name=draw(names), id=f"c{number}", group=around, **held)))
    for _ in range(draw(st.integers(0, 4))):
        made.parts.extend(draw(connections(made)))
    patterns = draw(instances(made))
    parts = draw(st.permutations([*(part for part in made.parts if not isinstance(part, Data)), *patterns]))
    made.parts.extend(part for pattern in patterns for part in pattern.connections)
    behaviours = draw(behaviour(made))
    return draw(finished(made, parts, behaviours))


@st.composite
def inner(draw: st.DrawFn) -> dict[str, object]:
    """What a system holds: a small design, in which there may be another, and the component that is reached."""
    plain = [word for word in COMPONENTS if not issubclass(word, System)]
    made, parts = Made(), list[Component | Connection]()
    kinds = st.sampled_from([*plain, System] if draw(st.integers(0, 4)) == 0 else plain)
    for number in range(draw(st.integers(1, 2))):
        kind = draw(kinds)
        held = draw(inner()) if issubclass(kind, System) else {}
        parts.append(draw(made.word(kind, name=draw(names), id=draw(st.sampled_from([f"c{number}", f"i{number}"])), **held)))
        made.parts.append(parts[-1])
    ends = st.sampled_from(made.of(Component))
    parts.append(draw(made.word(archgen.Calls, source=draw(ends), target=draw(ends))))
    design = Design(draw(names), parts, requirements=draw(made.word(Requirements)))
    return {"design": design, "entry": draw(st.none() | ends)}


@st.composite
def connections(draw: st.DrawFn, made: Made) -> list[Connection]:
    """One connection between parts that there are; none where its kind finds no ends."""
    word = draw(st.sampled_from(CONNECTIONS))
    used = {part.group for part in made.of(Component) if isinstance(part, Component) and part.group}
    groups = [group for part in made.of(Component) if isinstance(part, Component) and (group := part.group) in used]
    ends = [
        [part for part in [*made.parts, *groups] if isinstance(part, shape(word)[end].references)] for end in ("source", "target")
    ]
    if not all(ends):
        return []
    source, target = (draw(st.sampled_from(among)) for among in ends)
    return [draw(made.word(word, source=source, target=target))]


@st.composite
def instances(draw: st.DrawFn, made: Made) -> list[PatternInstance]:
    """A pattern put to use, where there is a component for each of its roles."""
    fitting = [
        word
        for word in words("patterns", PatternInstance)
        if all(made.of(kind) for one in shape(word).values() if one.needed for kind in one.references)
    ]
    if not fitting or not draw(st.booleans()):
        return []
    return [draw(made.word(draw(st.sampled_from(fitting))))]


@st.composite
def behaviour(draw: st.DrawFn, made: Made) -> list[Behaviour]:
    """A state machine, a workflow or a migration whose steps and states are told apart."""
    found: list[Behaviour] = []
    for number in range(draw(st.integers(0, 2))):
        word = draw(st.sampled_from(words("behaviours", Behaviour)))
        given: dict[str, Any] = {"name": draw(names), "id": f"b{number}"}
        if issubclass(word, StateMachine):
            given |= {"states": [archgen.State("a"), archgen.State("b", terminal=True)]}
            given |= {"transitions": [archgen.Transition("a", "b", draw(st.none() | texts))]}
        elif issubclass(word, Workflow):
            steps = [draw(made.word(archgen.WorkflowStep, name=f"s{index}", after=None)) for index in range(2)]
            given |= {"steps": steps}
        found.append(draw(made.word(word, **given)))
    return found


@st.composite
def finished(draw: st.DrawFn, made: Made, parts: list[Any], behaviours: list[Behaviour]) -> Design:
    """The parts as a design, with what it says about them."""
    count = draw(st.integers(0, 2)) if made.of(Connection) else 0
    told = [Walkthrough(f"W{number}", draw(st.lists(steps(made, forks=True), max_size=3))) for number in range(count)]
    shown = [part for part in made.parts if isinstance(part, Component) and draw(st.booleans())][:FEW]
    depths = st.none() | st.integers(1, 3)
    views = [archgen.View(f"V{number}", only=[part], focus=part, depth=draw(depths)) for number, part in enumerate(shown)]
    subjects = st.sampled_from([None, *made.of(Component), *made.of(Connection)])
    return Design(
        draw(names),
        parts,
        summary=draw(st.none() | texts),
        problem=draw(st.none() | texts),
        notes=draw(st.none() | texts | st.dictionaries(st.sampled_from(SECTIONS), texts, max_size=2)),
        requirements=draw(made.word(Requirements)),
        data=[part for part in made.parts if isinstance(part, Data)],
        walkthroughs=told,
        views=views,
        behaviours=behaviours,
        decisions=draw(st.lists(made.word(Decision), max_size=2)),
        left_out=draw(st.dictionaries(names, texts, max_size=2)),
        waivers=draw(st.lists(waivers(subjects), max_size=2)),
    )


@st.composite
def steps(draw: st.DrawFn, made: Made, *, forks: bool) -> Step:
    """A step along a connection, with what happens in other cases."""
    along = draw(st.sampled_from([part for part in made.parts if isinstance(part, Connection)]))
    others = []
    for _ in range(draw(st.integers(0, 2)) if forks else 0):
        then = draw(st.lists(steps(made, forks=False), max_size=1))
        others.append(Alternative(draw(names), then, failure=draw(st.none() | st.booleans())))
    return Step(along, draw(st.none() | texts), back=draw(st.booleans()), otherwise=others)


@st.composite
def waivers(draw: st.DrawFn, subjects: st.SearchStrategy[Any]) -> Waiver:
    """A waiver with a reason that says something."""
    until = st.none() | st.dates().map(lambda day: day.isoformat())
    reason = f"Nobody waits for it. {draw(texts)}"
    return Waiver(draw(names), subject=draw(subjects), reason=reason, owner=draw(st.none() | names), until=draw(until))
