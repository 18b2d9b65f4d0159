"""A design with every word of the language, whose every text tries to be more than a text."""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from archgen import (
    Alternative,
    Behaviour,
    Calls,
    Column,
    Component,
    Connection,
    Data,
    Decision,
    Design,
    Group,
    Index,
    PatternInstance,
    Requirements,
    Service,
    State,
    Step,
    System,
    Table,
    Transition,
    View,
    Waiver,
    Walkthrough,
    WorkflowStep,
    per_second,
    seconds,
)
from archgen.dsl.notes import SECTIONS
from archgen.dsl.quantities import Rate, Size
from archgen.dsl.shape import Attribute, Choice, Form, Inner, Plain, Reference, Several, flattened, shape
from archgen.dsl.word import Word, is_abstract
from archgen.schema.sections import words

RUNS = "window.hit=1"
ATTACKS: Sequence[str] = (
    f'"><script>{RUNS}</script>',
    f"<img src=x onerror={RUNS}>",
    f"[run](javascript:{RUNS})",
    "{{ 7*7 }} ${7*7} {% raw %}",
    "](x) ![y](https://example.org/y.png) <https://example.org>",
    f"`code` </code></pre><svg onload={RUNS}>",
    '#set page(fill: red) #panic("no") $x$ *b* <label> @ref',
    "left \u202eright\u2066 \u200f mark",
    f"--> ]]> </style></title></textarea><script>{RUNS}</script>",
    "::error::no %0A ##[error]no | a | b |\n\n# Heading\r\n- item",
    f"'\" onmouseover={RUNS} style=x:expression(1) &lt;b&gt; &#60;",
    "\\ \\n %s %d \t tab",
)
LONG = 10_000
LONGEST_NAME = 200
# Set where a word is made, so that nothing clashes.
APART = ("name", "id", "design", "entry")
TEXTS = ("text", "name", "texts")


class Hostile:
    """Makes words in which every attribute that can hold a text holds one."""

    def __init__(self) -> None:
        self.number = count()
        self.parts: list[Word] = []
        self.filled: set[tuple[str, str]] = set()

    def text(self, longest: int | None = None) -> str:
        """The next text, with a number of its own at both ends."""
        number = next(self.number)
        attack = ATTACKS[number % len(ATTACKS)]
        return f"T{number} {attack} E{number}"[:longest]

    def stated(self, word: type[Word], depth: int, given: Collection[str]) -> dict[str, Any]:
        """A value for each attribute that can hold a text or a word with texts."""
        found = {}
        for attribute in shape(word).values():
            value = (
                None
                if attribute.name in (*APART, *given) or Group in attribute.references
                else self._value(word, attribute, depth)
            )
            if value is not None:
                found[attribute.name] = value
        return found

    def word(self, word: type[Word], depth: int = 0, **given: Any) -> Any:
        """A word with what it needs, and all texts that it can hold."""
        if "name" in shape(word) and "name" not in given:
            self.filled.add((word.__name__, "name"))
            given["name"] = self.text(LONGEST_NAME)
        return word(**self.stated(word, depth, given), **given)

    def part(self, word: type[Word], **given: Any) -> Any:
        """A part of the design, of which others may speak."""
        self.parts.append(self.word(word, id=f"p{len(self.parts)}", **given))
        return self.parts[-1]

    def of(self, kind: type[Word]) -> list[Any]:
        """The parts of a kind that there are."""
        return [part for part in self.parts if isinstance(part, kind)]

    def _value(self, word: type[Word], attribute: Attribute, depth: int) -> Any:
        for form in sorted(attribute.forms, key=_texts_first):
            value = self._of_form(form, depth, needed=attribute.needed)
            if value is not None:
                self.filled |= {(word.__name__, attribute.name)} if _texts_first(form) == 0 else set()
                return value
        return None

    def _of_form(self, form: Form, depth: int, *, needed: bool) -> Any:
        match form:
            case Plain(sort):
                return self._plain(sort, needed=needed)
            case Inner(word):
                return (
                    self.word(word, depth + 1)
                    if depth < 3 and not is_abstract(word) and (needed or _has_texts(word, 3 - depth))
                    else None
                )
            case Several(forms):
                values = [self._of_form(one, depth, needed=needed) for one in forms]
                return [value for value in values if value is not None][:1] or None
            case Reference(word):
                return next(iter(self.of(word)), None) if needed else None
            case Choice(values):
                return values[0] if needed else None
        return None

    def _plain(self, sort: str, *, needed: bool) -> Any:
        if sort in TEXTS:
            name = self.text(LONGEST_NAME)
            return {name: self.text()} if sort == "texts" else name if sort == "name" else self.text()
        numbers = {"duration": timedelta(seconds=1), "rate": Rate(1), "size": Size(1), "share": 0.5, "flag": True, "id": "i"}
        return numbers.get(sort, 1) if needed else None


