"""Any design that the vocabulary can say, as a strategy of hypothesis."""

import dataclasses
import typing
from datetime import timedelta
from types import UnionType
from typing import Any

from hypothesis import strategies as st

from archgen import (
    Component,
    Connection,
    Decision,
    Design,
    Group,
    Queue,
    Requirements,
    Step,
    Waiver,
    Walkthrough,
    vocabulary,
)
from archgen.dsl.counts import Share
from archgen.dsl.quantities import LIMIT, LONGEST, Rate, Size
from archgen.dsl.word import Word

WORDS = [getattr(vocabulary, name) for name in vocabulary.__all__]
COMPONENTS = [Component, *(word for word in WORDS if issubclass(word, Component))]
CONNECTIONS = [Connection, *(word for word in WORDS if issubclass(word, Connection))]
# What is drawn apart: ids and names must not clash, and parts must be those of the design.
APART = ("name", "id", "group", "source", "target", "dead_letter")

letters = st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from(
    '\n\t"\\:#'
)
texts = st.text(letters, max_size=12)
names = texts.map(lambda text: f"N{text}")
shares = st.floats(0, 1, exclude_max=True)
factors = st.floats(0, 1e17, exclude_min=True)


def values(hint: object) -> st.SearchStrategy[object]:
    """Values that an attribute of that type may have."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, UnionType):
        return st.one_of(*(values(branch) for branch in args if branch is not type(None)))
    if origin is typing.Literal:
        return st.sampled_from(args)
    if origin is typing.Annotated:
        return shares if args[1:] and args[1] == typing.get_args(Share)[1] else values(args[0])
    if isinstance(hint, type) and issubclass(hint, Word):
        return stated(hint).map(lambda given: hint(**given))
    plain: dict[object, st.SearchStrategy[object]] = {
        bool: st.booleans(),
        int: st.integers(1, LIMIT - 1),
        float: factors,
        str: texts,
        timedelta: st.timedeltas(timedelta(0), LONGEST),
        Rate: st.floats(0, 1e17).map(Rate),
        Size: st.integers(0, LIMIT - 1).map(Size),
    }
    return plain[hint]


def stated(word: type[Word]) -> st.SearchStrategy[dict[str, object]]:
    """Any of a word's attributes, each stated or not."""
    hints = typing.get_type_hints(word, include_extras=True)
    fields = [field.name for field in dataclasses.fields(word) if field.name not in APART]  # type: ignore[arg-type]
    return st.fixed_dictionaries({}, optional={name: values(hints[name]) for name in fields})


@st.composite
def groups(draw: st.DrawFn) -> list[Group]:
    made: list[Group] = []
    for number in range(draw(st.integers(0, 3))):
        made.append(Group(draw(names), id=f"g{number}", group=draw(st.sampled_from([None, *made]))))
    return made


@st.composite
def components(draw: st.DrawFn) -> list[Component]:
    around, made = draw(groups()), list[Component]()
    for number in range(draw(st.integers(1, 5))):
        word = draw(st.sampled_from(COMPONENTS))
        given = draw(stated(word))
        if word is Queue:
            given["dead_letter"] = draw(st.sampled_from([None, False, *(part for part in made if isinstance(part, Queue))]))
        made.append(word(name=draw(names), id=f"c{number}", group=draw(st.sampled_from([None, *around])), **given))
    return made


@st.composite
def designs(draw: st.DrawFn) -> Design:
    """A design with a little of everything."""
    parts = draw(components())
    ends = st.sampled_from(parts)
    made = [
        (word := draw(st.sampled_from(CONNECTIONS)))(source=draw(ends), target=draw(ends), **draw(stated(word)))
        for _ in range(draw(st.integers(0, 4)))
    ]
    steps = st.builds(Step, st.sampled_from(made), st.none() | texts, back=st.booleans())
    subjects: st.SearchStrategy[Component | Connection | None] = st.sampled_from([None, *parts, *made])
    requirements: Any = draw(stated(Requirements))
    reasons = texts.map(lambda text: f"Because {text}")
    told = [Walkthrough(f"W{number}", draw(st.lists(steps, max_size=3))) for number in range(draw(st.integers(0, 2))) if made]
    decisions = st.builds(Decision, names, choice=st.none() | names, reason=st.none() | texts)
    return Design(
        draw(names),
        [*draw(st.permutations(parts)), *made],
        summary=draw(st.none() | texts),
        problem=draw(st.none() | texts),
        requirements=Requirements(**requirements),
        walkthroughs=told,
        decisions=draw(st.lists(decisions, max_size=2)),
        left_out=draw(st.dictionaries(names, texts, max_size=2)),
        waivers=draw(st.lists(st.builds(Waiver, names, subject=subjects, reason=reasons), max_size=2)),
    )