def _texts_first(form: Form) -> int:
    if any(isinstance(one, Plain) and one.sort in TEXTS for one in flattened((form,))):
        return 0
    return 1 if isinstance(form, (Several, Inner)) else 2


def _has_texts(word: type[Word], depth: int) -> bool:
    forms = [form for one in shape(word).values() for form in flattened(one.forms)]
    return any(
        _texts_first(form) == 0 or (isinstance(form, Inner) and depth > 0 and _has_texts(form.word, depth - 1)) for form in forms
    )


def text_attributes() -> Iterator[tuple[str, str]]:
    """Every attribute of every word that can hold a text."""
    for word in words():
        for attribute in shape(word).values():
            if any(_texts_first(form) == 0 for form in attribute.forms):
                yield word.__name__, attribute.name


def hostile() -> tuple[Design, set[tuple[str, str]]]:
    """A design with every word, and which of their attributes hold a hostile text."""
    make = Hostile()
    group = make.part(Group)
    tables = [make.part(Table, columns=[make.word(Column), make.word(Column)], indexes=[make.word(Index)])]
    data = [*tables, *(make.part(word) for word in words(Data) if word is not Table)]
    for word in words(Component):
        inner = Design(make.text(LONGEST_NAME), [Service(make.text(LONGEST_NAME), id="inner")], summary=make.text())
        make.part(word, group=group, **({"design": inner, "entry": None} if issubclass(word, System) else {}))
    for word in words(Connection):
        make.part(word, **{end: make.of(shape(word)[end].references[0])[0] for end in ("source", "target")}, rate=per_second(2))
    patterns = [make.word(word) for word in words(PatternInstance)]
    behaviours = [_behaviour(make, word) for word in words(Behaviour)]
    call = make.of(Calls)[0]
    case = make.word(Alternative, steps=[make.word(Step, along=call)], failure=True)
    told = make.word(
        Walkthrough, steps=[make.word(Step, along=call, otherwise=[case]), *(Step(one) for one in make.of(Connection)[:9])]
    )
    parts = [*make.of(Component), *make.of(Connection), *patterns]
    design = make.word(
        Design,
        parts=parts,
        data=data,
        requirements=make.word(Requirements, write_rate=per_second(9), latency_budget=seconds(1)),
        notes={name: make.text() for name in SECTIONS},
        walkthroughs=[told],
        behaviours=behaviours,
        views=[make.word(View, only=make.of(Component)[:5])],
        decisions=[make.word(Decision, tree="delivery-guarantee", choice="websocket")],
        waivers=[Waiver("AR001", reason=make.text(), owner=make.text(LONGEST_NAME), subject=call)],
        pitch=f"{make.text()} {'y' * LONG}",
    )
    make.filled |= {("Design", name) for name in ("notes", "pitch")} | {("Waiver", "reason"), ("Waiver", "owner")}
    return design, make.filled


def _behaviour(make: Hostile, word: type[Word]) -> Any:
    """Its steps and states are told apart by their names, which others speak of."""
    given: dict[str, Any] = {}
    if "states" in shape(word):
        states = [make.word(State), make.word(State, terminal=True)]
        given = {"states": states, "transitions": [make.word(Transition, source=states[0].name, target=states[1].name)]}
        make.filled |= {("Transition", "source"), ("Transition", "target")}
    elif "workflow_id" in shape(word):
        first = make.word(WorkflowStep, after=None)
        given = {"steps": [first, make.word(WorkflowStep, after=[first.name])]}
        make.filled.add(("WorkflowStep", "after"))
    return make.part(word, **given)
